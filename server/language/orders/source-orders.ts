/** Orders about sources, said as a whole message: follow an employer by its address, stop following it, show the sources. Pure. */
import type { Language } from '../../kernel/text.ts';
import type { Call } from '../meaning.ts';
import { findOrder, type Order, order, wholeMessage } from './whole-message.ts';

/** A web address, with or without https. */
const ADDRESS = String.raw`(?<value>(?:https?:\/\/)?[^\s\/]+\.[^\s\/.]{2,}(?:[\/?#]\S*)?)`;
const NAME = String.raw`(?<value>\S.{0,80}?)`;

const FOLLOW: readonly Order[] = [
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
const UNFOLLOW: readonly Order[] = [
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
const LIST: readonly Order[] = [
  order(
    'en',
    String.raw`(?:please )?(?:show|list)(?: me)?(?: the| my| all| your)*(?: the)? (?:sources|job boards|boards|followed employers|employers i follow|employers that i follow)|(?:which|what) (?:sources|job boards|boards|websites|sites|job sites) (?:are there|(?:do|can) you (?:have|ask|use|search|check|know|support|cover|fetch|look at|search in|search on))|what are your (?:sources|boards|job boards)|where do you (?:search|look)(?: for (?:the )?jobs)?|where do (?:the|these|your) (?:jobs|postings) come from|where do you get (?:the|these|your) (?:jobs|postings)(?: from)?|(?:which|what) employers do i follow|who do i follow`,
  ),
  order(
    'de',
    String.raw`(?:bitte )?(?:zeige?|zeigen sie)(?: mir)?(?: die| meine| alle)* (?:quellen|jobbörsen|stellenbörsen|gefolgten arbeitgeber)|welche (?:quellen|jobbörsen|stellenbörsen|börsen|jobportale|portale|webseiten|seiten) (?:gibt es|(?:fragst|durchsuchst|nutzt|benutzt|verwendest|kennst) du(?: ab)?|(?:fragen|durchsuchen|nutzen|benutzen|verwenden|kennen) sie(?: ab)?)|wo (?:suchst du|suchen sie)(?: nach (?:jobs|stellen))?|woher (?:kommen|stammen) (?:die|diese) (?:jobs|stellen|anzeigen)|welchen arbeitgebern folge ich|wem folge ich`,
  ),
  order(
    'uk',
    String.raw`(?:покажи|покажіть)(?: мені)?(?: мої| усі| всі)* (?:джерела|сайти вакансій)|які (?:є )?(?:джерела|сайти|сайти вакансій|сайти з вакансіями|дошки вакансій)(?: є| ти (?:переглядаєш|перевіряєш|використовуєш|знаєш)| ви (?:переглядаєте|перевіряєте|використовуєте|знаєте))?|на яких сайтах (?:ти шукаєш|ви шукаєте)|де (?:ти шукаєш|ви шукаєте)(?: вакансії| роботу)?|звідки (?:ці |всі )?вакансії|за (?:ким|якими роботодавцями) я стежу`,
  ),
];

/** The order, when the whole message is one. */
export function readSourceOrder(message: string): { call: Call; language: Language } | null {
  const words = wholeMessage(message);
  if (words === null) return null;
  const listed = findOrder(words, LIST);
  if (listed !== null) return { call: { name: 'list_sources', input: {} }, language: listed.language };
  const off = findOrder(words, UNFOLLOW);
  if (off !== null)
    return { call: { name: 'follow_employer', input: { employer: off.value, off: true } }, language: off.language };
  const on = findOrder(words, FOLLOW);
  return on === null
    ? null
    : { call: { name: 'follow_employer', input: { employer: on.value } }, language: on.language };
}
