/** Company and title in the form in which two boards' spellings of them are equal. Pure. */
import { fold } from '../../taxonomy/fold.ts';

const LEGAL_FORMS = new Set(
  'inc incorporated llc llp lp ltd limited gmbh mbh ag se sa sas sarl bv nv oy oyj ab as aps kg kgaa ug ev plc corp corporation co company group holding srl spa pty тов ооо пат ат'.split(
    ' ',
  ),
);

/** "Müller & Söhne GmbH" → "mullersohne": letters and digits without legal forms; empty when nobody is named. */
export function companyWords(company: string | null): string {
  const words = fold(company ?? '')
    .replaceAll('&', ' ')
    .replace(/\b([a-z])\.(?=[a-z]\b)/gu, '$1')
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '' && word !== 'and' && word !== 'und');
  const kept = words.filter((word, index) => index === 0 || !LEGAL_FORMS.has(word));
  return kept.join('');
}

const MODE =
  /(?<!\p{L})(?:fully remote|100 ?% remote|remote|hybrid|on-?site|home ?office|віддалено|дистанційно)(?!\p{L})/giu;
/** Who is meant and from where: said about the posting, not about the work. */
const ASIDES = [
  /\((?:[mfwdxih]|gn|div|all|alle|genders?|divers|weiblich|männlich|[\s/|,*.+-])+\)/giu,
  /\b(?:[mfwdx]\s*[/|]\s*){1,3}[mfwdx]\b/giu,
  /\b(?:all genders|alle geschlechter|gn)\b/giu,
  /(?<=\p{L})(?:[*:_/-]in|\(in\)|[*:_/-]innen)(?!\p{L})/giu,
  MODE,
];
const SAME: Record<string, string> = {
  sr: 'senior',
  snr: 'senior',
  jr: 'junior',
  ii: '2',
  iii: '3',
  iv: '4',
  engr: 'engineer',
  mgr: 'manager',
};

/** Words of a title in their order: "Sr. Cook (m/w/d), Graz" at a place called Graz → ["senior", "cook"]. */
export function titleWords(title: string, context: Context): string[] {
  return titleParts(title, context)
    .kept.flatMap(wordsIn)
    .map((word) => SAME[word] ?? word);
}

/** Where it is, as far as the title says it too: "Cook (remote), Graz" at a place called Graz → ["remote", "graz"]. */
export function titlePlaces(title: string, context: Context): string[] {
  const modes = [...fold(title).matchAll(MODE)].flatMap(([words]) => wordsIn(words));
  return [...modes, ...titleParts(title, context).places.flatMap(wordsIn)];
}

type Context = { company: string | null; locations: readonly string[] };

function titleParts(title: string, context: Context): { kept: string[]; places: string[] } {
  let text = fold(title);
  const named = /^(.+?)(?: at | bei | в |\s+[-–—|]\s+|\s*@\s*)([^|@]+)$/u.exec(text);
  if (named?.[2] !== undefined && companyWords(named[2]) === companyWords(context.company) && context.company !== null)
    text = named[1] ?? text;
  for (const aside of ASIDES) text = text.replace(aside, ' ');
  const places = new Set(context.locations.flatMap((place) => wordsIn(fold(place))));
  const segments = text.split(/\s+[-–—|]\s+|\s*[,;(|)[\]]\s*/u).filter((segment) => wordsIn(segment).length > 0);
  const isPlace = (segment: string, index: number): boolean =>
    index > 0 && wordsIn(segment).every((word) => places.has(word));
  return {
    kept: segments.filter((segment, index) => !isPlace(segment, index)),
    places: segments.filter(isPlace),
  };
}

/** Letters, digits and what belongs to the names of techniques: C++, C#, .NET. */
function wordsIn(text: string): string[] {
  return text
    .split(/[^\p{L}\d+#.]+/u)
    .map((word) => word.replace(/\.+$/u, ''))
    .filter((word) => word !== '');
}
