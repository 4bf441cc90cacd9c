/** `npm run import`: loads postings from files. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { PerchError } from '../kernel/errors.ts';
import { openDoor, print, runCommand } from './door.ts';
import { readFlags, text } from './flags.ts';

const USAGE = `Load postings into Perch: job board responses (Ashby), JSON lines, schema.org JobPosting; gzip too.

  npm run --silent import -- FILE …

  --json              one line per posting as Perch reads it
  --countries DE,US   the countries of its "eligible" column (default DE,US,GB,UA,IN,BR,CA,PL)
  --data-dir DIR      which Perch (default ./data, or PERCH_DATA_DIR)
  -h, --help          this text`;

const COUNTRIES = 'DE,US,GB,UA,IN,BR,CA,PL';
/** Refusals that are printed one by one. */
const SHOWN = 20;

const lineSchema = z.union([
  z.object({ posting: z.unknown() }).strict(),
  z.object({ refused: z.object({ line: z.number().nullable(), words: z.string() }).loose() }).strict(),
  z
    .object({
      report: z
        .object({
          read: z.number(),
          added: z.number(),
          updated: z.number(),
          unchanged: z.number(),
          merged: z.number(),
          refused: z.number(),
        })
        .loose(),
    })
    .strict(),
]);

await runCommand(async () => {
  const { values, positionals } = readFlags(
    process.argv.slice(2),
    { json: { type: 'boolean' }, countries: { type: 'string' } },
    USAGE,
  );
  if (values['help'] === true) {
    await print(USAGE);
    return 0;
  }
  if (positionals.length === 0) throw wrong(`Name at least one file.\n\n${USAGE}`);
  const countries = (text(values['countries']) ?? COUNTRIES)
    .toUpperCase()
    .split(',')
    .map((code) => code.trim());
  const bad = countries.find((code) => !/^[A-Z]{2}$/u.test(code));
  if (bad !== undefined) throw wrong(`“${bad}” is no two-letter country code.`);
  for (const file of positionals) {
    if ((await stat(file).catch(() => null))?.isFile() !== true) throw wrong(`There is no file ${file}.`);
  }

  const isJson = values['json'] === true;
  const door = await openDoor(text(values['data-dir']));
  const abort = new AbortController();
  process.once('SIGINT', () => abort.abort());
  let refused = 0;
  try {
    for (const file of positionals) {
      const lines = door.headless.importStream(createReadStream(file), {
        name: basename(file),
        countries: isJson ? countries : null,
        signal: abort.signal,
      });
      let shown = 0;
      for await (const raw of lines) {
        const line = lineSchema.parse(raw);
        if ('posting' in line) await print(JSON.stringify(line.posting));
        else if ('refused' in line) {
          refused += 1;
          shown += 1;
          if (shown <= SHOWN) process.stderr.write(`${file}:${line.refused.line ?? ''} ${line.refused.words}\n`);
        } else {
          const { report } = line;
          const words = `${file}: ${report.read} read, ${report.added} new, ${report.updated} changed, ${report.unchanged} known, ${report.merged} merged, ${report.refused} refused`;
          if (isJson) process.stderr.write(`${words}\n`);
          else await print(words);
        }
      }
    }
  } finally {
    await door.close();
  }
  return refused === 0 ? 0 : 1;
});

function wrong(words: string): PerchError {
  return new PerchError('invalid', { en: words, de: words, uk: words });
}
