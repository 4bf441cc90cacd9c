/** One requirement against one CV. What either does not say is unknown; only what it says can be missing. Pure. */
import type { Span } from '../../cv/profile.ts';
import { answerFor } from '../../postings/as-read.ts';
import { perYear, toEur } from '../../taxonomy/currencies.ts';
import { fold } from '../../taxonomy/fold.ts';
import { skillShownBy } from '../../taxonomy/skill-families.ts';
import type { Candidate } from './candidate.ts';
import { DEGREES } from './degrees.ts';
import type { FitVerdict } from './fit.ts';
import { type Requirement, type ScoredPosting, UNPAID } from './requirements.ts';

export interface Judged {
  verdict: FitVerdict;
  isStop?: boolean;
  /** Where the CV says so. */
  span?: Span | undefined;
}

const UNKNOWN: Judged = { verdict: 'unknown' };
/** Ten months short of a year asked is close. */
const CLOSE_YEARS = 1.5;
const LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native'] as const;

export function judge(requirement: Requirement, candidate: Candidate, posting: ScoredPosting): Judged {
  const { kind, value } = requirement;
  switch (kind) {
    case 'skill':
      return skill(value, candidate);
    case 'years':
      return years(Number(value), candidate);
    case 'education':
      return education(value, candidate);
    case 'language':
      return language(value, candidate);
    case 'permit':
      return permit(value, candidate);
    case 'place':
      return place(candidate, posting);
    case 'visa':
      return visa(candidate, posting);
    case 'pay':
      return value === UNPAID ? { verdict: 'missing', isStop: true } : pay(candidate, posting);
    case 'employment':
      return oneOf(posting.facts.employment, candidate.wishes.employment);
    case 'workplace':
      return oneOf(posting.facts.workplace, candidate.wishes.workplace);
  }
}

function skill(name: string, { skills }: Candidate): Judged {
  const named = skills.get(name) ?? skills.get(fold(name));
  if (named !== undefined) return { verdict: 'met', span: named };
  let kin: Span | undefined;
  for (const [own, span] of skills) {
    const shown = skillShownBy(name, own);
    if (shown === 'whole') return { verdict: 'met', span };
    if (shown === 'part') kin ??= span;
  }
  // A CV without any skill says nothing of skills.
  if (kin === undefined) return { verdict: skills.size === 0 ? 'unknown' : 'missing' };
  return { verdict: 'partly', span: kin };
}

function years(asked: number, { years: worked }: Candidate): Judged {
  if (worked === null) return UNKNOWN;
  const verdict = worked.value >= asked ? 'met' : worked.value >= asked - CLOSE_YEARS ? 'partly' : 'missing';
  return { verdict, span: worked.span };
}

function education(asked: string, { education: learnt }: Candidate): Judged {
  if (learnt === null) return UNKNOWN;
  const step = DEGREES.findIndex((degree) => degree === asked);
  if (learnt.value === 0) return { verdict: 'unknown', span: learnt.span };
  const verdict = learnt.value >= step ? 'met' : learnt.value === step - 1 ? 'partly' : 'missing';
  return { verdict, span: learnt.span };
}

function language(asked: string, { languages, writtenIn }: Candidate): Judged {
  const own = languages.get(asked);
  if (own === undefined) {
    if (writtenIn === asked) return { verdict: 'met' };
    // Who lists languages and leaves this one out does not speak it at work.
    return languages.size === 0 ? UNKNOWN : { verdict: 'missing', isStop: true };
  }
  const level = own.value === null ? null : LEVELS.indexOf(own.value);
  if (level === null || level >= 3) return { verdict: 'met', span: own.span };
  return level === 2 ? { verdict: 'partly', span: own.span } : { verdict: 'missing', isStop: true, span: own.span };
}

function permit(asked: string, { text }: Candidate): Judged {
  const start = text.toLowerCase().indexOf(asked.toLowerCase());
  return start === -1 ? UNKNOWN : { verdict: 'met', span: { start, end: start + asked.length } };
}

function place({ country, wishes }: Candidate, { facts }: ScoredPosting): Judged {
  const from = [...(wishes.countries ?? []), ...(country === null ? [] : [country.value])];
  if (from.length === 0) return UNKNOWN;
  const answers = from.map((code) => answerFor(facts.eligible, code));
  const span = country?.span;
  if (answers.includes('yes')) return { verdict: 'met', span };
  if (answers.includes('unclear')) return { verdict: 'unknown', span };
  // Whoever sponsors a visa takes people from elsewhere.
  if (facts.visa === true) return { verdict: 'partly', span };
  return { verdict: 'missing', isStop: true, span };
}

function visa({ country, wishes }: Candidate, { facts }: ScoredPosting): Judged {
  const places = facts.countries.length > 0 ? facts.countries : facts.eligible.yes;
  const own = [...(wishes.countries ?? []), ...(country === null ? [] : [country.value])];
  if (own.length === 0 || places.length === 0) return UNKNOWN;
  if (own.some((code) => places.includes(code))) return { verdict: 'met', span: country?.span };
  return facts.visa === true
    ? { verdict: 'met', span: country?.span }
    : { verdict: 'missing', isStop: true, span: country?.span };
}

function pay({ wishes }: Candidate, { facts }: ScoredPosting): Judged {
  if (wishes.pay === undefined || facts.pay === null) return UNKNOWN;
  const euros = (amount: number | null, period: typeof facts.pay.period, currency: string | null): number | null => {
    const year = amount === null ? null : perYear(amount, period);
    return year === null || currency === null ? null : toEur(year, currency);
  };
  const wanted = euros(wishes.pay.min, wishes.pay.period, wishes.pay.currency);
  const { min, max, period, currency } = facts.pay;
  const best = euros(max ?? min, period, currency);
  if (wanted === null || best === null) return UNKNOWN;
  if (best >= wanted) return { verdict: 'met' };
  return { verdict: best >= wanted * 0.9 ? 'partly' : 'missing' };
}

function oneOf(offered: readonly string[], wanted: readonly string[] | undefined): Judged {
  if (wanted === undefined || wanted.length === 0) return UNKNOWN;
  return { verdict: offered.some((value) => wanted.includes(value)) ? 'met' : 'missing' };
}
