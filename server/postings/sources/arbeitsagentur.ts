/**
 * The job search of the Bundesagentur für Arbeit (rest.arbeitsagentur.de, the key of its own page). The list has no
 * texts; a posting's own page has them when it answers. Versions before 6 named the fields otherwise. Jobs abroad are
 * listed too, countries in German. At least 0.7 s between requests; only when a person asks.
 */
import { z } from 'zod';
import type { Employment } from '../job-posting.ts';
import { payField, periodOf } from './pay-field.ts';
import { createSource } from './read-board.ts';
import type { BoardRequest, Source } from './source.ts';
import { flag, listOf, moment, number, part, text, texts } from './tolerant.ts';

const BASE = 'https://rest.arbeitsagentur.de/jobboerse/jobsuche-service';
const HEADERS = { 'x-api-key': 'jobboerse-jobsuche' };
const SIZE = 100;
const request = (url: string): BoardRequest => ({ url, headers: HEADERS });

const answer = z.union([
  z.object({ ergebnisliste: z.array(z.unknown()), maxErgebnisse: number }),
  z
    .object({ stellenangebote: z.array(z.unknown()), maxErgebnisse: number })
    .transform((old) => ({ ergebnisliste: old.stellenangebote, maxErgebnisse: old.maxErgebnisse })),
]);
const address = { ort: text, region: text, land: text };
const detail = z.object({ stellenangebotsBeschreibung: text });

const item = z.object({
  referenznummer: text,
  refnr: text,
  stellenangebotsTitel: text,
  titel: text,
  firma: text,
  arbeitgeber: text,
  stellenlokationen: listOf(z.object({ adresse: part(address) })),
  arbeitsort: part(address),
  homeofficemoeglich: flag,
  homeofficetyp: text,
  arbeitszeitVollzeit: flag,
  arbeitszeitTeilzeit: flag,
  arbeitszeitMinijob: flag,
  gehaltsspanneVon: number,
  gehaltsspanneBis: number,
  verguetungsangabe: text,
  hauptberuf: text,
  beruf: text,
  alleBerufe: texts,
  datumErsteVeroeffentlichung: moment,
  aktuelleVeroeffentlichungsdatum: moment,
  externeURL: text,
  stellenangebotsBeschreibung: text,
});
type Item = z.output<typeof item>;

const idOf = (job: Item): string | null => job.referenznummer ?? job.refnr;

function placesOf(job: Item): { words: string; country: string | null }[] {
  const all = [...job.stellenlokationen.map(({ adresse }) => adresse), job.arbeitsort];
  return all
    .map(({ ort, region, land }) => ({
      // "Berlin, Berlin, Deutschland" says Berlin once.
      words: [...new Set([ort, region, land].filter((word) => word !== null))].join(', '),
      country: land,
    }))
    .filter(({ words }) => words !== '');
}

function employmentOf(job: Item): Employment[] {
  const full: Employment[] = job.arbeitszeitVollzeit === true ? ['full_time'] : [];
  return job.arbeitszeitTeilzeit === true || job.arbeitszeitMinijob === true ? [...full, 'part_time'] : full;
}

/** The texts carry marks of Markdown: headings, emphasis, stars for list items. */
function withoutMarks(words: string | null): string | null {
  return (
    words
      ?.replace(/^#{1,6}\s+/gmu, '')
      .replace(/\*\*|__/gu, '')
      .replace(/^\s*[*•]\s+/gmu, '- ') ?? null
  );
}

export const arbeitsagentur: Source = createSource({
  name: 'arbeitsagentur',
  title: 'Bundesagentur für Arbeit',
  policy: {
    intervalMinutes: 60,
    retentionDays: 30,
    attribution: 'Link to the posting at the Bundesagentur für Arbeit',
    mayRank: true,
    mayEmbed: true,
    mayFetchUnattended: false,
  },
  listing: 'window',
  manners: { mostRequests: 3, mostDetails: 40 },
  form: 'json',
  first: ({ words }) => {
    const search = new URLSearchParams({ angebotsart: '1', veroeffentlichtseit: '7', size: String(SIZE), page: '1' });
    if (words !== undefined) search.set('was', words);
    return request(`${BASE}/pc/v6/jobs?${search.toString()}`);
  },
  page: (value, asked) => {
    const parsed = answer.safeParse(value);
    if (!parsed.success) return null;
    const { ergebnisliste, maxErgebnisse } = parsed.data;
    const url = new URL(asked.url);
    const page = Number(url.searchParams.get('page'));
    const ended = ergebnisliste.length === 0 || maxErgebnisse === null || page * SIZE >= maxErgebnisse;
    url.searchParams.set('page', String(page + 1));
    return { items: ergebnisliste, next: ended ? null : request(url.href), context: null };
  },
  item,
  posting: (job) => {
    const id = idOf(job);
    const places = placesOf(job);
    const page = id === null ? null : `https://www.arbeitsagentur.de/jobsuche/jobdetail/${encodeURIComponent(id)}`;
    return {
      sourceId: id,
      url: page ?? job.externeURL,
      applyUrl: job.externeURL ?? page,
      title: job.stellenangebotsTitel ?? job.titel ?? job.hauptberuf ?? job.beruf,
      company: job.firma ?? job.arbeitgeber,
      locations: places.map(({ words }) => words),
      locationCountry: places[0]?.country ?? null,
      // "Possible" is no promise of a place without an office.
      workplace:
        job.homeofficemoeglich === true
          ? /voll|ausschlie|100/iu.test(job.homeofficetyp ?? '')
            ? 'remote'
            : 'hybrid'
          : null,
      employment: employmentOf(job),
      plain: withoutMarks(job.stellenangebotsBeschreibung),
      pay: payField({
        min: job.gehaltsspanneVon,
        max: job.gehaltsspanneBis,
        currency: 'EUR',
        period: periodOf(job.verguetungsangabe),
      }),
      department: job.hauptberuf ?? job.beruf ?? job.alleBerufe[0] ?? null,
      datePosted: [job.datumErsteVeroeffentlichung, job.aktuelleVeroeffentlichungsdatum],
    };
  },
  detail: {
    request: (job) => {
      const id = idOf(job);
      return id === null
        ? null
        : request(`${BASE}/pc/v4/jobdetails/${encodeURIComponent(Buffer.from(id).toString('base64'))}`);
    },
    join: (job, value) => {
      const found = detail.safeParse(value);
      return found.success ? { ...job, ...found.data } : job;
    },
  },
  usual: {
    referenznummer: 1,
    stellenangebotsTitel: 1,
    firma: 0.9,
    'stellenlokationen[].adresse.ort': 0.95,
    hauptberuf: 0.95,
    datumErsteVeroeffentlichung: 1,
  },
});
