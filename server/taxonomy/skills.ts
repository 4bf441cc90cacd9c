/**
 * Skills: names with aliases and senses, found in one pass. "Go" the language is told from "go to the office"
 * by the words beside it. Facts are in `data/skills.txt`; look-ups are pure.
 */
import { dataLines, lazy } from './data-file.ts';
import { createPhraseIndex, type PhraseHit } from './phrase-index.ts';

/** A skill named in a text, with the place of the words that name it. */
export type SkillMention = { name: string; start: number; end: number };

/** `spelling`: counts only as spelt here. `ordinary`: an ordinary word too, which needs context. */
type SkillEntry = { name: string; spelling: string | null; ordinary: boolean };

/** Between two words of one skill: a comma would make one skill of "product, design". */
const JOINT = /^(?:[ \u00a0]{1,2}|[-‐‑–./'’_]|\. | ?& ?)$/;

const load = lazy(() => {
  const index = createPhraseIndex<SkillEntry>({ joint: JOINT });
  const names: string[] = [];
  for (const line of dataLines('skills.txt')) {
    const colon = line.indexOf(': ');
    const head = colon === -1 ? line : line.slice(0, colon);
    const name = head.replace(/^[?=]/, '');
    names.push(name);
    for (const raw of [head, ...(colon === -1 ? [] : line.slice(colon + 2).split(', '))]) {
      const mark = raw[0] === '?' || raw[0] === '=' ? raw[0] : '';
      const words = raw.slice(mark.length);
      index.add(words, { name, spelling: mark === '' ? null : words, ordinary: mark === '?' });
    }
  }
  return { index, names };
});

/** Short names that are ordinary words or other abbreviations in lower case. */
const CAPITALS = new Set([
  'ai',
  'ml',
  'ux',
  'ui',
  'hr',
  'qa',
  'pci',
  'plc',
  'aml',
  'icu',
  'bls',
  'dsp',
  'asr',
  'lms',
  'emr',
  'ror',
  'sem',
  'rag',
  'rest',
  'ppc',
  'node',
  'spark',
  'express',
  'dbt',
  'ionic',
  'ts',
  'sap',
  'iam',
  'ros',
  'cypress',
  'jest',
  'linear',
  'notion',
  'apex',
  'unreal',
  'rails',
  'wms',
  'dcf',
  'sre',
  'tdd',
  'safe',
  'containers',
  'hibernate',
  'segment',
  'prisma',
  'amplitude',
  'slam',
  'workday',
  'snowflake',
  'bash',
  'flask',
  'spring',
  'tailwind',
  'helm',
  'kong',
  'elt',
  'electron',
  'intercom',
  'epic',
  'swift',
  'sketch',
  'vite',
  'blender',
  'cypress',
  'postman',
  'helm',
  'splunk',
  'monday',
  'go',
  'rust',
  'chef',
  'puppet',
  'unity',
  'dart',
  'looker',
  'outreach',
  'flutter',
  'angular',
  'react',
  'excel',
  'tableau',
  'groovy',
  'tax',
  'scala',
  'julia',
  'cisco',
  'shopify',
  'elixir',
  'zoom',
  'miro',
  'loom',
  'front',
]);
/** Of those, the ones that even with a capital may begin a sentence as a verb or noun: a capital elsewhere is asked. */
const VERBS = new Set([
  'react',
  'excel',
  'express',
  'bash',
  'spring',
  'spark',
  'rest',
  'segment',
  'jest',
  'helm',
  'flask',
  'flutter',
  'painting',
  'cleaning',
  'audit',
  'tax',
  'node',
  'containers',
  'hibernate',
  'rails',
  'electron',
  'notion',
  'unreal',
  'safe',
  'workday',
  'editing',
  'physics',
]);

const AFTER =
  /^(?:\s|[-/])*(?:developers?|engineers?|engineering|programmers?|programming|coding|code|codebase|language|backend|services?|microservices|scripts?|packages?|libraries|modules?|applications?|apps|entwickler\w*|розробник\w*|\d(?:\.\d+)?\b|or better|cookbooks|manifests|lang\b|experience|expertise|stack|sdk|engine|game|projects|dashboards?)/iu;
const BEFORE =
  /(?:\b(?:in|using|with|know|knowledge of|proficien(?:t|cy) (?:in|with)|experience (?:in|with)|written in|languages?(?: such as| like)?:?|such as|like|and|or|including|e\.g\.|mit|in der|on)\s+|[(/,:]\s*)$/iu;
/** What makes a skill even of a lower-case "go": nobody else has such a role. */
const ROLE_AFTER = /^\s+(?:developer|engineer|programmer|programming|coder|entwickler|backend|розробник)/iu;
/** "Go to", "Go-to-market", "R&D", "Series C", "C-level", "Vitamin C", "Plan C" are other senses. */
const NOT_AFTER =
  /^(?:\s+(?:to|above|beyond|ahead|live|out|for|through|the|deep|far|getter|into|on|beyond|public)\b|-(?:to|live|getter|ahead|level|suite|class|corp|store)|\s*&\s*[DR]\b|[’']|\s*[-–]\s*(?:suite|level|class)|\.\s?[A-Z]\.)/iu;
const NOT_BEFORE =
  /(?:\b(?:series|vitamin|plan|class|grade|level|hepatitis|category|type|section|option|tier|round|the|a|an|we|you|to|they|will|can|let's|ready|of|executive|sous|pastry|head)\s+|[&.’'-])$/iu;
/** Between two names of a list. */
const LISTED = /^[\s,/()|&+·•-]*(?:and|or|und|oder|та|або|и|e\.g\.|as well as)?[\s,/()|·•-]*$/iu;

type Candidate = SkillMention & { sure: boolean };

function look(text: string, hit: PhraseHit<SkillEntry>): Candidate | null {
  const { name, spelling, ordinary } = hit.value;
  const { start, end } = hit;
  const words = text.slice(start, end);
  const next = text.slice(end, end + 20);
  if (spelling !== null && words !== spelling && !(ordinary && ROLE_AFTER.test(next))) return null;
  const before = text.slice(Math.max(0, start - 24), start);
  if (name === '.NET' && /^net$/i.test(words)) {
    return text[start - 1] === '.' && !/[\p{L}\p{N}]/u.test(text[start - 2] ?? ' ')
      ? { name, start: start - 1, end, sure: true }
      : null;
  }
  if (ordinary) {
    if (NOT_AFTER.test(next) || NOT_BEFORE.test(before)) return null;
    if (words.length === 1 && /^\s+[A-Z][a-z]/.test(next) && !AFTER.test(next)) return null;
    return { name, start, end, sure: AFTER.test(next) };
  }
  if (words === 'CAD' && /(?:\d[\d,.]*\s?[kK]?|\$)\s*$|\bin\s*$/.test(before)) return null;
  if (words === 'CAD' && /^\s*[$\d(]/.test(next)) return null;
  if (
    name === 'Spring' &&
    /^\s*(?:\d{4}|semester|term|break|intern|start|or summer|[,/]\s*(?:summer|fall))/i.test(next)
  )
    return null;
  const lower = words.toLowerCase();
  if (spelling === null && words === lower && CAPITALS.has(lower)) return { name, start, end, sure: false };
  if (
    VERBS.has(lower) &&
    /(?:^|[.!?•\n-])\s*$/.test(before) &&
    !/^\s*[,/.]|^\s+(?:skills|knowledge|experience)/.test(next)
  ) {
    return { name, start, end, sure: false };
  }
  return { name, start, end, sure: true };
}

/** Candidates that are not sure by themselves hold when they stand in a list beside a sure one, or after "in", "with". */
function settleNeighbours(text: string, candidates: Candidate[]): void {
  const settle = (index: number, other: number): void => {
    const candidate = candidates[index];
    const neighbour = candidates[other];
    if (candidate === undefined || neighbour === undefined || candidate.sure || !neighbour.sure) return;
    const gap =
      candidate.start > neighbour.start
        ? text.slice(neighbour.end, candidate.start)
        : text.slice(candidate.end, neighbour.start);
    if (gap.length <= 14 && gap.trim() !== '-' && gap.trim() !== '' && LISTED.test(gap)) candidate.sure = true;
  };
  for (let index = 1; index < candidates.length; index += 1) settle(index, index - 1);
  for (let index = candidates.length - 2; index >= 0; index -= 1) settle(index, index + 1);
  for (const candidate of candidates) {
    if (candidate.sure) continue;
    const words = text.slice(candidate.start, candidate.end);
    const before = text.slice(Math.max(0, candidate.start - 30), candidate.start);
    const next = text.slice(candidate.end, candidate.end + 2);
    if (words !== words.toLowerCase() && BEFORE.test(before) && /^(?:[\s,.;)/]|$)/.test(next)) candidate.sure = true;
  }
}

/** The skills a text names, whole words in the right sense, from left to right, each time they occur. */
export function findSkills(text: string): SkillMention[] {
  const candidates: Candidate[] = [];
  for (const hit of load().index.scan(text)) {
    const candidate = look(text, hit);
    if (candidate !== null) candidates.push(candidate);
  }
  settleNeighbours(text, candidates);
  return candidates
    .filter((candidate) => candidate.sure)
    .flatMap(({ name, start, end }) =>
      // "C/C++" names two languages.
      /^c\/c\+\+$/iu.test(text.slice(start, end))
        ? [
            { name: 'C', start, end: start + 1 },
            { name, start: start + 2, end },
          ]
        : [{ name, start, end }],
    );
}

/** The usual English name of a skill named alone ("k8s" → "Kubernetes", "go" → "Go"), or null when it is unknown. */
export function canonicalSkill(words: string): string | null {
  const trimmed = words.trim();
  if (/^\.?net$/i.test(trimmed)) return '.NET';
  const name = load().index.get(trimmed)?.name ?? null;
  if (name === 'C' && /[+#]/.test(trimmed)) return null;
  return name;
}

/** All names, in the order of the data file. */
export function skillNames(): readonly string[] {
  return load().names;
}
