/**
 * What a posting asks of a person, from its facts and its text, each with the posting's own words. A posting that says
 * nothing asks nothing. Pure; about a third of a millisecond a posting.
 */
import type { Facts } from '../../postings/job-posting.ts';
import { linesOf } from '../../postings/reading/sections.ts';
import { yearsIn } from '../../postings/reading/seniority.ts';
import { sentencesOf } from '../../postings/reading/sentences.ts';
import { DEGREES, leastDegreeIn } from './degrees.ts';
import type { RequirementKind } from './fit.ts';
import { sentenceWith } from './quotes.ts';
import { unpaidIn } from './unpaid.ts';

/** What scoring needs of a posting. */
export interface ScoredPosting {
  title: string;
  description: string;
  completeness: 'full' | 'snippet' | 'none';
  facts: Facts;
  /** YYYY-MM-DD, published or first seen. */
  postedOn: string;
  /** ISO 8601; null: not said. */
  validThrough: string | null;
  company?: string | null;
}

export interface Requirement {
  kind: RequirementKind;
  value: string;
  necessity: 'must' | 'should';
  /** The posting's words, looked for only when somebody wants to read them. */
  quote(): string | null;
}

/** The value of a requirement of the kind pay when nothing is paid. */
export const UNPAID = '0';
/** The first so many skills asked are what the job is about; those behind count as a plus. */
const MUST_SKILLS = 12;
const MOST_SKILLS = 20;
const MOST_NICE = 8;

const PLUS =
  /\b(?:a (?:\w+ )?plus|bonus|nice[- ]to[- ]have|preferred|preferably|desirable|desired|ideally|advantage\w*|or equivalent|or similar|von vorteil|wünschenswert|idealerweise)\b|буде плюсом|бажано|перевагою/iu;
const DEGREE_ASKED =
  /\b(?:degree|bachelor|master|ph\.?d|b\.?sc|m\.?sc|diploma|studium|abschluss|ausbildung|university|graduate)\b|освіт|бакалавр|магістр/iu;
const PERMIT =
  /\b(?:(?:active |ts\/sci |top secret |secret )?security clearance|clearance (?:is )?required|sicherheitsüberprüfung|u\.?s\.? citizen(?:ship)?s? (?:is |are )?(?:required|only)|must be (?:an? )?(?:u\.?s\.?|american|british|uk|eu|australian|canadian) citizen|(?:valid |full |clean )?driver['’]?s? licen[cs]e|driving licen[cs]e|führerschein|registered nurse|rn licen[cs]e|bar admission|approbation)\b|водійськ\p{L}* посвідчен\p{L}*|допуск/iu;

export function requirementsOf(posting: ScoredPosting): Requirement[] {
  return [...skillsOf(posting), ...fromText(posting), ...conditionsOf(posting), ...withoutPay(posting)];
}

function skillsOf({ facts, title, description }: ScoredPosting): Requirement[] {
  const words = new Map(facts.skills.map((skill) => [skill.name, skill.words]));
  const skill = (name: string, necessity: Requirement['necessity']): Requirement => ({
    kind: 'skill',
    value: name,
    necessity,
    quote: () => sentenceWith(description, words.get(name) ?? name) ?? sentenceWith(title, words.get(name) ?? name),
  });
  if (facts.skillsAsked.length === 0) {
    // The text does not tell what is needed from what is named: nothing here is a must.
    return facts.skills.slice(0, MOST_SKILLS).map(({ name }) => skill(name, 'should'));
  }
  return [
    ...facts.skillsAsked
      .slice(0, MOST_SKILLS)
      .map((name, place) => skill(name, place < MUST_SKILLS ? 'must' : 'should')),
    ...facts.skillsNice.slice(0, MOST_NICE).map((name) => skill(name, 'should')),
  ];
}

/** Years, education and permits: what no structured field of any board says. */
function fromText({ description }: ScoredPosting): Requirement[] {
  let years: { least: number; wished: boolean; words: string } | null = null;
  let degree: { step: number; isPlus: boolean; words: string } | null = null;
  let permit: string | null = null;
  for (const sentence of sentencesOf(description)) {
    if (/year|yrs|jahr|рок|рік/iu.test(sentence)) {
      const found = yearsIn(sentence);
      if (found !== null && (years === null || (years.wished && !found.wished)))
        years = { least: found.years, wished: found.wished, words: sentence };
    }
    if (degree === null && DEGREE_ASKED.test(sentence)) {
      const step = leastDegreeIn(sentence);
      if (step !== null && asksDegree(description, sentence))
        degree = { step, isPlus: PLUS.test(sentence), words: sentence };
    }
    if (permit === null && PERMIT.test(sentence) && !PLUS.test(sentence)) permit = sentence;
  }
  const requirements: Requirement[] = [];
  if (years !== null) {
    const { words } = years;
    requirements.push({
      kind: 'years',
      value: String(years.least),
      necessity: years.wished ? 'should' : 'must',
      quote: () => words,
    });
  }
  if (degree !== null) {
    const { words, step, isPlus } = degree;
    requirements.push({
      kind: 'education',
      value: DEGREES[step] ?? 'none',
      necessity: isPlus ? 'should' : 'must',
      quote: () => words,
    });
  }
  if (permit !== null) {
    const words = permit;
    requirements.push({
      kind: 'permit',
      value: PERMIT.exec(words)?.[0] ?? words,
      necessity: 'must',
      quote: () => words,
    });
  }
  return requirements;
}

/** A degree is asked where one asks; "graduate programme" under benefits is none. */
function asksDegree(description: string, sentence: string): boolean {
  const line = linesOf(description).find(({ text }) => text.includes(sentence));
  return line === undefined || line.kind === 'asked' || line.kind === 'plus' || line.kind === 'none';
}

/** Nothing is paid: no posting asks it, but who takes the work has to bear it. */
function withoutPay({ facts, description }: ScoredPosting): Requirement[] {
  const words = facts.pay === null ? unpaidIn(description) : null;
  return words === null ? [] : [{ kind: 'pay', value: UNPAID, necessity: 'must', quote: () => words }];
}

/** Language, place, visa, pay, schedule: as the posting's facts have them, with the words that decided. */
function conditionsOf({ facts }: ScoredPosting): Requirement[] {
  const { evidence } = facts;
  const says = (key: string) => (): string | null => evidence[key]?.[0]?.words ?? null;
  const must = (kind: RequirementKind, value: string, key: string): Requirement => ({
    kind,
    value,
    necessity: 'must',
    quote: says(key),
  });
  const { eligible } = facts;
  const saysWhere = eligible.yes.length + eligible.no.length > 0 || eligible.elsewhere !== 'unclear';
  return [
    ...facts.languages.map((language) => must('language', language, 'languages')),
    ...(saysWhere
      ? [must('place', facts.countries.join(', ') || eligible.yes.slice(0, 5).join(', '), 'countries')]
      : []),
    ...(facts.visa === null ? [] : [must('visa', facts.visa ? 'yes' : 'no', 'visaSponsorship')]),
    ...(facts.pay === null ? [] : [{ ...must('pay', facts.pay.words, 'pay'), quote: () => facts.pay?.words ?? null }]),
    ...(facts.employment.length === 0 ? [] : [must('employment', facts.employment.join(', '), 'employment')]),
    ...(facts.workplace.length === 0 ? [] : [must('workplace', facts.workplace.join(', '), 'workplace')]),
  ];
}
