/**
 * A comment under "Who is hiring?" read as the openings in it. Most begin "Company | Role | Place | REMOTE | pay",
 * some have a line each ("Location: Utrecht"), the rest is prose. Several roles give several openings. Pure.
 */
import { findPlaces } from '../../taxonomy/places.ts';
import { rolesIn } from '../../taxonomy/titles.ts';
import { htmlToText } from '../html-to-text.ts';
import { employmentOf } from './employment-words.ts';
import { plainLine } from './plain-line.ts';
import type { Employment } from '../job-posting.ts';

export type HiringComment = {
  company: string | null;
  /** At least one. */
  titles: string[];
  locations: string[];
  employment: Employment[];
  payWords: string | null;
  applyUrl: string | null;
  text: string;
};

const PAY = /[$€£]\s?\d|\d\s?k\b|\b\d{2,3}\s?[-–]\s?\d{2,3}k\b|\b(?:USD|EUR|GBP|CHF)\s?\d/iu;
const MODE = /\b(?:remote|on-?site|hybrid|in[- ]office|in[- ]person|wfh)\b/iu;
const KIND =
  /^(?:(?:full|part)[- ]?time|ft|pt|contract(?:or|s)?|intern(?:s|ships?)?|freelance|permanent|perm|\s|[/,&+|]|or|and)+$/iu;
const WEB = /^(?:https?:\/\/|www\.)|^[\w-]+\.(?:com|io|ai|co|dev|org|net|app)(?:\/\S*)?$/iu;
const ROLE_WORDS =
  /\b(?:engineers?|developers?|designers?|managers?|scientists?|analysts?|architects?|programmers?|researchers?|writers?|recruiters?|marketers?|administrators?|leads?|head of|vp|cto|founding|swe|sre|devops|sales|account executives?)\b/iu;
const MANY = /\b(?:multiple|various|several|many|all|open)\b.{0,20}\b(?:roles?|positions?|openings?)\b/iu;
const MOST_ROLES = 12;
/** Mail addresses are somebody's own; whoever wants to write finds them in the comment. */
const MAIL = /[\w.+-]+\s?(?:@|\[at\]|\(at\)|\{at\})\s?[\w-]+(?:\s?(?:\.|\[dot\]|\(dot\)|\{dot\})\s?[\w-]+)+/giu;

const isRole = (words: string): boolean => words.length <= 90 && (rolesIn(words).length > 0 || ROLE_WORDS.test(words));

/** Several roles in one phrase, when each part is one by itself: "Backend Engineer, Data Scientist". */
function splitRoles(words: string): string[] {
  const parts = words
    .split(/\s*(?:[,;/]|\s(?:&|and|or|\+)\s)\s+|\s+\/\s+|\s(?:&|and|\+)\s/u)
    .filter((part) => part !== '');
  return parts.length > 1 && parts.every((part) => isRole(part)) ? parts : [words];
}

/** Short lines of the text that name a role: how comments list their openings. */
function listedRoles(text: string): string[] {
  return text
    .split('\n')
    .slice(1)
    .filter((line) => /^\s*(?:[-*•–·]|\d+[.)])\s+\S/u.test(line))
    .map((line) =>
      line
        .replace(/^\s*(?:[-*•–·]|\d+[.)])\s+/u, '')
        .replace(/\s*(?:[:|(]|\shttps?:| [-–—] ).*$/u, '')
        .trim(),
    )
    .filter((line) => line !== '' && line.length <= 70 && isRole(line) && !/[.!?]$/u.test(line));
}

/** "Location: Utrecht" and its kin, one a line. */
function labelled(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of text.split('\n').slice(0, 15)) {
    const match = /^\s*(company|location|remote|type|salary|role|position|title)\s*:\s*(\S.*)$/iu.exec(line);
    if (match !== null) found.set((match[1] ?? '').toLowerCase(), (match[2] ?? '').trim());
  }
  return found;
}

type Header = Pick<HiringComment, 'company' | 'locations' | 'payWords'> & { roles: string[]; kinds: string };

function byPipes(head: string): Header | null {
  const [company = '', ...segments] = head.split(/\s*\|\s*/u).map((part) => part.trim());
  const rest = segments.filter((part) => part !== '');
  if (rest.length < 2) return null;
  const header: Header = { company, locations: [], payWords: null, roles: [], kinds: '' };
  for (const segment of rest) {
    if (WEB.test(segment)) continue;
    if (KIND.test(segment)) header.kinds += ` ${segment}`;
    else if (MANY.test(segment)) continue;
    else if (isRole(segment) && !(MODE.test(segment) && findPlaces(segment, { location: true }).length > 0))
      header.roles.push(...splitRoles(segment));
    else if (PAY.test(segment)) header.payWords ??= segment;
    else if (MODE.test(segment) || findPlaces(segment, { location: true }).length > 0) header.locations.push(segment);
  }
  return header;
}

function byLabels(text: string): Header | null {
  const labels = labelled(text);
  const company = labels.get('company');
  if (company === undefined || labels.size < 3) return null;
  const remote = labels.get('remote') ?? '';
  const isRemote = /^(?:yes|fully|full|100|ok|true)/iu.test(remote);
  const role = labels.get('role') ?? labels.get('position') ?? labels.get('title');
  const line = text.split('\n').find((words) => !/^\s*\w+\s*:/u.test(words) && words.length <= 90 && isRole(words));
  const place = labels.get('location');
  return {
    company,
    locations: [...(place === undefined ? [] : [place]), ...(isRemote ? ['Remote'] : [])],
    payWords: labels.get('salary') ?? null,
    roles: role !== undefined ? splitRoles(role) : line !== undefined ? [line.trim()] : [],
    kinds: labels.get('type') ?? '',
  };
}

/** The first address that leads out of the comment. */
function firstLink(html: string): string | null {
  const found = /href="(https?:[^"]{4,1000})"/iu.exec(html)?.[1] ?? /\bhttps?:\/\/[^\s<>"]{4,500}/iu.exec(html)?.[0];
  return plainLine(found?.replace(/[.,)]+$/u, ''), 1000);
}

/** Reads a comment's HTML; null when it has no words. */
export function readHiringComment(html: string): HiringComment | null {
  // The board writes <p> between paragraphs; line ends within one are the author's.
  const text = htmlToText(html.replace(/\n/gu, '<br>')).replace(MAIL, '(address in the comment)');
  const first = text.split('\n').find((line) => line.trim() !== '');
  if (first === undefined) return null;
  const head = plainLine(first, 400) ?? '';
  const header = byPipes(head) ?? byLabels(text);
  const roles = header === null || header.roles.length > 0 ? (header?.roles ?? []) : listedRoles(text);
  const titles = [...new Set(roles)].slice(0, MOST_ROLES);
  return {
    company: header?.company?.replace(/\s*\((?:https?:|www\.|YC\b)[^)]*\)|\s+https?:\S+/giu, '').trim() || null,
    titles: titles.length > 0 ? titles : [head.slice(0, 80).trim()],
    locations: header?.locations ?? [],
    employment: employmentOf(header?.kinds ?? ''),
    payWords: header?.payWords ?? null,
    applyUrl: firstLink(html),
    text,
  };
}
