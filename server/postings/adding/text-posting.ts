/** A posting out of pasted text: its lines say what it is, the text itself is read like any other. Pure. */
import { cleanLine } from '../../kernel/clean-text.ts';
import { stableId } from '../../kernel/ids.ts';
import { cleanParagraphs } from '../html-to-text.ts';
import { NOTHING_SAID, type SourcePosting } from '../job-posting.ts';
import { webUrl } from '../sources/fields.ts';

/** Where a posting without an address lives; nothing answers under such a name (RFC 6761). */
const NOWHERE = 'https://added.perch.invalid/';
const HEAD_LINES = 12;
const LONGEST_TITLE = 160;

const LABELS = {
  title: /^(?:job title|title|position|role|stelle|position|stellenbezeichnung|посада|вакансія)\s*[:：]\s*(.+)$/iu,
  company:
    /^(?:company|employer|organi[sz]ation|firma|unternehmen|arbeitgeber|компанія|роботодавець)\s*[:：]\s*(.+)$/iu,
  place: /^(?:location|place|where|ort|standort|arbeitsort|місто|локація|місце роботи)\s*[:：]\s*(.+)$/iu,
};

/** The posting that this text is, or null when there is not enough of it. */
export function textPosting(text: string, url: string | null): SourcePosting | null {
  const description = cleanParagraphs(text);
  const lines = description
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const head = lines.slice(0, HEAD_LINES);
  const said = (label: RegExp): string | null => {
    const found = head.map((line) => label.exec(line)?.[1]).find((words) => words !== undefined);
    return found === undefined ? null : cleanLine(found, 300) || null;
  };
  const first = head.find((line) => line.length <= LONGEST_TITLE && !/^https?:/iu.test(line)) ?? null;
  const title = said(LABELS.title) ?? first;
  if (title === null || lines.length < 2) return null;
  // "Cook at Gasthof Amsel", "Köchin bei Gasthof Amsel".
  const named = /^(.+?)\s+(?:at|@|bei|в компанії)\s+(\S.*)$/iu.exec(title);
  const company = said(LABELS.company) ?? cleanLine(named?.[2] ?? '', 300);
  const place = said(LABELS.place);
  const address = webUrl(url) ?? webUrl(/https?:\/\/[^\s<>"')\]]+/iu.exec(description)?.[0]);
  const sourceId = stableId('text', title, description);
  return {
    ...NOTHING_SAID,
    source: 'added',
    sourceId,
    url: address ?? `${NOWHERE}${sourceId}`,
    title: cleanLine(said(LABELS.title) === null ? (named?.[1] ?? title) : title, 500),
    company: company === '' ? null : company,
    locations: place === null ? [] : [place],
    description,
  };
}
