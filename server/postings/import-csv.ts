/** Postings in a table: CSV with a header, its columns named as people name them. */
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { z } from 'zod';
import type { SourcePosting } from './job-posting.ts';
import { type Refusal, refuse } from './refusal.ts';
import { toPosting } from './sources/draft.ts';
import { employmentOf, workplaceOf } from './sources/employment-words.ts';

/** Names a column may have, folded to letters, for each field. */
const NAMES = {
  title: ['title', 'jobtitle', 'position', 'role', 'name'],
  url: ['url', 'link', 'joburl', 'address', 'sourceurl', 'joblink'],
  company: ['company', 'employer', 'companyname', 'organization', 'organisation', 'hiringorganization'],
  location: ['location', 'place', 'city', 'locations', 'joblocation'],
  country: ['country'],
  workplace: ['workplace', 'workplacetype', 'remote', 'worktype', 'joblocationtype'],
  employment: ['employment', 'employmenttype', 'jobtype', 'contract', 'type'],
  description: ['description', 'text', 'jobdescription', 'body', 'details'],
  pay: ['pay', 'salary', 'compensation', 'wage', 'salaryrange'],
  skills: ['skills', 'tags', 'keywords'],
  department: ['department', 'category', 'team'],
  posted: ['posted', 'dateposted', 'date', 'postedat', 'publishedat', 'created'],
  id: ['id', 'jobid', 'sourceid', 'reference'],
} as const;
type Field = keyof typeof NAMES;
const FIELDS: readonly Field[] = [
  'title',
  'url',
  'company',
  'location',
  'country',
  'workplace',
  'employment',
  'description',
  'pay',
  'skills',
  'department',
  'posted',
  'id',
];

const rowSchema = z.object({ record: z.record(z.string(), z.string()), info: z.object({ lines: z.number() }) });

/** Is this line the header of such a table? It must name at least title and web address. */
export function isCsvHeader(line: string): boolean {
  const columns = columnsOf(line.split(/[,;\t]/u));
  return columns.has('title') && columns.has('url');
}

/** Which column holds which field. */
function columnsOf(names: readonly string[]): Map<Field, string> {
  const found = new Map<Field, string>();
  for (const name of names) {
    const bare = name.toLowerCase().replace(/[^a-z]/gu, '');
    const field = FIELDS.find((candidate) => NAMES[candidate].some((known) => known === bare));
    if (field !== undefined && !found.has(field)) found.set(field, name.replace(/^\ufeff?"?|"$/gu, ''));
  }
  return found;
}

/** Reads the table, header first; a row without title or address is refused by its line. */
export async function* readCsv(header: string, lines: AsyncIterable<string>): AsyncGenerator<SourcePosting | Refusal> {
  const columns = columnsOf(header.split(/[,;\t]/u));
  const delimiter = /[,;\t]/u.exec(header)?.[0] ?? ',';
  async function* text(): AsyncGenerator<string> {
    yield `${header}\n`;
    for await (const line of lines) yield `${line}\n`;
  }
  const table = Readable.from(text()).pipe(
    parse({
      columns: true,
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }),
  );
  let place = 0;
  try {
    for await (const raw of table) {
      place += 1;
      const { record, info } = rowSchema.parse(raw);
      const cell = (field: Field): string | null => record[columns.get(field) ?? '']?.trim() || null;
      const posting = toPosting(
        'csv',
        {
          sourceId: cell('id'),
          url: cell('url'),
          title: cell('title'),
          company: cell('company'),
          locations: [[cell('location'), cell('country')].filter((part) => part !== null).join(', ')],
          workplace: /^(?:yes|true|1)$/iu.test(cell('workplace') ?? '') ? 'remote' : workplaceOf(cell('workplace')),
          employment: employmentOf(cell('employment')),
          html: [cell('description')],
          payWords: cell('pay'),
          skills: cell('skills')?.split(/[,;|]/u) ?? [],
          department: cell('department'),
          datePosted: cell('posted'),
        },
        info.lines,
      );
      yield posting;
    }
  } catch (error) {
    const words = error instanceof Error ? error.message : 'unreadable';
    yield refuse(place + 2, 'not_json', `The table breaks off near line ${place + 2}: ${words}`);
  }
}
