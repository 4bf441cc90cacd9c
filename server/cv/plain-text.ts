/** Lines of plain text and Markdown, and of pasted words. Pure. */
import { cleanText } from '../kernel/clean-text.ts';
import { type CvLine, type ExtractedCv, unreadable } from './extracted.ts';
import { joinLetters } from './headings.ts';

const ITEM = /^[•●▪■□◦○◆◇►▸▹➢➤✓✔‣⃁∙·*+–—-]\s+(?=\S)/u;
const RULE = /^[\s=_*~#–—-]{3,}$/u;

/** Reads text as lines. Empty lines become gaps; a line of dashes below another makes that one a heading. */
export function extractPlain(text: string, format: 'text' | 'markdown'): ExtractedCv {
  const lines: CvLine[] = [];
  let gap = 0;
  for (const raw of cleanText(text).split(/\n|\f|\u2028|\u2029/u)) {
    const before = lines.at(-1);
    if (/^\s*(?:={3,}|-{3,})\s*$/u.test(raw) && before !== undefined && gap === 0 && before.text.length < 50) {
      before.heading = true;
      continue;
    }
    const level = /^\s*(#{1,6})\s+(?=\S)/u.exec(raw)?.[1]?.length ?? 0;
    const isMarkdown = format === 'markdown';
    const words = isMarkdown ? withoutMarks(raw.replace(/^\s*#{1,6}\s+/u, '').replace(/\s#+\s*$/u, '')) : raw;
    const isSeparator = RULE.test(words) || (isMarkdown && /^\s*\|?[\s:|-]+\|?\s*$/u.test(raw));
    const line = tidy(words);
    if (line === '' || isSeparator) {
      gap = 1;
      continue;
    }
    const bold = isMarkdown && /^\s*(?:[-*+]\s+)?(\*\*|__)[^*_]+\1:?\s*$/u.test(raw);
    lines.push({ text: line, size: level === 0 ? 1 : 2.2 - level * 0.2, bold, gap, heading: level > 0 });
    gap = 0;
  }
  if (lines.length === 0) return unreadable(format, 'empty');
  return { ...unreadable(format, 'ok', 1), lines };
}

function tidy(text: string): string {
  const apart = text
    .trim()
    .replace(/^\|\s*|\s*\|$/gu, '')
    // Set apart by tabs, by many blanks or as cells of a table.
    .replace(/\s*\t\s*|(?<=\S)\s{3,}(?=\S)/gu, '\t');
  return joinLetters(apart.replace(ITEM, '• ')).replace(/[^\S\t]{2,}/gu, ' ');
}

function withoutMarks(text: string): string {
  return text
    .replace(/!\[[^\]]{0,200}\]\([^)\s]{0,500}\)/gu, '')
    .replace(/\[([^\]]{1,200})\]\((?:mailto:|tel:)?([^)\s]{1,500})\)/gu, (_all, words: string, url: string) =>
      words === url || url.endsWith(words) ? url : `${words} ${url}`,
    )
    .replace(/<((?:https?:|mailto:)[^>\s]{1,300})>/gu, '$1')
    .replace(/(\*\*|__)(?=\S)([^\n]{1,300}?\S)\1/gu, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]{1,300}?)(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/`([^`\n]{1,100})`/gu, '$1')
    .replace(/<br\s*\/?>/giu, '\t');
}
