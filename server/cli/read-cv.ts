/** `npm run read-cv`: reads CVs and prints what they say. Nothing is stored, and nothing leaves the machine. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { cvAsRead } from '../cv/as-read.ts';
import { createCvParser, type CvParser } from '../cv/cv-parser.ts';
import { LIMITS, unreadable } from '../cv/extracted.ts';
import { qualityWords } from '../cv/quality-words.ts';
import { readProfile } from '../cv/read-profile.ts';
import { readFlags, wronglyCalled } from './flags.ts';
import { complain, print, runCommand } from './run.ts';

const USAGE = `Read CVs: PDF, DOCX, text, Markdown, JSON Resume; by what is in a file, not by its name.

  npm run --silent read-cv -- FILE …

  --json              one line per file, with the fields that evaluations compare
  -h, --help          this text`;

await runCommand(async () => {
  const { values, positionals: files } = readFlags(process.argv.slice(2), { json: { type: 'boolean' } }, USAGE);
  if (values['help'] === true) {
    await print(USAGE);
    return 0;
  }
  if (files.length === 0) throw wronglyCalled(`Name at least one file.\n\n${USAGE}`);
  for (const file of files) {
    if ((await stat(file).catch(() => null))?.isFile() !== true) throw wronglyCalled(`There is no file ${file}.`);
  }
  const parser = createCvParser();
  for (const file of files) await print(await readOne(parser, file, values['json'] === true));
  return 0;
});

/** One file's line, or its words for people; what could not be read is said beside it. */
async function readOne(parser: CvParser, file: string, isJson: boolean): Promise<string> {
  const { size } = await stat(file);
  const parsed =
    size > LIMITS.bytes
      ? { ...unreadable('text', 'corrupt'), trouble: 'size' as const }
      : await parser.parse(await readFile(file), basename(file));
  const { text, profile } = readProfile(parsed.lines);
  const words = qualityWords(parsed)?.en;
  if (words !== undefined) complain(`${file}: ${words}`);
  for (const hidden of parsed.hidden) complain(`${file}: hidden text, not read as part of it: ${hidden}`);
  const isRead = parsed.lines.length > 0;
  if (isJson) return JSON.stringify(cvAsRead(file, parsed.quality, isRead ? profile : null));
  return isRead ? `${file}\n\n${text}\n\n${JSON.stringify(cvAsRead(file, parsed.quality, profile), null, 2)}\n` : file;
}
