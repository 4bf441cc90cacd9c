/**
 * Makes server/taxonomy/data/cities.tsv and towns.tsv from GeoNames (CC BY 4.0, https://download.geonames.org/export/dump/).
 * Usage: node scripts/build-places.ts FOLDER, where FOLDER holds cities15000.zip.
 * Cities: capitals, and places above a size that depends on how often their country is in job postings; their names
 * are recognised anywhere. Towns: smaller places, recognised only where a place must stand.
 * A line: English name, country, US state or Canadian province, thousands of people, other names joined by "|".
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

const MUCH = new Set('US DE GB CA FR NL BE CH AT IE AU PL UA ES IT SE NO DK FI PT CZ IL RO NZ'.split(' '));
const LEAST = 60_000;
const LEAST_BY_COUNTRY: Record<string, number> = { CN: 1_500_000, IN: 400_000 };
const LEAST_ELSEWHERE = 250_000;
/** Countries whose towns are named in searches, and the size of towns of all others. */
const TOWNS_OF = new Set([...MUCH, ...'HU SK SI HR BG GR RS LT LV EE LU MT CY IS'.split(' ')]);
const LEAST_TOWN = 5_000;
const LEAST_TOWN_ELSEWHERE = 100_000;
/** Letters of Ukrainian and nothing else: GeoNames does not say which language a name is in. */
const UKRAINIAN = /^[абвгґдеєжзиіїйклмнопрстуфхцчшщьюяАБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ' ’-]{3,}$/;
const PROVINCES: Record<string, string> = {
  '01': 'AB',
  '02': 'BC',
  '03': 'MB',
  '04': 'NB',
  '05': 'NL',
  '07': 'NS',
  '08': 'ON',
  '09': 'PE',
  '10': 'QC',
  '11': 'SK',
  '12': 'YT',
  '13': 'NT',
  '14': 'NU',
};

/** The only file of a zip archive, unpacked. */
function unzip(path: string): string {
  const bytes = readFileSync(path);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const directory = bytes.readUInt32LE(end + 16);
  const size = bytes.readUInt32LE(directory + 20);
  const header = bytes.readUInt32LE(directory + 42);
  const data = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  return inflateRawSync(bytes.subarray(data, data + size)).toString('utf8');
}

/** Without accents, in lower case. */
function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function otherNames(name: string, ascii: string, alternates: string, country: string): string[] {
  const other = new Set<string>();
  if (ascii !== name) other.add(ascii);
  const all = alternates.split(',');
  for (const cyrillic of all.filter((word) => UKRAINIAN.test(word)).slice(0, 6)) other.add(cyrillic);
  if (country === 'DE' || country === 'AT' || country === 'CH') {
    for (const word of all)
      if (
        /^[A-Za-zäöüÄÖÜß .-]*[äöü][A-Za-zäöüß .-]*$/.test(word) &&
        plain(word.slice(0, 2)) === plain(ascii.slice(0, 2))
      )
        other.add(word);
  }
  for (const full of [name, ascii]) {
    const [, short] = /^(.{6,}?) (?:am|an|im|bei|vor|ob|unter)(?: der| dem)? \p{Lu}/u.exec(full) ?? [];
    if (short !== undefined) other.add(short);
    if (/^(?:Saint|St\.?|Sankt) /.test(full)) {
      const rest = full.replace(/^\S+ /, '');
      for (const saint of ['Saint', 'St']) other.add(`${saint} ${rest}`);
    }
  }
  other.delete(name);
  return [...other];
}

type Line = { people: number; text: string };

function write(file: string, title: string, lines: readonly Line[]): void {
  const head = `# ${title}: GeoNames cities15000 (https://www.geonames.org, CC BY 4.0), cut by scripts/build-places.ts.\n# name\tcountry\tstate or province\tthousands of people\tother names\n`;
  const sorted = lines.toSorted((left, right) => right.people - left.people).map((line) => line.text);
  writeFileSync(new URL(`../server/taxonomy/data/${file}`, import.meta.url), `${head}${sorted.join('\n')}\n`);
  process.stderr.write(`${lines.length} in ${file}\n`);
}

function main(folder: string): void {
  const cities: Line[] = [];
  const towns: Line[] = [];
  for (const line of unzip(join(folder, 'cities15000.zip')).split('\n')) {
    const cell = line.split('\t');
    const [, name, ascii, alternates, , , , feature, country, , admin] = cell;
    const people = Number(cell[14]);
    if (name === undefined || ascii === undefined || alternates === undefined || country === undefined) continue;
    if (feature === 'PPLX') continue;
    const least = MUCH.has(country) ? LEAST : (LEAST_BY_COUNTRY[country] ?? LEAST_ELSEWHERE);
    const isCity = people >= least || feature === 'PPLC';
    if (!isCity && people < LEAST_TOWN) continue;
    if (!isCity && !TOWNS_OF.has(country) && people < LEAST_TOWN_ELSEWHERE) continue;
    const part = country === 'US' ? (admin ?? '') : country === 'CA' ? (PROVINCES[admin ?? ''] ?? '') : '';
    const other = otherNames(name, ascii, alternates, country);
    // "Bad Homburg vor der Höhe" is called Bad Homburg.
    const usual = other.find((word) => word.includes(' ') && name.startsWith(`${word} `) && !isCity) ?? name;
    const text = [
      usual,
      country,
      part,
      Math.round(people / 1000),
      [...(usual === name ? [] : [name]), ...other.filter((word) => word !== usual)].join('|'),
    ].join('\t');
    (isCity ? cities : towns).push({ people, text });
  }
  write('cities.tsv', 'Cities', cities);
  write('towns.tsv', 'Towns', towns);
}

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write('Usage: node scripts/build-places.ts FOLDER (with cities15000.zip)\n');
  process.exitCode = 2;
} else {
  main(folder);
}
