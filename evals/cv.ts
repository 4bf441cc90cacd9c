/**
 * `npm run eval -- cv`: how right CVs are read. Nine layouts of one CV against the YAML they were made of, four layouts
 * of another against each other, and what is not to be read at all. Read by the parser's own process, as Perch does.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractText, getDocumentProxy } from 'unpdf';
import { cvAsRead } from '../server/cv/as-read.ts';
import { createCvParser } from '../server/cv/cv-parser.ts';
import type { Profile } from '../server/cv/profile.ts';
import { readProfile } from '../server/cv/read-profile.ts';
import { compare, type Count, invented, lineSchema } from './cv/compare.ts';
import { readTruth } from './cv/truth.ts';
import { digits, writeFigures } from './figures.ts';

const DATA = fileURLToPath(new URL('../../shared/data/cv/', import.meta.url));
const parser = createCvParser();
const print = (words: string): boolean => process.stdout.write(`${words}\n`);

type Read = { line: Record<string, unknown>; profile: Profile; text: string; quality: string; milliseconds: number };

async function read(path: string): Promise<Read> {
  const began = performance.now();
  const { lines, quality } = await parser.parse(readFileSync(path), basename(path));
  const { text, profile } = readProfile(lines);
  const line = cvAsRead(basename(path), quality, lines.length > 0 ? profile : null);
  return { line, profile, text, quality, milliseconds: performance.now() - began };
}

/** The same file's words by another reader, with the addresses behind links, in whatever order. */
async function rawText(path: string): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(readFileSync(path)), { verbosity: 0 });
  const { text } = await extractText(document, { mergePages: true });
  const links: string[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    for (const { url } of await (await document.getPage(page)).getAnnotations()) links.push(String(url));
  }
  return [text, ...links].join(' ').replace(/-\s+/gu, '');
}

const files = (folder: string, pattern: RegExp): string[] =>
  readdirSync(`${DATA}${folder}`)
    .filter((name) => pattern.test(name))
    .map((name) => `${DATA}${folder}/${name}`);

async function themes(): Promise<Record<string, unknown>> {
  const total = new Map<string, Count>();
  let inventedInAll = 0;
  const times: number[] = [];
  print('rendercv: one CV in nine themes (right/wanted, +read beyond)');
  for (const path of files('rendercv', /_CV\.pdf$/u)) {
    const { line, profile, text, milliseconds } = await read(path);
    const counts = compare(readTruth(path.replace(/pdf$/u, 'yaml')), lineSchema.parse(line));
    const wrong = invented(profile, text, await rawText(path));
    inventedInAll += wrong.length;
    times.push(milliseconds);
    for (const [field, { right, wanted, more }] of Object.entries(counts)) {
      const sum = total.get(field) ?? { right: 0, wanted: 0, more: 0 };
      total.set(field, { right: sum.right + right, wanted: sum.wanted + wanted, more: sum.more + more });
    }
    print(
      `  ${basename(path).replace('examples_John_Doe_', '').replace('_CV.pdf', '').padEnd(24)} ${show(counts)} invented ${wrong.length}`,
    );
    for (const words of wrong) print(`      not in the file: ${words}`);
  }
  print(`  ${'all'.padEnd(24)} ${show(Object.fromEntries(total))} invented ${inventedInAll}`);
  const shares = [...total].map(([field, { right, wanted }]) => [field, digits(right / wanted, 3)]);
  const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  return { ...Object.fromEntries(shares), invented: inventedInAll, medianMilliseconds: Math.round(median) };
}

function show(counts: Record<string, Count>): string {
  return Object.entries(counts)
    .map(([field, { right, wanted, more }]) => `${field} ${right}/${wanted}${more > 0 ? `+${more}` : ''}`)
    .join('  ');
}

/** Fields of four layouts that are not as in the first, lists in any order. */
async function layouts(): Promise<Record<string, unknown>> {
  const paths = files('resume-matcher', /\.pdf$/u);
  const lines = await Promise.all(paths.map(async (path) => (await read(path)).line));
  const [first, ...others] = lines.map(({ file: _file, quality: _quality, ...line }) => line);
  const key = (value: unknown): string =>
    JSON.stringify(Array.isArray(value) ? value.map((item) => JSON.stringify(item)).toSorted() : value);
  let different = 0;
  print('\nresume-matcher: one CV in four layouts');
  for (const [index, line] of others.entries()) {
    const fields = Object.keys(line).filter((field) => key(line[field]) !== key(first?.[field]));
    different += fields.length;
    print(
      `  ${basename(paths[index + 1] ?? '').padEnd(52)} ${fields.length === 0 ? 'same' : `differs: ${fields.join(', ')}`}`,
    );
    for (const field of fields) print(`      ${JSON.stringify(line[field])}\n      ${JSON.stringify(first?.[field])}`);
  }
  return { layouts: lines.length, fieldsThatDiffer: different };
}

/** Files that cannot be read, or hardly, and what has to be said of them. */
const QUALITIES: Readonly<Record<string, string>> = {
  'scanned/rendercv__examples_John_Doe_HarvardTheme_CV_scan.pdf': 'scan',
  'scanned/resume-matcher__assets_pdf-templates_two-column_scan.pdf': 'scan',
  'edge_cases/tests_fixtures_scanned_resume.pdf': 'scan',
  'edge_cases/tests_fixtures_corrupt_file.pdf': 'corrupt',
  'edge_cases/tests_fixtures_empty_file.pdf': 'empty',
  'edge_cases/tests_fixtures_password_protected.pdf': 'encrypted',
  'edge_cases/tests_fixtures_sample_resume.pdf': 'ok',
  'edge_cases/tests_fixtures_sample_resume.docx': 'ok',
  'json_resume/sample.resume.json': 'ok',
  'twentyseconds/Twenty-Seconds_cv.pdf': 'columns',
  'nicofilips_de/latex-template-cv.pdf': 'ok',
  'simple_resume_cv/CV.pdf': 'ok',
};

async function qualities(): Promise<Record<string, unknown>> {
  let right = 0;
  print('\nquality, and what was read');
  for (const [name, wanted] of Object.entries(QUALITIES)) {
    const { quality, profile } = await read(`${DATA}${name}`);
    right += quality === wanted ? 1 : 0;
    const { experience, education, skills, languages } = profile;
    const found = `${experience.length} jobs, ${education.length} schools, ${skills.length} skills, ${languages.length} languages`;
    print(
      `  ${basename(name).padEnd(52)} ${quality}${quality === wanted ? '' : ` instead of ${wanted}`}  ${profile.name?.value ?? '–'}: ${found}`,
    );
  }
  return { right, of: Object.keys(QUALITIES).length };
}

if (existsSync(DATA)) {
  writeFigures('cv', { rendercv: await themes(), layouts: await layouts(), quality: await qualities() });
} else {
  print('Skipped: the CVs are not here.');
}
