/**
 * Understanding without a model: a sentence, the filter as it is and what is on screen give a Meaning. Pure,
 * a few milliseconds, any text. The steps are folders beside this file: `gloss/` puts German and Ukrainian into the
 * English words of the grammar, `orders/` finds what is to be done, `recognise/` what the words name, `plan/` what
 * that makes of the filter; `answers/` says it. The words of a language are data in the folder of its name.
 */
import { changeFilter } from '../matching/change-filter.ts';
import type { Filter, FilterChange } from '../matching/filter.ts';
import { readCommand } from './orders/commands.ts';
import { jobsNamed } from './orders/orders.ts';
import { readCvOrder } from './orders/cv-orders.ts';
import {
  asksOf,
  followUpStart,
  opinion,
  questionStart,
  remark,
  requestStart,
  tagQuestion,
} from './english/command-words.ts';
import { storyWords } from './english/noise-words.ts';
import { gloss } from './gloss/gloss.ts';
import { digitsFor } from './numbers.ts';
import type { Call, Context, Meaning, Talk } from './meaning.ts';
import { clean, tokenise } from './normalise.ts';
import { isCity, isNamed } from './recognise/facts.ts';
import { correctTypos } from './gloss/typos.ts';
import { plan } from './plan/plan.ts';
import { readOwnOrder } from './orders/own-orders.ts';
import { readPageOrder } from './orders/page-orders.ts';
import { readSearchOrder } from './orders/search-orders.ts';
import { readSourceOrder } from './orders/source-orders.ts';
import { recognise } from './recognise/recognise.ts';

/** Where "and" begins another order: "… and export them as csv". */
const NEXT_ORDER =
  /(?:,\s*(?:(?:and then|then|and|but)\s+)?|\s+(?:and then|then|and)\s+)(?=(?:hide|save|export|download|save the|hide the|undo|refresh|fetch|open the|show me the (?:first|second|third|last)|show (?:me )?more|load more|put the|sort|compare the|rate|score|(?:(?:daily|weekly|every day|every week) )?(?:tell me|let me know|notify me|alert me|keep me (?:posted|updated|informed)))\b)/i;

/** News of something that was not searched for yet. */
const NEWS_OF =
  /^(?:please |can you |could you )?(?:tell|notify|alert|email|ping|message|inform|update) me ((?:every|each) \w+|daily|weekly|once a (?:day|week)) (?:about|of|with|on) (?:any |the )?(?:new |fresh )(?!(?:ones?|matches|results|jobs|postings)\b\W*$)(.{3,200}?)[.!]?$/i;

/** Characters of a sentence in which jobs are looked for. */
const LONGEST_REFERENCE = 200;

/** What `text` asks for. Never throws; what it cannot account for stands in `rest`. */
export function understand(text: string, context: Context): Meaning {
  // "+ Hamburg": one more.
  const cleaned = clean(text)
    .replace(/^\s*\+\s+/, 'plus ')
    // "middle/senior": beside another level it is one.
    .replace(/\bmiddle(?=\s?[/+-]\s?senior\b)|(?<=\bjunior\s?[/+-]\s?)middle\b/gi, 'mid-level')
    // "take Redux off" is "take off Redux".
    .replace(
      /((?:^|[.!?,;] ?|\b(?:and|but|please|ok) )(?:take|leave|kick|cut|throw|rule|filter)) ((?:the |all |any )?[\w.+#-]{1,30}(?: [\w.+#-]{1,30})?) (out|off)(?: of (?:it|this|that)| (?:the|my) list)?(?= please| as well| too| also|\s*[.,!]|\s*$)/gi,
      '$1 $3 $2',
    )
    // "Tell me every morning about new chef jobs in Lyon": a wish, and an order to keep it.
    .replace(NEWS_OF, '$2 and tell me $1 about new ones')
    .replace(
      /^(?:[Ss]o |[Aa]nd )?[Ww]hat (?:does|do|has|have) ((?:\p{Lu}[\w&.'-]{1,30} ?){1,3})(?:have |got )?(?:open|available|going|on offer)\b/u,
      'jobs at $1',
    )
    // "Is Acme hiring?" asks for jobs there.
    .replace(/^(?:[Ss]o |[Aa]nd |[Hh]ey,? |[Oo]k,? )?[Ii]s ((?:\p{Lu}[\w&.'-]{1,30} ?){1,3})hiring\b/u, 'jobs at $1');
  const order =
    readSourceOrder(cleaned) ??
    readSearchOrder(cleaned) ??
    readOwnOrder(cleaned) ??
    readCvOrder(cleaned) ??
    readPageOrder(cleaned);
  if (order !== null) {
    const { call, language: own } = order;
    return { change: null, calls: [call], rest: [], asides: [], complete: true, talk: null, said: true, language: own };
  }
  const { text: english, language, original } = gloss(cleaned);
  const calls: Call[] = [];
  const rest: string[] = [];
  let filter = context.filter;
  let change: FilterChange | null = null;
  let talk: Talk | null = null;
  const asides: string[] = [];
  let said = false;
  let wish = '';
  const foreign = language === 'de' || language === 'uk';
  /** Jobs that the sentence before pointed at: "the second is good. Save it". */
  let named: (number | string)[] = [];
  const flush = (): void => {
    if (wish.trim() === '') return;
    const read = readWish(wish, filter, foreign, language === 'uk');
    wish = '';
    rest.push(...read.rest);
    asides.push(...read.asides);
    said ||= read.said;
    if (read.change === null) return;
    change = read.change;
    filter = changeFilter(filter, read.change);
    calls.push({ name: 'set_filter', input: read.change });
  };
  for (const sentence of sentencesOf(digitsFor(foreign ? english : correctTypos(english, isNamed, isCity)))) {
    const command = readCommand(sentence, { ...context, filter }, named);
    named = jobsNamed(tokenise(sentence.slice(0, LONGEST_REFERENCE)), context);
    if (command === null) {
      if (isTalk(sentence, Object.keys(filter).length > 0)) talk ??= 'question';
      else wish += `${sentence} `;
      continue;
    }
    if (command.kind === 'talk') {
      talk ??= command.talk;
      continue;
    }
    flush();
    if (command.kind === 'calls') for (const call of command.calls) addCall(calls, call);
    if (command.kind === 'calls' && command.calls.some((call) => call.name === 'clear_filters')) filter = {};
    if (command.kind === 'fresh') {
      if (Object.keys(filter).length > 0) calls.push({ name: 'clear_filters', input: {} });
      filter = {};
      wish = `${command.rest} `;
    }
    if (command.kind === 'count') calls.push(countCall(command.rest, sentence, filter, rest));
  }
  flush();
  const answered = calls.length > 0 || said || (talk !== null && talk !== 'question') || tokenise(cleaned).length === 0;
  return {
    change,
    calls,
    rest: rest.map(original),
    asides: asides.map(original),
    complete: rest.length === 0 && asides.length === 0 && answered,
    talk,
    said,
    language,
  };
}

/** "I don't like the second, hide it" says one thing twice, and so does "save this search and tell me weekly". */
function addCall(calls: Call[], call: Call): void {
  const saved = call.name === 'save_search' ? calls.findIndex(({ name }) => name === call.name) : -1;
  if (saved >= 0 && call.input['frequency'] === 'weekly') calls[saved] = call;
  if (saved < 0 && (call.name === 'undo' || !calls.some((made) => same(made, call)))) calls.push(call);
}

function same(one: Call, other: Call): boolean {
  return one.name === other.name && JSON.stringify(one.input) === JSON.stringify(other.input);
}

interface Read {
  change: FilterChange | null;
  rest: string[];
  asides: string[];
  /** True when the words named something, even if it is so already. */
  said: boolean;
}

function readWish(text: string, filter: Filter, foreign = false, latinNames = false): Read {
  const { draft, rest, asides } = recognise(text, filter, tokenise(text), foreign, latinNames);
  const change = plan(draft, filter);
  const said = draft.mentions.some((mention) => mention.kind !== 'noise');
  // A change that changes nothing ("Berlin" when Berlin is set) is none.
  if (change !== null && JSON.stringify(changeFilter(filter, change)) === JSON.stringify(filter))
    return { change: null, rest, asides, said };
  return { change, rest, asides, said };
}

/** "How many of them are remote": counted under the present filter and what the question adds; nothing changes. */
function countCall(words: string, sentence: string, filter: Filter, rest: string[]): Call {
  const at = sentence.toLowerCase().indexOf(words.split(' ')[0] ?? '');
  const asked = words === '' ? '' : sentence.slice(Math.max(0, at)).replace(/[?!.]+\s*$/, '');
  const refers =
    /\b(?:of (?:them|these|those)|them|these|those|are left|left|matches)\b/i.test(asked) ||
    /^(?:are|is|have|pay|offer)\b(?! there)/i.test(asked);
  const read = readWish(asked, refers ? filter : {});
  rest.push(...read.rest);
  if (read.change === null) return { name: 'count_jobs', input: {} };
  return { name: 'count_jobs', input: { filter: changeFilter(refers ? filter : {}, read.change) } };
}

/** Sentences as they stand, with their closing marks; orders after "and" are sentences of their own. */
function sentencesOf(text: string): string[] {
  const tokens = tokenise(text);
  const found: string[] = [];
  let start = 0;
  tokens.forEach((token, index) => {
    const before = tokens[index - 1];
    if (before === undefined || before.sentence === token.sentence) return;
    found.push(text.slice(start, token.start));
    start = token.start;
  });
  found.push(text.slice(start));
  return found
    .flatMap((sentence) => (sentence.length > 400 ? [sentence] : sentence.split(NEXT_ORDER)))
    .filter((sentence) => tokenise(sentence).length > 0);
}

/** Questions, opinions and small talk: they change nothing, even when they name technologies, places or money. */
function isTalk(sentence: string, followsUp: boolean): boolean {
  const tokens = tokenise(sentence.slice(0, 1000));
  const words = tokens.map((token) => token.word).join(' ');
  const asks = /\?\s*$/.test(sentence.trim());
  // "can you get to Portland by bus from there?"
  if (asks && /\bby (?:bus|train|car|bike|tram|plane|ferry)\b|\bhow (?:far|long)\b/.test(words)) return true;
  if (asks && /^(?:(?:and|so|but) )?would you (?:rather|recommend|live|move|say|prefer)\b/.test(words)) return true;
  if (requestStart.test(words)) return false;
  // "was in Lyon for long, now I want Brussels" tells, and wishes.
  const wishes = !asks && /^(?:was|were)\b.*\b(?:want|need|looking|searching)\b/.test(words);
  if (
    !wishes &&
    questionStart.test(words) &&
    (asks ||
      /^(?:(?:ok|okay|so|and|but|lol|wait|oh) )*(?:(?:anyone|anybody)(?! but| except)|what|why|how|who|when|what's|who's|how's|does|do|did|is|are|was|were)\b/.test(
        words,
      ))
  )
    return true;
  if (asks && tagQuestion.test(words)) return true;
  // "so rent is lower in Leipzig than here?": where a search is set, a whole sentence that asks and orders nothing.
  if (asks && followsUp && tokens.length >= 5 && asksOf.test(words) && !followUpStart.test(words)) return true;
  if (opinion.test(words)) return true;
  if (asks && /\b(?:always|often|usually|normally|typically|generally|necessarily)\b/.test(words)) return true;
  return (
    remark.test(words) &&
    !/\b(?:want|need|looking|find me|search|show)\b/.test(words) &&
    tokens.some(
      (token) =>
        storyWords.has(token.word) || token.word === 'wow' || token.word === 'haha' || token.word === 'interesting',
    )
  );
}
