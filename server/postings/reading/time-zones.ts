/**
 * Time zones as a statement about where one lives: "CET +/- 2", "EU time zones", "within 3 hours of EST".
 * A country answers yes when a main zone of it lies in the band, unclear at the border, else no.
 */

/** Offsets from UTC in hours, both included. */
export type Band = { from: number; to: number; words: string };

const ZONES: Record<string, number> = {
  UTC: 0,
  GMT: 0,
  WET: 0,
  BST: 0,
  CET: 1,
  CEST: 1,
  MEZ: 1,
  EET: 2,
  MSK: 3,
  GST: 4,
  IST: 5.5,
  SGT: 8,
  HKT: 8,
  CST: -6,
  CT: -6,
  JST: 9,
  KST: 9,
  AEST: 10,
  AET: 10,
  NZST: 12,
  EST: -5,
  ET: -5,
  EDT: -5,
  EASTERN: -5,
  CENTRAL: -6,
  MST: -7,
  MT: -7,
  MOUNTAIN: -7,
  PST: -8,
  PT: -8,
  PDT: -8,
  PACIFIC: -8,
  BRT: -3,
  ART: -3,
};

const ZONE = '(UTC|GMT|WET|CE?ST|CET|MEZ|EET|MSK|GST|IST|SGT|JST|AEST|NZST|EST|EDT|ET|PST|PDT|PT|MST|BRT|ART)';
const AROUND = new RegExp(
  `\\b${ZONE}\\s*([+-]\\s?\\d{1,2}(?!\\d))?\\s*(?:time ?zone)?s?\\s*\\(?\\s*(?:±|\\+\\s?/\\s?[-–−]|\\+[-−]|plus/minus|plus or minus|\\+ or -)\\s*(\\d{1,2})`,
  'i',
);
const BEFORE_ZONE = new RegExp(
  `(?:±|\\+\\s?/\\s?[-–−]|\\+[-−]|within)\\s*(\\d{1,2})\\s*(?:h|hrs?|hours?)?\\s*(?:of|from|to|around|\\(from)?\\s*(?:the )?${ZONE}\\s*([+-]\\s?\\d{1,2})?\\b`,
  'i',
);
const BETWEEN = /\b(?:UTC|GMT)\s*([+-]?\s?\d{1,2})\s*(?:to|and|through|[-–—/])\s*(?:UTC|GMT)?\s*([+-]\s?\d{1,2})/i;
const REGIONAL: readonly (readonly [RegExp, number, number])[] = [
  [/\b(?:EU|europe(?:an)?|EMEA|CET)\s?(?:or [A-Z]+ )?(?:compatible |friendly )?time[ -]?zones?\b/i, 0, 3],
  [/\b(?:US|U\.S\.|USA|american|north american?)\s?(?:compatible |friendly )?time[ -]?zones?\b/i, -10, -5],
  [/\bamericas time[ -]?zones?\b/i, -10, -3],
  [/\b(?:APAC|asian?)\s?time[ -]?zones?\b/i, 5, 12],
];

function signed(words: string | undefined): number {
  return words === undefined ? 0 : Number(words.replace(/\s/g, ''));
}

/** The band that these words name, or null. */
export function readBand(words: string): Band | null {
  const around = AROUND.exec(words);
  if (around !== null) {
    const centre = (ZONES[(around[1] ?? '').toUpperCase()] ?? 0) + signed(around[2]);
    const reach = Number(around[3]);
    return { from: centre - reach, to: centre + reach, words: around[0] };
  }
  const before = BEFORE_ZONE.exec(words);
  if (before !== null) {
    const centre = (ZONES[(before[2] ?? '').toUpperCase()] ?? 0) + signed(before[3]);
    const reach = Number(before[1]);
    return { from: centre - reach, to: centre + reach, words: before[0] };
  }
  const between = BETWEEN.exec(words);
  if (between !== null) {
    const ends = [signed(between[1]), signed(between[2])].toSorted((left, right) => left - right);
    return { from: ends[0] ?? 0, to: ends[1] ?? 0, words: between[0] };
  }
  for (const [pattern, from, to] of REGIONAL) {
    const found = pattern.exec(words);
    if (found !== null) return { from, to, words: found[0] };
  }
  return null;
}

/** Main zones by country, standard time: from west to east. Countries not listed are left open. */
const COUNTRY_ZONES: Record<string, readonly [number, number]> = {
  US: [-10, -5],
  CA: [-8, -3.5],
  MX: [-8, -5],
  BR: [-4, -3],
  AR: [-3, -3],
  CL: [-4, -4],
  CO: [-5, -5],
  PE: [-5, -5],
  EC: [-5, -5],
  UY: [-3, -3],
  PY: [-4, -3],
  BO: [-4, -4],
  VE: [-4, -4],
  CR: [-6, -6],
  PA: [-5, -5],
  GT: [-6, -6],
  DO: [-4, -4],
  JM: [-5, -5],
  CU: [-5, -5],
  HN: [-6, -6],
  NI: [-6, -6],
  SV: [-6, -6],
  PR: [-4, -4],
  GB: [0, 0],
  IE: [0, 0],
  PT: [0, 0],
  IS: [0, 0],
  DE: [1, 1],
  FR: [1, 1],
  ES: [1, 1],
  IT: [1, 1],
  NL: [1, 1],
  BE: [1, 1],
  LU: [1, 1],
  AT: [1, 1],
  CH: [1, 1],
  PL: [1, 1],
  CZ: [1, 1],
  SK: [1, 1],
  HU: [1, 1],
  SI: [1, 1],
  HR: [1, 1],
  RS: [1, 1],
  BA: [1, 1],
  ME: [1, 1],
  MK: [1, 1],
  AL: [1, 1],
  XK: [1, 1],
  MT: [1, 1],
  SE: [1, 1],
  NO: [1, 1],
  DK: [1, 1],
  FI: [2, 2],
  EE: [2, 2],
  LV: [2, 2],
  LT: [2, 2],
  UA: [2, 2],
  RO: [2, 2],
  BG: [2, 2],
  GR: [2, 2],
  CY: [2, 2],
  MD: [2, 2],
  IL: [2, 2],
  ZA: [2, 2],
  EG: [2, 2],
  LB: [2, 2],
  TR: [3, 3],
  KE: [3, 3],
  SA: [3, 3],
  BY: [3, 3],
  RU: [2, 12],
  GE: [4, 4],
  AM: [4, 4],
  AZ: [4, 4],
  AE: [4, 4],
  MA: [1, 1],
  TN: [1, 1],
  DZ: [1, 1],
  NG: [1, 1],
  GH: [0, 0],
  SN: [0, 0],
  RW: [2, 2],
  ET: [3, 3],
  UG: [3, 3],
  PK: [5, 5],
  UZ: [5, 5],
  KZ: [5, 5],
  IN: [5.5, 5.5],
  LK: [5.5, 5.5],
  NP: [5.75, 5.75],
  BD: [6, 6],
  TH: [7, 7],
  VN: [7, 7],
  ID: [7, 9],
  CN: [8, 8],
  HK: [8, 8],
  TW: [8, 8],
  SG: [8, 8],
  MY: [8, 8],
  PH: [8, 8],
  JP: [9, 9],
  KR: [9, 9],
  AU: [8, 10],
  NZ: [12, 12],
};

/** Whether one can live in the country and in the band. Null for a country whose zones are not listed. */
export function inBand(country: string, band: Band): 'yes' | 'no' | 'unclear' | null {
  const zones = COUNTRY_ZONES[country];
  if (zones === undefined) return null;
  const [west, east] = zones;
  if (east >= band.from && west <= band.to) return 'yes';
  return east >= band.from - 1 && west <= band.to + 1 ? 'unclear' : 'no';
}

/** Countries whose zones are known. */
export function countriesWithZones(): string[] {
  return Object.keys(COUNTRY_ZONES);
}
