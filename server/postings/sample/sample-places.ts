/** Places of the sample board: cities with their country's name, pay level against Germany's, and currency. */

export type SamplePlace = {
  city: string;
  country: string;
  code: string;
  level: number;
  currency: string;
  perEuro: number;
  language: 'en' | 'de' | 'uk';
};

type Line = readonly [
  code: string,
  country: string,
  cities: string,
  level: number,
  currency: string,
  perEuro: number,
  language: 'en' | 'de' | 'uk',
];

const LINES: readonly Line[] = [
  ['DE', 'Germany', 'Berlin,Munich,Hamburg,Cologne,Leipzig,Stuttgart,Frankfurt,Dresden,Nuremberg', 1, 'EUR', 1, 'de'],
  ['AT', 'Austria', 'Vienna,Graz,Linz', 0.97, 'EUR', 1, 'de'],
  ['CH', 'Switzerland', 'Zurich,Basel,Bern', 1.55, 'CHF', 0.95, 'de'],
  ['UA', 'Ukraine', 'Kyiv,Lviv,Odesa,Dnipro,Kharkiv,Vinnytsia,Zaporizhzhia', 0.38, 'USD', 1.15, 'uk'],
  ['PL', 'Poland', 'Warsaw,Krakow,Wroclaw,Gdansk', 0.6, 'PLN', 4.25, 'en'],
  ['GB', 'United Kingdom', 'London,Manchester,Edinburgh,Bristol', 1.02, 'GBP', 0.86, 'en'],
  ['IE', 'Ireland', 'Dublin,Cork', 1.08, 'EUR', 1, 'en'],
  ['NL', 'Netherlands', 'Amsterdam,Rotterdam,Utrecht', 1.02, 'EUR', 1, 'en'],
  ['FR', 'France', 'Paris,Lyon,Nantes', 0.88, 'EUR', 1, 'en'],
  ['ES', 'Spain', 'Madrid,Barcelona,Valencia', 0.68, 'EUR', 1, 'en'],
  ['PT', 'Portugal', 'Lisbon,Porto', 0.6, 'EUR', 1, 'en'],
  ['SE', 'Sweden', 'Stockholm,Gothenburg', 0.96, 'SEK', 11, 'en'],
  ['CZ', 'Czechia', 'Prague,Brno', 0.58, 'CZK', 25, 'en'],
  ['US', 'United States', 'New York,Austin,Chicago,Seattle,Denver', 1.45, 'USD', 1.1, 'en'],
  ['CA', 'Canada', 'Toronto,Vancouver,Montreal', 1.05, 'CAD', 1.5, 'en'],
  ['IN', 'India', 'Bengaluru,Pune', 0.32, 'INR', 95, 'en'],
  ['AU', 'Australia', 'Sydney,Melbourne', 1.15, 'AUD', 1.65, 'en'],
  ['BR', 'Brazil', 'São Paulo,Curitiba', 0.42, 'BRL', 6, 'en'],
  ['IT', 'Italy', 'Milan,Rome,Turin', 0.76, 'EUR', 1, 'en'],
  ['BE', 'Belgium', 'Brussels,Antwerp,Ghent', 1.02, 'EUR', 1, 'en'],
  ['DK', 'Denmark', 'Copenhagen,Aarhus', 1.15, 'DKK', 7.46, 'en'],
  ['NO', 'Norway', 'Oslo,Bergen', 1.12, 'NOK', 11.6, 'en'],
  ['FI', 'Finland', 'Helsinki,Tampere', 0.94, 'EUR', 1, 'en'],
  ['RO', 'Romania', 'Bucharest,Cluj-Napoca', 0.5, 'RON', 5, 'en'],
  ['EE', 'Estonia', 'Tallinn,Tartu', 0.62, 'EUR', 1, 'en'],
  ['GR', 'Greece', 'Athens,Thessaloniki', 0.52, 'EUR', 1, 'en'],
  ['MX', 'Mexico', 'Mexico City,Guadalajara', 0.4, 'MXN', 20, 'en'],
  ['AR', 'Argentina', 'Buenos Aires,Córdoba', 0.35, 'USD', 1.1, 'en'],
  ['ZA', 'South Africa', 'Cape Town,Johannesburg', 0.4, 'ZAR', 20, 'en'],
  ['SG', 'Singapore', 'Singapore', 1.2, 'SGD', 1.45, 'en'],
  ['JP', 'Japan', 'Tokyo,Osaka', 0.85, 'JPY', 165, 'en'],
];

export const SAMPLE_PLACES: readonly SamplePlace[] = LINES.flatMap(
  ([code, country, cities, level, currency, perEuro, language]) =>
    cities.split(',').map((city) => ({ city, country, code, level, currency, perEuro, language })),
);
