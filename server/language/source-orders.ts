/** Orders about sources, said as a whole message: follow an employer by its address, stop following it, show the sources. Pure. */
import type { Language } from '../kernel/text.ts';
import type { Call } from './meaning.ts';

type Pattern = { language: Language; pattern: RegExp };

/** A web address, with or without https. */
const ADDRESS = String.raw`(?<employer>(?:https?:\/\/)?[^\s\/]+\.[^\s\/.]{2,}(?:[\/?#]\S*)?)`;
const NAME = String.raw`(?<employer>\S.{0,80}?)`;
const order = (language: Language, words: string): Pattern => ({ language, pattern: new RegExp(`^${words}$`, 'iu') });

const FOLLOW: readonly Pattern[] = [
  order(
    'en',
    String.raw`(?:please |can you |could you |i want to )?(?:follow|watch|track|subscribe to) (?:the )?(?:employer |company |careers page )?(?:at )?${ADDRESS}(?: please)?`,
  ),
  order(
    'de',
    String.raw`(?:bitte )?(?:folge|folgen sie|beobachte|beobachten sie|abonniere|abonnieren sie) (?:bitte )?(?:dem |den |der |die )?(?:arbeitgeber |firma |unternehmen )?(?:unter |auf )?${ADDRESS}(?: bitte)?`,
  ),
  order(
    'uk',
    String.raw`(?:будь ласка,? )?(?:стеж|стежте|слідкуй|слідкуйте|підпишись|підпишися|підпишіться) (?:за |на )?(?:роботодавцем |компанією |компанію )?${ADDRESS}`,
  ),
];
const UNFOLLOW: readonly Pattern[] = [
  order(
    'en',
    String.raw`(?:please )?(?:unfollow|stop following|do not follow|don['’]t follow) (?:the )?(?:employer |company )?${NAME}(?: any ?more)?(?: please)?`,
  ),
  order(
    'de',
    String.raw`(?:bitte )?(?:folge|folgen sie) (?:bitte )?(?:dem arbeitgeber |der firma )?${NAME} nicht (?:mehr|länger)`,
  ),
  order(
    'uk',
    String.raw`(?:будь ласка,? )?(?:більше )?(?:не стеж|не стежте|не слідкуй|перестань стежити|перестаньте стежити) за (?:роботодавцем |компанією )?${NAME}(?: більше)?`,
  ),
];
const LIST: readonly Pattern[] = [
  order(
    'en',
    String.raw`(?:show|list)(?: me)?(?: the| my| all)*(?: the)? (?:sources|job boards|boards|followed employers|employers i follow|employers that i follow)|(?:which|what) (?:sources|job boards|boards) (?:are there|do you (?:have|ask|use))|(?:which|what) employers do i follow|who do i follow`,
  ),
  order(
    'de',
    String.raw`(?:zeige?|zeigen sie)(?: mir)?(?: die| meine| alle)* (?:quellen|jobbörsen|gefolgten arbeitgeber)|welche (?:quellen|jobbörsen) (?:gibt es|fragst du|fragen sie)|welchen arbeitgebern folge ich|wem folge ich`,
  ),
  order(
    'uk',
    String.raw`(?:покажи|покажіть)(?: мені)?(?: мої| усі| всі)* (?:джерела|сайти вакансій)|які (?:є )?(?:джерела|сайти вакансій)(?: є)?|за (?:ким|якими роботодавцями) я стежу`,
  ),
];

/** The order, when the whole message is one. */
export function readSourceOrder(message: string): { call: Call; language: Language } | null {
  const words = message
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/[.!?]+$/u, '')
    .replace(/^<(.+)>$/u, '$1');
  if (words.length > 400) return null;
  const found = (patterns: readonly Pattern[]): { employer: string; language: Language } | null => {
    for (const { language, pattern } of patterns) {
      const match = pattern.exec(words);
      if (match !== null) return { employer: match.groups?.['employer'] ?? '', language };
    }
    return null;
  };
  const listed = found(LIST);
  if (listed !== null) return { call: { name: 'list_sources', input: {} }, language: listed.language };
  const off = found(UNFOLLOW);
  if (off !== null)
    return { call: { name: 'follow_employer', input: { employer: off.employer, off: true } }, language: off.language };
  const on = found(FOLLOW);
  return on === null
    ? null
    : { call: { name: 'follow_employer', input: { employer: on.employer } }, language: on.language };
}
