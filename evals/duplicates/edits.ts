/** How boards change a posting that they carry, and how openings that are not the same differ: named edits for pairs. */
import type { SourcePosting } from '../../server/postings/job-posting.ts';

type Edit = (posting: SourcePosting, value: string) => Partial<SourcePosting>;

const FOOTER = `Found on our board of hand-picked openings. Tell them where you saw it, and set an alert to hear of
similar work before others do. We check each posting before it goes online.`;
const DAY_MS = 86_400_000;
/** Cities under the names that a German board gives them. */
const GERMAN: Record<string, string> = { Munich: 'München', Vienna: 'Wien', Cologne: 'Köln', Warsaw: 'Warschau' };

const moved = (iso: string | null, days: number): string | null =>
  iso === null ? null : new Date(Date.parse(iso) + days * DAY_MS).toISOString();

const EDITS: Record<string, Edit> = {
  // What a board that carries it does.
  linked: ({ applyUrl, url }, from) => ({
    applyUrl: `${(applyUrl ?? url).replace(/^https/u, 'http')}?utm_source=${from}&ref=x`,
  }),
  gender: ({ title }, words) => ({ title: `${title} (${words})` }),
  mode: ({ title }, words) => ({ title: `${title} - ${words}` }),
  placed: ({ title, locations }) => ({ title: `${title} - ${locations[0]?.split(/[,(]/u)[0]?.trim() ?? 'Remote'}` }),
  named: ({ title, company }, by) => ({ title: `${title} ${by} ${company ?? ''}` }),
  short: ({ title }) => ({ title: title.replace(/\bSenior\b/u, 'Sr.').replace(/\bJunior\b/u, 'Jr.') }),
  form: ({ company }, legal) => ({ company: `${company ?? ''} ${legal}` }),
  shout: ({ company }) => ({ company: company?.toUpperCase() ?? null }),
  first: ({ locations }) => ({ locations: locations.slice(0, 1) }),
  city: ({ locations }) => ({ locations: locations.map((place) => place.split(',')[0] ?? place) }),
  german: ({ locations }) => ({
    locations: locations.map((place) => place.replace(/^[A-Z]\w+/u, (name) => GERMAN[name] ?? name)),
  }),
  nowhere: () => ({ locations: [] }),
  footer: ({ description }) => ({ description: `${description}\n\n${FOOTER}` }),
  head: ({ description, company }) => ({
    description: `${company ?? 'They'} are hiring!\n${FOOTER}\n\n${description}`,
  }),
  flat: ({ description }) => ({ description: description.replace(/^[-•*]\s*/gmu, '').replaceAll(/\s+/gu, ' ') }),
  cut: ({ description }, share) => ({
    description: description.slice(0, Math.round(description.length * Number(share))),
  }),
  snippet: ({ description }, length) => ({
    description: description.slice(0, Number(length)),
    completeness: 'snippet',
  }),
  bare: () => ({ description: '', completeness: 'none' }),
  later: ({ datePosted }, days) => ({ datePosted: moved(datePosted, Number(days)) }),
  undated: () => ({ datePosted: null }),
  unpaid: () => ({ pay: null }),
  // What makes another opening of it.
  title: (_posting, title) => ({ title }),
  place: (_posting, place) => ({ locations: place.split(';'), locationCountry: null }),
  employer: (_posting, company) => ({ company }),
  employment: (_posting, kind) => ({
    employment: kind === 'part_time' || kind === 'internship' || kind === 'contract' ? [kind] : ['full_time'],
  }),
  paid: (_posting, words) => {
    const [min, max] = words.split('-').map(Number);
    return { pay: { min: min ?? null, max: max ?? null, currency: 'USD', period: 'year', words } };
  },
  page: (_posting, url) => ({ url, applyUrl: null }),
};

/** Applies "gender=m/w/d", "later=9" … one after the other. Throws on an edit that is not known. */
export function edit(posting: SourcePosting, edits: readonly string[]): SourcePosting {
  let edited = posting;
  for (const words of edits) {
    const at = words.indexOf('=');
    const name = at === -1 ? words : words.slice(0, at);
    const change = EDITS[name];
    if (change === undefined) throw new Error(`There is no edit ${name}.`);
    edited = { ...edited, ...change(edited, at === -1 ? '' : words.slice(at + 1)) };
  }
  return edited;
}
