/**
 * Orders about the person's own things, said as a whole message: add a posting by its address, show what the CV says,
 * change the language of the page, say the home country. Pure.
 */
import type { Language } from '../../kernel/text.ts';
import type { Call } from '../meaning.ts';
import { findOrder, type Order, order, wholeMessage } from './whole-message.ts';

/** The address of a page, not of a whole site. */
const ADDRESS = String.raw`<?(?<value>(?:https?:\/\/)?[^\s\/<:]+\.[^\s\/.]{2,}\/[^\s>]+)>?`;
const ADD: readonly Order[] = [
  order(
    'en',
    String.raw`(?:please |can you |could you )?(?:(?:add|import|include)(?: this| the| that| a)?(?: job| posting| vacancy| ad)?(?: from| at)?|(?:here is|here's|i found)(?: a| another| this| the)? (?:job|posting|vacancy)):? ${ADDRESS}(?: to (?:the|my) list)?(?: please)?`,
  ),
  order(
    'de',
    String.raw`(?:bitte )?(?:(?:nimm|nehmen sie|füge?|fügen sie)(?: bitte)?(?: diese| die| eine)?(?: stelle| anzeige| stellenanzeige)?(?: auf| hinzu)?|(?:diese |die )?(?:stelle|anzeige|stellenanzeige) (?:hinzufügen|aufnehmen)|hier ist(?: eine| noch eine)? (?:stelle|anzeige)):? ${ADDRESS}(?: bitte)?(?: (?:auf|hinzu|dazu))?`,
  ),
  order(
    'uk',
    String.raw`(?:будь ласка,? )?(?:(?:додай|додайте|добав|добавте)(?: цю)?(?: вакансію| оголошення)?|ось(?: ця| ще одна)? вакансія):? ${ADDRESS}`,
  ),
];
/** An address alone tells no language. */
const PASTED = /^https?:\/\/[^\s/]+\.[^\s/.]{2,}\/\S+$/iu;

const PROFILE: readonly Order[] = [
  order(
    'en',
    String.raw`what do you know about me|what have you (?:read|learned|learnt|understood) about me|what (?:did you read in|do you know from|is in|does it say in) my (?:cv|résumé|resume)|what's in my (?:cv|résumé|resume)|(?:please )?(?:show|open|display)(?: me)? my (?:cvs?|résumé|resume|profile)(?: please)?|(?:my|which) cvs?(?: do you have)?|my profile`,
  ),
  order(
    'de',
    String.raw`was (?:weißt du|weisst du|wissen sie) (?:alles )?über mich|was (?:steht|hast du gelesen|haben sie gelesen) in meinem (?:lebenslauf|cv)|(?:bitte )?(?:zeige?|zeigen sie|öffne|öffnen sie)(?: mir)?(?: bitte)? (?:meinen (?:lebenslauf|cv)|mein profil)(?: an)?(?: bitte)?|mein (?:profil|lebenslauf)`,
  ),
  order(
    'uk',
    String.raw`що (?:ти знаєш|ви знаєте) про мене|що (?:є |написано )?(?:в|у) мо[єї]му? резюме|(?:будь ласка,? )?(?:покажи|покажіть|відкрий|відкрийте)(?: мені)? (?:моє резюме|мій профіль)|(?:моє резюме|мій профіль)`,
  ),
];

const TONGUE = String.raw`(?<value>\p{L}+)`;
const SPEAK: readonly Order[] = [
  order(
    'en',
    String.raw`(?:please |can you |could you )?(?:speak|talk|answer|reply|respond|write)(?: to me| with me)?(?: in)? ${TONGUE}(?: please| with me| to me| from now on)*|(?:please )?switch to ${TONGUE}(?: please)?`,
  ),
  order(
    'de',
    String.raw`(?:bitte )?(?:sprich|sprechen sie|rede|reden sie|antworte|antworten sie|schreib|schreiben sie)(?: bitte)?(?: mit mir| mir)?(?: bitte)?(?: auf)? ${TONGUE}(?: mit mir)?(?: bitte)?`,
  ),
  order(
    'uk',
    String.raw`(?:будь ласка,? )?(?:говори|говоріть|розмовляй|розмовляйте|відповідай|відповідайте|пиши|пишіть)(?: зі мною| мені)? ${TONGUE}(?: мовою)?(?:,? будь ласка)?`,
  ),
];
const TONGUES: readonly [Language, RegExp][] = [
  ['en', /^(?:english|englisch|англійською)$/iu],
  ['de', /^(?:german|deutsch|німецькою)$/iu],
  ['uk', /^(?:ukrainian|ukrainisch|українською)$/iu],
];

const COUNTRY = String.raw`(?<value>\p{L}[\p{L} '’-]{1,40})`;
/** Said of the country itself; "I live in Austria" is a wish for jobs there. */
const HOME: readonly Order[] = [
  order(
    'en',
    String.raw`(?:please )?(?:my home country is|(?:set|change) my home country to|home country:?) (?:the )?${COUNTRY}`,
  ),
  order(
    'de',
    String.raw`(?:bitte )?(?:mein (?:heimatland|wohnland|wohnsitzland) ist|(?:setze?|ändere?) mein (?:heimatland|wohnland) auf|(?:heimatland|wohnland):?) (?:die |der )?${COUNTRY}`,
  ),
  order('uk', String.raw`(?:моя країна(?: проживання)?(?: -| –| —|:)?|країна проживання(?: -| –| —|:)?) ${COUNTRY}`),
];

/** The order, when the whole message is one. `language` is null when its words do not tell. */
export function readOwnOrder(message: string): { call: Call; language: Language | null } | null {
  const words = wholeMessage(message);
  if (words === null) return null;
  if (PASTED.test(words)) return { call: { name: 'add_job', input: { url: words } }, language: null };
  const added = findOrder(words, ADD);
  if (added !== null) {
    const url = /^https?:\/\//iu.test(added.value) ? added.value : `https://${added.value}`;
    return { call: { name: 'add_job', input: { url } }, language: added.language };
  }
  const home = findOrder(words, HOME);
  if (home !== null)
    return { call: { name: 'set_preferences', input: { homeCountry: home.value } }, language: home.language };
  const shown = findOrder(words, PROFILE);
  if (shown !== null) return { call: { name: 'show_profile', input: {} }, language: shown.language };
  const spoken = findOrder(words, SPEAK);
  const tongue = TONGUES.find(([, name]) => name.test(spoken?.value ?? ''))?.[0];
  if (spoken !== null && tongue !== undefined)
    return { call: { name: 'set_preferences', input: { language: tongue } }, language: tongue };
  return null;
}
