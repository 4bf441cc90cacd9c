/** What Ukrainians tell of their families ("донька пішла в садочок", "чоловік уже працює в Познані"): no part of the wish. */
import type { Token } from '../meaning.ts';

const RELATIVE =
  /^(?:донька|донечка|дочка|доньки|дочки|син|синок|сини|дитина|діти|дітки|малюк|малий|мала|чоловік|дружина|жінка|мама|матуся|тато|батько|батьки|бабуся|дідусь|брат|сестра|родина|сім'я|подруга|друг|друзі|кум|кума|наречений|наречена|сусід|сусідка|хлопець|дівчина)$/u;
const OWN = /^(?:мій|моя|мої|наш|наша|наші|старша|старший|менша|менший|обидва|двоє|мого|моєї)$/u;
const BETWEEN =
  /^(?:вже|уже|теж|також|тут|там|зараз|тепер|щойно|нещодавно|недавно|якраз|давно|досі|ще|восени|взимку|влітку|навесні|торік|цьогоріч)$/u;
/** A verb of the past or of the third person; a wish of the relative is the wish of the message. */
const VERB =
  /^(?!хоче|шука|потребу|мріє|бажа|планує|прагне)\p{L}{2,}(?:[аяиіуює]в|[аяиіує]вся|[аиіуюя]ла|[аиіуюя]ли|[аиіуюя]лас[яь]|[аиіуюя]лис[яь]|ють|уть|ать|ять|ає|яє|ує|ює|іє|ить|їть|дить)(?:ся)?$/u;
/** Where a relative is, said without a verb: "чоловік на фронті". */
const AWAY =
  /^(?:на (?:фронт\S*|війн\S*|пенсі\S*|робот\S*|заробітк\S*)|(?:в|у) (?:армі\S*|зсу|декрет\S*|відрядженн\S*|лікарн\S*)|за кордоном|без роботи)(?= |$)/u;
const WENT = /^\p{L}*[йі]ш(?:ов|ла|ли)$/u;
const LONGEST = 14;

/** Where the clause that begins here tells of a relative: nothing in English, up to its end; null when it does not. */
export function familyStory(tokens: readonly Token[], at: number): { english: string; to: number } | null {
  const here = tokens[at];
  if (here === undefined || tokens[at - 1]?.clause === here.clause) return null;
  let next = at;
  while (/^(?:а|і|й|та|бо|тому|що|адже|коли|поки|доки)$/u.test(tokens[next]?.word ?? '')) next += 1;
  if (OWN.test(tokens[next]?.word ?? '')) next += 1;
  if (!RELATIVE.test(tokens[next]?.word ?? '')) return null;
  next += 1;
  while (BETWEEN.test(tokens[next]?.word ?? '')) next += 1;
  const verb = tokens[next];
  if (verb === undefined || verb.clause !== here.clause) return null;
  const behind = tokens.slice(next, next + 2).map((token) => token.word);
  if (!VERB.test(verb.word) && !WENT.test(verb.word) && !AWAY.test(behind.join(' '))) return null;
  let to = next + 1;
  while (to < tokens.length && tokens[to]?.clause === here.clause) to += 1;
  return to - at <= LONGEST ? { english: '', to } : null;
}

const PAST = /^\p{L}+(?:[аиіуюяє]в|[аиіуюяє]ла|[аиіуюяє]ли|[аиіуюяє]вся|[аиіуюяє]лас[яь])$/u;
const WAS = /^бу(?:в|ла|ли)$/u;
const SPAN = /^(?:років|роки|рік|місяців|місяці|раніше|колись|торік|вдома|удома)$/u;

/** "десять років ремонтував машини", "раніше шила": what one did is told of the past; null where no such verb stands. */
export function pastStory(
  tokens: readonly Token[],
  at: number,
  isKnown: boolean,
): { english: string; to: number } | null {
  const here = tokens[at];
  if (here === undefined || (isKnown && !WAS.test(here.word)) || !PAST.test(here.word)) return null;
  const before = tokens.slice(Math.max(0, at - 4), at).filter((token) => token.clause === here.clause);
  return before.some((token) => SPAN.test(token.word)) ? { english: 'i worked as', to: at + 1 } : null;
}

const ANOTHER = /^(?:перейти|стати|перекваліфік\S+|переучи\S+|змінити|спробувати|перевчи\S+|переходжу)$/u;

/** "я вчителька фізики, але хочу перейти в IT": what one is and will be no more is told of the past. */
export function formerTrade(tokens: readonly Token[], at: number): { english: string; to: number } | null {
  const here = tokens[at];
  if (here?.word !== 'я' || tokens[at - 1]?.clause === here.clause) return null;
  const turn = tokens.findIndex((token, index) => index > at && token.clause !== here.clause);
  if (turn < 0 || tokens[turn]?.sentence !== here.sentence) return null;
  if (!/^(?:але|проте|однак|та|а|зараз|тепер|хочу)$/u.test(tokens[turn]?.word ?? '')) return null;
  const later = tokens.slice(turn, turn + LONGEST).filter((token) => token.sentence === here.sentence);
  return later.some((token) => ANOTHER.test(token.word)) ? { english: 'i worked as', to: at + 1 } : null;
}

/** "мене звати Сергій": a name of a person is no place. */
export function ownName(tokens: readonly Token[], at: number): { english: string; to: number } | null {
  const said = tokens.slice(at, at + 2).map((token) => token.word);
  if (!/^(?:мене (?:звати|звуть)|моє ім'я)$/u.test(said.join(' '))) return null;
  let to = at + 2;
  while (to < at + 4 && tokens[to]?.clause === tokens[at]?.clause && /^\p{Lu}/u.test(tokens[to]?.text ?? '')) to += 1;
  return { english: '', to };
}
