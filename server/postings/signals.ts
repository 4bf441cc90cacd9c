/**
 * Why a posting is worth a second look before applying: reasons with their evidence, never a verdict. Pure.
 * What is looked for are the warnings of consumer protection: old or endlessly repeated advertisements, pay that does
 * not fit the work, money asked of the applicant, a contact nobody can place.
 */
import { perYear, toEur } from '../taxonomy/currencies.ts';
import type { Facts } from './job-posting.ts';
import type { Signal } from './signal.ts';

type SignalInput = {
  description: string;
  facts: Pick<Facts, 'pay' | 'seniority'>;
  postedAt: string | null;
  /** Days of earlier advertisements of the same work, the oldest first. */
  earlier: readonly string[];
};

const OLD_DAYS = 60;
const REPOSTS = 2;
const DAY_MS = 86_400_000;
/** Euros a year beyond which pay is doubtful: for anybody but leaders, and for beginners. */
const TOO_GOOD = 350_000;
const TOO_GOOD_FOR_BEGINNERS = 150_000;

const NO_EXPERIENCE =
  /\bno (?:prior |previous )?experience (?:is )?(?:needed|required|necessary)|ohne (?:berufs)?erfahrung|keine (?:berufs)?erfahrung (?:nötig|erforderlich|notwendig)|без досвіду/iu;
const MONEY =
  /\b(?:registration|application|processing|training|enrol?lment|onboarding|visa|starter[ -]kit|background[ -]check) (?:fee|deposit)\b|\b(?:pay|send|transfer|wire) (?:us )?(?:a |an |the |your )?(?:small |one-time |refundable )?(?:deposit|fee|money|payment)\b|\bupfront (?:fee|payment)\b|anmeldegebühr|bearbeitungsgebühr|registrierungsgebühr|schulungsgebühr|startgebühr|vorkasse|реєстраційний внесок|вступний внесок|оплат\p{L}+ (?:за )?(?:навчання|реєстрацію|оформлення) (?:кандидат|за свій|перед)|внести (?:передоплату|заставу)/iu;
const DENIED =
  /\b(?:no|not|never|without|don['’]t|nobody|free of|nie|niemals|kein\w*|ohne|nicht)\b|(?<!\p{L})(?:не|ніколи|без|жодн\p{L}+)(?!\p{L})|scam|fraud|betrug|шахра/iu;
const MAIL =
  /[\w.+-]+@(?:gmail|googlemail|outlook|hotmail|live|yahoo|ymail|aol|icloud|gmx|web|mail|proton|protonmail|pm|ukr|i|meta|bigmir|t-online|freenet|yandex|zoho)\.(?:com|de|net|at|ch|me|ua|org|co\.uk|fr|it|es)\b/giu;

/** The reasons for a second look, the gravest first. */
export function findSignals(posting: SignalInput, now: Date): Signal[] {
  const found = [money(posting.description), pay(posting), mail(posting.description), reposted(posting.earlier)];
  return [...found, old(posting.postedAt, now)].filter((signal): signal is Signal => signal !== null);
}

function money(text: string): Signal | null {
  const sentence = text.split(/(?<=[.!?])\s+|\n+/u).find((words) => MONEY.test(words) && !DENIED.test(words));
  return sentence === undefined ? null : { kind: 'asks-money', count: null, evidence: [sentence.trim().slice(0, 300)] };
}

function pay({ description, facts }: SignalInput): Signal | null {
  const { pay: said, seniority } = facts;
  const amount = said?.min ?? said?.max ?? null;
  if (said === null || amount === null || said.currency === null) return null;
  const year = perYear(amount, said.period);
  const euros = year === null ? null : toEur(year, said.currency);
  if (euros === null || seniority.includes('executive') || seniority.includes('lead')) return null;
  const unskilled = NO_EXPERIENCE.exec(description)?.[0];
  const beginner = unskilled !== undefined || seniority.some((level) => level === 'intern' || level === 'junior');
  if (euros < (beginner ? TOO_GOOD_FOR_BEGINNERS : TOO_GOOD)) return null;
  return { kind: 'pay-too-good', count: null, evidence: [said.words, ...(unskilled === undefined ? [] : [unskilled])] };
}

function mail(text: string): Signal | null {
  const addresses = [...new Set([...text.matchAll(MAIL)].map(([address]) => address.slice(0, 100)))];
  return addresses.length === 0 ? null : { kind: 'free-mail', count: null, evidence: addresses.slice(0, 3) };
}

function reposted(earlier: readonly string[]): Signal | null {
  const [first] = earlier;
  if (first === undefined || earlier.length < REPOSTS) return null;
  return { kind: 'reposted', count: earlier.length, evidence: [first.slice(0, 10)] };
}

function old(postedAt: string | null, now: Date): Signal | null {
  if (postedAt === null) return null;
  const days = Math.floor((now.getTime() - Date.parse(postedAt)) / DAY_MS);
  return days < OLD_DAYS ? null : { kind: 'old', count: days, evidence: [postedAt.slice(0, 10)] };
}
