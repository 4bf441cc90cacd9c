/**
 * Reads a file of postings as a stream: gzip or not (by its first bytes), JSON lines, one JSON document or a CSV table. A bad
 * line is refused by its number and the rest goes on; a gzip that breaks off keeps what came before, and says so.
 */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { PerchError } from '../kernel/errors.ts';
import { readBoardRows } from './import-board.ts';
import { isCsvHeader, readCsv } from './import-csv.ts';
import { readRow } from './import-row.ts';
import type { SourcePosting } from './job-posting.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';

/** A longer line is no posting; it is skipped without being held. */
const LONGEST_LINE = 32_000_000;
/** A document that is not lines is read whole, up to here. */
const LONGEST_DOCUMENT = 256_000_000;

const board = z.object({ jobs: z.array(z.unknown()) });
const graph = z.object({ '@graph': z.array(z.unknown()) });

/** What reading needs to know: the employer's short name where the rows do not tell it, and when to stop. */
type Reading = { slug: string; signal: AbortSignal };

type Line = { number: number; text: string } | { number: number; broken: 'too_long' | 'cut_off'; words: string };

/** The file's bytes, unpacked when they begin as gzip does. */
async function openBytes(input: string | Readable): Promise<Readable> {
  const raw = typeof input === 'string' ? createReadStream(input) : input;
  const chunks: AsyncIterator<unknown> = raw[Symbol.asyncIterator]();
  const first = await chunks.next().catch((error: unknown) => {
    throw cannotRead(typeof input === 'string' ? input : 'the input', error);
  });
  const all = Readable.from(chain(first, chunks), { objectMode: false });
  if (first.done === true || !isGzip(first.value)) return all;
  const unzip = createGunzip();
  all.on('error', (error) => unzip.destroy(error));
  return all.pipe(unzip);
}

function isGzip(chunk: unknown): boolean {
  return Buffer.isBuffer(chunk) && chunk[0] === 0x1f && chunk[1] === 0x8b;
}

/** The chunk that was looked at, then the rest; whoever stops early closes the file. */
async function* chain(first: IteratorResult<unknown>, chunks: AsyncIterator<unknown>): AsyncGenerator {
  try {
    for (let next = first; next.done !== true; next = await chunks.next()) yield next.value;
  } finally {
    await chunks.return?.();
  }
}

function cannotRead(path: string, error: unknown): PerchError {
  const why = error instanceof Error ? error.message : 'unreadable';
  const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  return new PerchError(missing ? 'not_found' : 'invalid', {
    en: missing ? `There is no file ${path}.` : `${path} cannot be read: ${why}`,
    de: missing ? `Die Datei ${path} gibt es nicht.` : `${path} lässt sich nicht lesen: ${why}`,
    uk: missing ? `Файлу ${path} немає.` : `${path} не вдається прочитати: ${why}`,
  });
}

/** Lines of the stream; a stream that breaks off gives a last broken line instead of throwing. */
async function* linesOf(bytes: Readable, signal: AbortSignal): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let rest = '';
  let number = 0;
  let skipping = false;
  try {
    for await (const chunk of bytes) {
      signal.throwIfAborted();
      rest += decoder.decode(chunk, { stream: true });
      let from = 0;
      for (let end = rest.indexOf('\n', from); end !== -1; end = rest.indexOf('\n', from)) {
        number += 1;
        if (skipping) skipping = false;
        else yield { number, text: rest.slice(from, end) };
        from = end + 1;
      }
      rest = rest.slice(from);
      if (rest.length > LONGEST_LINE) {
        if (!skipping)
          yield { number: number + 1, broken: 'too_long', words: `The line is longer than ${LONGEST_LINE / 1e6} MB.` };
        skipping = true;
        rest = '';
      }
    }
  } catch (error) {
    signal.throwIfAborted();
    yield {
      number: number + 1,
      broken: 'cut_off',
      words: `The file breaks off here (${error instanceof Error ? error.message : 'unreadable'}). What came before was kept.`,
    };
    return;
  }
  rest += decoder.decode();
  if (rest !== '' && !skipping) yield { number: number + 1, text: rest };
}

/** The texts of the lines that are left; one that broke ends them. */
async function* unbroken(lines: AsyncIterable<Line>): AsyncGenerator<string> {
  for await (const line of lines) {
    if ('broken' in line) throw new Error(line.words);
    yield line.text;
  }
}

function parse(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** The postings of one JSON document: a board response, a list, a graph, or a single posting. */
async function* readDocument(value: unknown, reading: Reading): AsyncGenerator<SourcePosting | Refusal> {
  const jobs = board.safeParse(value);
  const members = graph.safeParse(value);
  const rows = jobs.success
    ? jobs.data.jobs
    : members.success
      ? members.data['@graph']
      : Array.isArray(value)
        ? value
        : [value];
  const known = readBoardRows(rows, reading);
  if (known !== null) yield* known;
  else for (const [index, row] of rows.entries()) yield readRow(row, index + 1, reading.slug);
}

/** One value of a file of lines. */
async function* readLine(value: unknown, line: number, reading: Reading): AsyncGenerator<SourcePosting | Refusal> {
  const known = readBoardRows([value], reading);
  if (known === null) yield readRow(value, line, reading.slug);
  else for await (const row of known) yield isRefusal(row) ? { ...row, line } : row;
}

/** The employer's slug that a file's name gives: "acme.json.gz" → "acme"; nothing for a stream. */
function slugOf(input: string | Readable): string {
  return typeof input === 'string'
    ? basename(input)
        .replace(/\.(?:gz|jsonl?|ndjson)\b/gu, '')
        .slice(0, 100)
    : '';
}

/**
 * Reads postings from a path or a byte stream. Throws PerchError when the file is missing or unreadable; all else
 * becomes a Refusal.
 */
export async function* readImport(
  input: string | Readable,
  options: { signal: AbortSignal; board?: string },
): AsyncGenerator<SourcePosting | Refusal> {
  const reading: Reading = { slug: options.board ?? slugOf(input), signal: options.signal };
  const bytes = await openBytes(input);
  /** Text of a document over several lines, collected while no line has made sense by itself. */
  let document: string[] | null = null;
  let size = 0;
  const lines = linesOf(bytes, options.signal);
  for await (const line of lines) {
    if ('broken' in line) {
      yield refuse(line.number, line.broken, line.words);
      continue;
    }
    const text = line.text.replace(/^\ufeff/u, '').trim();
    if (document !== null) {
      size += text.length;
      if (size <= LONGEST_DOCUMENT) document.push(line.text);
      continue;
    }
    if (text === '') continue;
    if (line.number === 1 && isCsvHeader(text)) {
      yield* readCsv(text, unbroken(lines));
      return;
    }
    const parsed = parse(text);
    if (
      parsed === null &&
      line.number === 1 &&
      /^[[{]\s*(?:"[^"]*"\s*:\s*(?:[[{]\s*)?)?$|^[[{]/u.test(text) &&
      !/[}\]]\s*$/u.test(text)
    ) {
      document = [line.text];
      continue;
    }
    if (parsed === null) yield refuse(line.number, 'not_json', `Line ${line.number} is not JSON: ${text.slice(0, 60)}`);
    else if (
      Array.isArray(parsed.value) ||
      board.safeParse(parsed.value).success ||
      graph.safeParse(parsed.value).success
    )
      yield* readDocument(parsed.value, reading);
    else yield* readLine(parsed.value, line.number, reading);
  }
  if (document === null) return;
  const whole = parse(document.join('\n'));
  if (whole !== null) yield* readDocument(whole.value, reading);
  else yield* salvage(document, reading, size > LONGEST_DOCUMENT);
}

/** A document that does not parse: perhaps it was lines after all, with a bad first one. */
async function* salvage(
  document: readonly string[],
  reading: Reading,
  tooLong: boolean,
): AsyncGenerator<SourcePosting | Refusal> {
  if (tooLong) {
    yield refuse(null, 'too_long', `The JSON document is longer than ${LONGEST_DOCUMENT / 1e6} MB. Use JSON lines.`);
    return;
  }
  const readable = document.map(parse);
  if (readable.slice(1).every((row) => row === null)) {
    yield refuse(null, 'not_json', 'The file is neither a JSON document nor JSON lines.');
    return;
  }
  for (const [index, row] of readable.entries()) {
    const text = document[index]?.trim() ?? '';
    if (text === '') continue;
    if (row === null) yield refuse(index + 1, 'not_json', `Line ${index + 1} is not JSON: ${text.slice(0, 60)}`);
    else yield* readLine(row.value, index + 1, reading);
  }
}
