/** What the page says: complete in each language, right with every number, used, and never written into a template. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { de } from '../../client/i18n/de.ts';
import { en } from '../../client/i18n/en.ts';
import type { Texts } from '../../client/i18n/texts.ts';
import { uk } from '../../client/i18n/uk.ts';

const client = join(import.meta.dirname, '../../client');
const sources = readdirSync(client, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !/(?:^|\/)(?:dist|i18n)\/|\.test\.ts$/.test(path))
  .map((path) => ({ path, code: readFileSync(join(client, path), 'utf8') }));

/** Each text under its path; those that take values are said with the numbers whose plural forms differ. */
function said(value: unknown, path: string): [path: string, words: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function')
    return [1, 2, 5, 21, 1234].map((n) => [
      `${path}(${n})`,
      String(value(...Array.from({ length: value.length }, () => n))),
    ]);
  return Object.entries(value ?? {}).flatMap(([key, inner]) => said(inner, path === '' ? key : `${path}.${key}`));
}

const tables: Record<string, Texts> = { en, de, uk };
const words = Object.fromEntries(
  Object.entries(tables).map(([language, table]) => [language, new Map(said(table, ''))]),
);

describe.each(['de', 'uk'])('the texts in %s', (language) => {
  it('are the same ones as in English, and none is empty', () => {
    expect([...(words[language] ?? [])].map(([path]) => path).toSorted()).toEqual(
      [...(words['en'] ?? [])].map(([path]) => path).toSorted(),
    );
    expect([...(words[language] ?? [])].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

/** Cyrillic but for names, file kinds, keys, what is typed into a terminal, and words of the trade said in English. */
const NAMES =
  /Perch|PDF|DOCX|TXT|MD|CSV|Markdown|Python|Ctrl K|Escape|Junior|Middle|Senior|Lead|OpenAI|Anthropic|API|Greenhouse|Lever|Ashby|Workable|Recruitee|Personio|Workday|Ollama|vLLM|npm install --no-save @huggingface\/transformers|EMBEDDER=local/g;

it('the Ukrainian texts have no letters but Cyrillic ones', () => {
  const foreign = [...(words['uk'] ?? [])].filter(([, text]) => /[A-Za-z]/.test(text.replaceAll(NAMES, '')));
  expect(foreign).toEqual([]);
});

it('plurals follow the language', () => {
  expect([1, 2, 5, 21, 22, 25].map((n) => uk.postings(n))).toEqual([
    '1 вакансія',
    '2 вакансії',
    '5 вакансій',
    '21 вакансія',
    '22 вакансії',
    '25 вакансій',
  ]);
  expect([0, 1, 2].map((n) => de.queued(n))).toEqual([
    '0 Nachrichten warten',
    '1 Nachricht wartet',
    '2 Nachrichten warten',
  ]);
  expect([1, 1234].map((n) => en.postings(n))).toEqual(['1 posting', '1,234 postings']);
});

it('every text is used', () => {
  const code = sources.map((source) => source.code).join('\n');
  const unused = Object.keys(en).filter(
    (key) => !new RegExp(`texts\\.${key}\\b|\\{[^}]*\\b${key}\\b[^}]*\\} = (?:this\\.)?texts\\b`).test(code),
  );
  expect(unused).toEqual([]);
});

/** Names of the product and of keys, and addresses, are the same in every language. */
const SAME_EVERYWHERE = new Set(['Perch', 'Esc', 'https://jobs.lever.co/…', 'http://127.0.0.1:11434/v1']);

it('no template carries words of its own', () => {
  const found = sources.flatMap(({ path, code }) =>
    literals(path, code).flatMap((template) =>
      wordsOf(template)
        .filter((text) => !SAME_EVERYWHERE.has(text))
        .map((text) => `${path}: ${text}`),
    ),
  );
  expect(found).toEqual([]);
});

it('would find words in a template', () => {
  const template = (code: string): string[] => literals('a.ts', code).flatMap(wordsOf);
  expect(template('html`<p title="x">Hello <b>there</b></p>`')).toEqual(['x', 'Hello', 'there']);
  expect(template('html`<p aria-label=${a}>${b}</p>${c ? html`<i>ja</i>` : 0}`')).toEqual(['ja']);
});

/** The html templates of a file; what is filled in stands as \u0000. */
function literals(path: string, code: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && node.tag.text === 'html') {
      const { template } = node;
      found.push(
        ts.isNoSubstitutionTemplateLiteral(template)
          ? template.text
          : [template.head, ...template.templateSpans.map((span) => span.literal)]
              .map(({ text }) => text)
              .join('\u0000'),
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true));
  return found;
}

/** What a person would read or hear of a template: text between tags, and attributes that are read out. */
function wordsOf(template: string): string[] {
  const attributes = [...template.matchAll(/\s(?:aria-label|title|placeholder|alt)="?([^"\s>]*)/gu)].map(
    ([, value = '']) => value,
  );
  const texts = template.replaceAll(/<[^>]*>/gu, '\n').split(/[\n\u0000]/u);
  return [...attributes, ...texts].map((text) => text.trim()).filter((text) => /\p{Letter}/u.test(text));
}
