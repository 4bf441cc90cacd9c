/**
 * Areas that are neither a city nor a country: counties, provinces, islands, landscapes. They rank by meaning.
 * "Name=other spelling|another"; the name before "=" is how the query writes it.
 */
const areas = `
Somerset|Devon|Cornwall|Kent|Essex|Surrey|Sussex|East Sussex|West Sussex|Hampshire|Dorset|Wiltshire|Gloucestershire
Oxfordshire|Buckinghamshire|Berkshire|Hertfordshire|Bedfordshire|Cambridgeshire|Norfolk|Suffolk|Lincolnshire
Nottinghamshire|Derbyshire|Leicestershire|Northamptonshire|Warwickshire|Worcestershire|Herefordshire|Shropshire
Staffordshire|Cheshire|Lancashire|Yorkshire|North Yorkshire|South Yorkshire|West Yorkshire|Cumbria|County Durham
Northumberland|Tyneside|Merseyside|Teesside|Greater Manchester|West Midlands|East Midlands|the Midlands=Midlands
East Anglia|Scottish Highlands=Highlands|Lake District|Cotswolds|Home Counties|Isle of Wight|Isle of Man|Channel Islands
Fife|Aberdeenshire|Ayrshire|Lanarkshire|Lothian|Orkney|Shetland|Outer Hebrides|Isle of Skye|Snowdonia|Pembrokeshire|Gwynedd
Donegal|Kerry|Kildare|Wicklow|Wexford|Tipperary|Connemara|Ulster
Thuringia|Saxony-Anhalt=Sachsen-Anhalt|Saarland|Mecklenburg-Western Pomerania=Mecklenburg-Vorpommern|Mecklenburg
Rhineland-Palatinate|Rhineland=Rheinland|Franconia|Swabia=Schwaben|Upper Bavaria=Oberbayern|Lower Bavaria=Niederbayern
Allgäu=Allgaeu|Black Forest=Schwarzwald|Lake Constance=Bodensee|Harz|Harz Mountains|Eifel|Sauerland|Münsterland
Emsland|East Frisia=Ostfriesland|Lusatia=Lausitz|Spreewald|Erzgebirge=Ore Mountains|Odenwald|Taunus|Hunsrück|Westerwald
Rhine-Main=Rhein-Main|Rhine-Neckar=Rhein-Neckar|Ruhr area=Ruhr|Baltic Sea=Ostsee|North Sea=Nordsee|Rügen|Usedom|Sylt|Föhr
Amrum|Norderney|Borkum|Fehmarn|Vorarlberg|Burgenland|Lower Austria=Niederösterreich|Upper Austria=Oberösterreich
Salzkammergut|Zillertal|Ötztal|Arlberg|Ticino=Tessin|Valais=Wallis|Grisons=Graubünden|Aargau|Thurgau|Engadine=Engadin
Bernese Oberland=Berner Oberland|South Tyrol=Südtirol|Veneto|Apulia=Puglia|Calabria|Sardinia=Sardinien|Emilia-Romagna|Liguria|Umbria
Dolomites=Dolomiten|Amalfi Coast|Lake Garda=Gardasee|Normandy|Alsace=Elsass|Corsica=Korsika|French Alps|French Riviera=Côte d'Azur
Burgundy|Dordogne|Loire Valley|Savoy|Galicia|Asturias|Cantabria|Extremadura|Costa del Sol|Costa Brava|Costa Blanca
Mallorca=Majorca|Menorca|Ibiza|Tenerife=Teneriffa|Gran Canaria|Lanzarote|Fuerteventura|Canary Islands=Kanaren|Balearic Islands=Balearen
Algarve|Alentejo|Crete=Kreta|Rhodes|Corfu=Korfu|Santorini|Mykonos|Cyclades|Istria=Istrien|Dalmatia=Dalmatien
Silesia=Schlesien|Upper Silesia|Lower Silesia|Mazovia|Masuria|Pomerania=Pommern|Podlasie|Bohemia|Moravia|Transylvania|Carpathians=Karpaten
Jutland|Skåne=Scania|Gotland|Lapland=Lappland|Åland|Lofoten|Svalbard=Spitsbergen|Flanders=Flandern|Wallonia=Wallonien
Friesland|North Brabant|Randstad|New England|Midwest|Pacific Northwest|Bay Area|San Francisco Bay Area|Silicon Valley|Upstate New York
Long Island|Southern California|Northern California|Orange County|Napa Valley|Deep South|Gulf Coast|the Rockies=Rocky Mountains
Great Lakes|Outback|Riviera Maya|Patagonia|Goa|Caribbean|French Alps|Swiss Alps|Austrian Alps|Alps=Alpen
`;

/** Phrases of areas with the name that a query uses for them. */
export const areaNames: readonly (readonly [string, string])[] = areas
  .split(/[|\n]/)
  .filter((entry) => entry !== '')
  .flatMap((entry) => {
    const [name = '', ...others] = entry.split('=');
    return [name, ...others].map((phrase) => [phrase, name] as const);
  });

const phrases: ReadonlySet<string> = new Set(areaNames.map(([phrase]) => phrase.toLowerCase()));

/** Do these words name such an area? */
export function isArea(words: string): boolean {
  return phrases.has(words.toLowerCase());
}
