/**
 * The sample board: postings the project writes itself, deterministic, any number. They answer until real ones are
 * there, and measure how fast things are. Realistic in pay, place and skills; some are silent, as real ones are.
 */
import type { Employment, Seniority, SourcePosting, Workplace } from '../job-posting.ts';
import { SAMPLE_PLACES, type SamplePlace } from './sample-places.ts';
import { type SampleRole, sampleRoles } from './sample-roles.ts';
import { fill, levelTitle, type SampleLanguage, sampleText } from './sample-texts.ts';

const DAY_MS = 86_400_000;
const FIRST = [
  'Amsel',
  'Lindenhof',
  'Northwind',
  'Kestrel',
  'Bright Harbour',
  'Maple Yard',
  'Dnipro Bridge',
  'Falkenried',
  'Quiet River',
  'Steinbock',
  'Bluebell',
  'Tall Pine',
  'Sonnenweg',
  'Karpaty',
  'Redbrick',
  'Alder',
  'Weidenfeld',
  'Copper Lane',
  'Saltmarsh',
  'Hohenrain',
];
const LAST: Record<string, readonly string[]> = {
  software: ['Software', 'Systems', 'Labs', 'Digital'],
  nursing: ['Clinic', 'Care', 'Hospital Group', 'Health'],
  logistics: ['Logistics', 'Freight', 'Parcel', 'Storage'],
  finance: ['Finance', 'Accounting', 'Partners', 'Capital'],
  teaching: ['Schools', 'Academy', 'Learning', 'College'],
  trades: ['Works', 'Building', 'Energy', 'Machines'],
  hospitality: ['Hotels', 'Kitchen', 'Bakery', 'House'],
};
const OTHER = ['Group', 'Studio', 'Company', 'Collective'];

/** Numbers that look random and are the same each time (mulberry32). */
function createPicker(seed: number): (count: number) => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return (count) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * count);
  };
}

type Picker = ReturnType<typeof createPicker>;

/** One of a list; an empty list is a mistake of ours. */
function choose<T>(pick: Picker, list: readonly T[]): T {
  const chosen = list[pick(list.length)];
  if (chosen === undefined) throw new Error('the sample board chose from an empty list');
  return chosen;
}

/** Where from remote work may be done, as boards write it. `null` as location words: the posting does not say. */
const AREAS: readonly ((place: SamplePlace) => { location: string; sentence: string | null })[] = [
  (place) => ({ location: `Remote (${place.country})`, sentence: null }),
  () => ({ location: 'Remote - Europe', sentence: null }),
  () => ({ location: 'Remote (EU)', sentence: 'You live and work in the European Union.' }),
  () => ({ location: 'Remote (CET +/- 2)', sentence: null }),
  () => ({ location: 'Remote', sentence: null }),
  () => ({ location: 'Remote - Worldwide', sentence: 'You can work from anywhere in the world.' }),
  (place) => ({ location: 'Remote', sentence: `You must be based in ${place.country}.` }),
  () => ({ location: 'Remote - US', sentence: 'Applicants must be authorized to work in the United States.' }),
  (place) => ({ location: `${place.country} (Remote)`, sentence: null }),
];

function levelOf(pick: Picker): { level: Seniority | null; years: number; factor: number } {
  const dice = pick(20);
  if (dice < 2) return { level: 'junior', years: 1, factor: 0.78 };
  if (dice < 8) return { level: 'senior', years: 5, factor: 1.25 };
  if (dice < 10) return { level: 'lead', years: 7, factor: 1.45 };
  return { level: null, years: 2, factor: 1 };
}

function payOf(
  role: SampleRole,
  place: SamplePlace,
  factor: number,
  pick: Picker,
): { pay: SourcePosting['pay']; sentence: string | null } {
  if (pick(4) === 0) return { pay: null, sentence: null };
  const year = (thousands: number): number => thousands * 1000 * place.level * factor * place.perEuro;
  const round = (amount: number): number =>
    amount > 20_000 ? Math.round(amount / 1000) * 1000 : Math.round(amount / 50) * 50;
  const [low, high] = role.pay;
  const monthly = ['UA', 'PL', 'CZ'].includes(place.code);
  const hourly = !monthly && high < 38 && pick(2) === 0;
  const part = monthly ? 12 : hourly ? 2080 : 1;
  const scale = (amount: number): number => (hourly ? Math.round((amount / part) * 2) / 2 : round(amount / part));
  const [min, max] = [scale(year(low)), scale(year(high))];
  const period = monthly ? 'month' : hourly ? 'hour' : 'year';
  const words = `${min.toLocaleString('en')}–${max.toLocaleString('en')} ${place.currency} per ${period}`;
  if (pick(5) === 0) return { pay: null, sentence: `The salary is ${words}.` };
  return { pay: { min, max, currency: place.currency, period, words }, sentence: null };
}

function languageOf(place: SamplePlace, pick: Picker): SampleLanguage {
  return place.language === 'en' || pick(3) === 0 ? 'en' : place.language;
}

function employmentOf(role: SampleRole, pick: Picker): Employment[] {
  const dice = pick(12);
  if (dice === 0) return ['part_time'];
  if (dice === 1) return role.field === 'software' ? ['contract'] : ['full_time', 'part_time'];
  return dice === 2 ? [] : ['full_time'];
}

function modeOf(role: SampleRole, pick: Picker): Workplace | null {
  const dice = pick(10);
  if (!role.remote) return dice < 9 ? 'onsite' : null;
  if (dice < 5) return 'remote';
  return dice < 7 ? 'hybrid' : dice < 9 ? 'onsite' : null;
}

/** What the demo's first sentence asks for: the remote ones that need Python first of all. */
function pythonRoles(): readonly SampleRole[] {
  return sampleRoles().filter((role) => role.remote && role.skills[0] === 'Python');
}

/** Every tenth posting of the first sixty is remote Python work that can be done from Germany, so that the first sentence finds some. */
function madeForTheDemo(index: number): boolean {
  return index % 10 === 3 && index < 60;
}

function makePosting(index: number, today: Date): SourcePosting {
  const pick = createPicker(index + 1);
  const demo = madeForTheDemo(index);
  const python = pythonRoles();
  const roles = demo ? python : sampleRoles();
  // Each role comes round in its turn, so that a small board has them all.
  const role =
    roles[demo ? Math.floor(index / 10) % roles.length : (index * 37) % roles.length] ?? choose(pick, sampleRoles());
  const germany = SAMPLE_PLACES.filter((place) => place.code === 'DE');
  const place = choose(pick, demo ? germany : SAMPLE_PLACES);
  const language = demo ? 'en' : languageOf(place, pick);
  const { level, years, factor } = levelOf(pick);
  const workplace = demo ? 'remote' : modeOf(role, pick);
  const area = workplace === 'remote' ? choose(pick, demo ? AREAS.slice(0, 4) : AREAS)(place) : null;
  const { pay, sentence } = payOf(role, place, factor, pick);
  const company = `${choose(pick, FIRST)} ${choose(pick, LAST[role.field] ?? OTHER)}`;
  const title = levelTitle(language, level, role[language]);
  const values = {
    company,
    title,
    does: role.does,
    city: place.city,
    people: String(8 + pick(400)),
    age: String(5 + pick(40)),
    years: String(years),
  };
  const silentPlace = workplace === null && pick(3) === 0;
  return {
    source: 'sample',
    sourceId: `sample-${index + 1}`,
    url: `https://sample.perch.invalid/postings/${index + 1}`,
    applyUrl: null,
    title,
    company,
    locations: silentPlace ? [] : [area?.location ?? `${place.city}, ${place.country}`],
    locationCountry: null,
    workplace: null,
    isRemote: workplace === 'remote' ? true : null,
    employment: employmentOf(role, pick),
    description: sampleText({
      language,
      values,
      skills: role.skills,
      workplace,
      area: area?.sentence ?? null,
      pay: sentence === null ? null : fill(sentence, values),
      pick,
    }),
    completeness: 'full',
    pay,
    skills: [...role.skills],
    department: null,
    datePosted: new Date(
      Math.floor(today.getTime() / DAY_MS) * DAY_MS - (pick(45) * DAY_MS + pick(86_400) * 1000),
    ).toISOString(),
    validThrough: null,
    isSample: true,
  };
}

/** The first `count` postings of the board as of `today`, one by one. The same arguments give the same postings. */
export function* generateSamples(count: number, today: Date): Generator<SourcePosting, void> {
  for (let index = 0; index < count; index += 1) yield makePosting(index, today);
}

/** The same as a list, for boards that fit in memory. */
export function samplePostings(count: number, today: Date): SourcePosting[] {
  return [...generateSamples(count, today)];
}
