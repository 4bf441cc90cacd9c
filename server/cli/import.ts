/** `npm run import`: loads postings from files. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { countryList, type Headless } from '../http/headless-routes.ts';
import { PerchError } from '../kernel/errors.ts';
import { openDoor } from './door.ts';
import { dataDirOf, readFlags, text, wronglyCalled } from './flags.ts';
import { complain, print, runCommand } from './run.ts';

const USAGE = `Load postings into Perch: board responses (Ashby, Greenhouse, Lever), JSON, JSON lines, CSV with a header,
schema.org JobPosting; gzip too.

  npm run --silent import -- FILE …

  --json              one line per posting as Perch reads it
  --countries DE,US   the countries of its "eligible" column (default DE,US,GB,UA,IN,BR,CA,PL)
  --data-dir DIR      which Perch (default ./data, or PERCH_DATA_DIR)
  -h, --help          this text`;

const COUNTRIES = 'DE,US,GB,UA,IN,BR,CA,PL';
/** Refusals that are printed one by one. */
const SHOWN = 20;

const refusal = z.object({ line: z.number().nullable(), reason: z.string(), words: z.string() });
const count = z.number();
const reportSchema = z.object({
  read: count,
  added: count,
  updated: count,
  unchanged: count,
  merged: count,
  refused: count,
});
const lineSchema = z.union([
  z.strictObject({ posting: z.unknown() }),
  z.strictObject({ refused: refusal }),
  z.strictObject({ report: reportSchema }),
  z.strictObject({ failed: z.string() }),
]);

await runCommand(async () => {
  const { values, positionals: files } = readFlags(
    process.argv.slice(2),
    { json: { type: 'boolean' }, countries: { type: 'string' } },
    USAGE,
  );
  if (values['help'] === true) {
    await print(USAGE);
    return 0;
  }
  if (files.length === 0) throw wronglyCalled(`Name at least one file.\n\n${USAGE}`);
  const wanted = text(values['countries']) ?? COUNTRIES;
  const countries = countryList.safeParse(wanted);
  if (!countries.success) throw wronglyCalled(`--countries ${wanted}: write two-letter codes with commas, as DE,US.`);
  for (const file of files) {
    if ((await stat(file).catch(() => null))?.isFile() !== true) throw wronglyCalled(`There is no file ${file}.`);
  }

  const abort = new AbortController();
  process.once('SIGINT', () => abort.abort());
  process.once('SIGTERM', () => abort.abort());
  const door = await openDoor(dataDirOf(values), { samples: false });
  let isWhole = true;
  try {
    for (const file of files) {
      const isJson = values['json'] === true;
      const kept = await importFile(door.headless, file, isJson ? countries.data : null, abort.signal);
      isWhole &&= kept;
    }
  } catch (error) {
    if (!abort.signal.aborted) throw error;
    complain('Stopped. What was printed or counted until here is stored.');
    return 1;
  } finally {
    await door.close();
  }
  return isWhole ? 0 : 1;
});

/** Returns whether the file gave all it had: false when it breaks off, or when nothing in it was a posting. */
async function importFile(
  headless: Headless,
  file: string,
  countries: string[] | null,
  signal: AbortSignal,
): Promise<boolean> {
  const lines = headless.importStream(createReadStream(file), { name: basename(file), countries, signal });
  let shown = 0;
  let isWhole = true;
  for await (const raw of lines) {
    const line = lineSchema.parse(raw);
    if ('failed' in line) throw new PerchError('unavailable', { en: line.failed, de: line.failed, uk: line.failed });
    if ('posting' in line) await print(JSON.stringify(line.posting));
    else if ('refused' in line) {
      const { line: number, words, reason } = line.refused;
      isWhole &&= reason !== 'cut_off';
      shown += 1;
      if (shown <= SHOWN) complain(`${file}${number === null ? '' : `:${number}`}: ${words}`);
    } else {
      const { report } = line;
      if (report.refused > SHOWN) complain(`${file}: … and ${report.refused - SHOWN} more refused`);
      isWhole &&= report.read === 0 || report.refused < report.read;
      const words = `${file}: ${report.read} read, ${report.added} new, ${report.updated} changed, ${report.unchanged} known, ${report.merged} merged, ${report.refused} refused`;
      if (countries === null) await print(words);
      else complain(words);
    }
  }
  return isWhole;
}
