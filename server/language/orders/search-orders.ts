/**
 * Orders about saved searches, said as a whole message: show them, open one, remove it, call it otherwise, tell more
 * or less often. Pure. Saving itself is mostly read in `orders.ts`, beside other orders of a sentence.
 */
import type { Language } from '../../kernel/text.ts';
import type { Call } from '../meaning.ts';
import { PLACE_END, PLACE_WORDS, placeSaid } from './said-places.ts';
import { findOrder, type Order, order, wholeMessage } from './whole-message.ts';

const PLACE = `(?<value>${PLACE_WORDS})${PLACE_END}`;
const WHICH = String.raw`(?<value>\S.{0,100}?)`;
const ASK_EN = '(?:please |can you |could you )?';
const ASK_DE = '(?:bitte )?';
const ASK_UK = '(?:будь ласка,? )?';
const END_EN = '(?: please)?';
const END_DE = '(?: bitte)?';

const ONE_EN = String.raw`(?:(?:my |the )?(?:saved search|search alert|job alert|alert)(?: (?:number |no\.? ?|#|called |named |for |about )?${WHICH})?|(?:my |the )?${PLACE} (?:saved search|alert))`;
const ONE_DE = String.raw`(?:(?:meine |meinen |die |den )?(?:gespeicherten? suche|suchauftrag|suchagenten?)(?: (?:nummer |nr\.? ?|namens |für |nach )?${WHICH})?|(?:meine |meinen |die |den )?${PLACE} (?:gespeicherten? suche|suchauftrag|suchagenten?))`;
const ONE_UK = String.raw`(?:(?:мій |цей )?збережений пошук(?: (?:номер |№ ?|про |за )?${WHICH})?|${PLACE} збережений пошук)`;

const SHOW: readonly Order[] = [
  order(
    'en',
    `${ASK_EN}(?:(?:show|list|open|display|see|view|go to)(?: me)? )?(?:all )?(?:of )?(?:my |the )?(?:saved searches|search alerts|job alerts|alerts)${END_EN}|(?:which|what) searches (?:have i saved|did i save|do i have)(?: saved)?`,
  ),
  order(
    'de',
    `${ASK_DE}(?:(?:zeige?|zeigen sie|öffne|öffnen sie)(?: mir)?(?: bitte)? )?(?:alle )?(?:meine |die )?(?:gespeicherten? suchen|suchaufträge|suchagenten)(?: an| zeigen| anzeigen)?${END_DE}|welche suchen habe ich(?: mir)? gespeichert`,
  ),
  order(
    'uk',
    `${ASK_UK}(?:(?:покажи|покажіть|відкрий|відкрийте)(?: мені)? )?(?:(?:мої|всі|усі) )*(?:збережені пошуки|підписки на пошук)|які пошуки я (?:зберіг|зберегла|зберігав|зберігала)`,
  ),
];
const OPEN: readonly Order[] = [
  order('en', `${ASK_EN}(?:open|show|load|run|use|go to)(?: me)? ${ONE_EN}${END_EN}`),
  order('de', `${ASK_DE}(?:öffne|öffnen sie|zeige?|zeigen sie|lade|laden sie)(?: mir)?(?: bitte)? ${ONE_DE}${END_DE}`),
  order('de', `${ASK_DE}${ONE_DE} (?:öffnen|anzeigen|zeigen|laden)${END_DE}`),
  order('uk', `${ASK_UK}(?:відкрий|відкрийте|покажи|покажіть|завантаж|завантажте)(?: мені)? ${ONE_UK}`),
];
const REMOVE: readonly Order[] = [
  order('en', `${ASK_EN}(?:delete|remove|forget|cancel|drop|stop) ${ONE_EN}${END_EN}`),
  order(
    'en',
    String.raw`${ASK_EN}(?:stop|turn off|switch off|cancel|no more) (?:the |my |all )?(?:alerts|notifications)${END_EN}|${ASK_EN}(?:stop|quit) (?:notifying|alerting|telling|reminding|informing) me(?: about .{1,60})?|${ASK_EN}(?:don['’]t|do not) (?:notify|alert|remind) me(?: any ?more)?|unsubscribe(?: me)?`,
  ),
  order(
    'de',
    `${ASK_DE}(?:lösche?|löschen sie|entferne?|entfernen sie|beende?|beenden sie)(?: bitte)? ${ONE_DE}${END_DE}`,
  ),
  order('de', `${ASK_DE}${ONE_DE} (?:löschen|entfernen|beenden|kündigen)${END_DE}`),
  order(
    'de',
    `${ASK_DE}keine (?:benachrichtigungen|hinweise|suchaufträge) mehr${END_DE}|${ASK_DE}(?:benachrichtige?|benachrichtigen sie|informiere?|informieren sie) mich nicht mehr${END_DE}|${ASK_DE}(?:sag|sagen sie|gib|geben sie) mir (?:nicht mehr|nicht länger|kein(?:en)?) bescheid(?: mehr)?${END_DE}`,
  ),
  order('uk', `${ASK_UK}(?:видали|видаліть|прибери|приберіть|скасуй|скасуйте) ${ONE_UK}`),
  order(
    'uk',
    `${ASK_UK}(?:більше )?не (?:повідомляй|повідомляйте|сповіщай|сповіщайте|нагадуй|нагадуйте)(?: мене| мені)?(?: більше)?|(?:відпиши|відпишіть) мене|(?:скасуй|скасуйте) (?:підписку|сповіщення)`,
  ),
];
const RENAME: readonly Order[] = [
  order(
    'en',
    `${ASK_EN}(?:rename|call) (?:my |the |this )?(?:saved )?search (?:to |as )?[“"']?${WHICH}["”']?${END_EN}`,
  ),
  order(
    'de',
    `${ASK_DE}(?:nenne?|nennen sie) (?:meine |die |diese )?(?:gespeicherte )?suche(?: bitte)? [„"']?${WHICH}[“"']?`,
  ),
  order('uk', `${ASK_UK}(?:назви|назвіть|перейменуй на) (?:цей )?(?:збережений )?пошук [«"']?${WHICH}[»"']?`),
];
const SAVE_AS: readonly Order[] = [
  order(
    'en',
    `${ASK_EN}save (?:this |the |my )?search (?:as|under) (?!(?:an? )?(?:csv|json|file|excel))[“"']?${WHICH}["”']?${END_EN}`,
  ),
  order(
    'de',
    `${ASK_DE}(?:speichere?|speichern sie)(?: bitte)? (?:diese |die |meine )?suche (?:als|unter) (?!(?:eine )?(?:csv|json|datei|excel))[„"']?${WHICH}[“"']?`,
  ),
  order('uk', `${ASK_UK}(?:збережи|збережіть) (?:цей )?пошук як (?!(?:csv|json|файл))[«"']?${WHICH}[»"']?`),
];

const OFTEN_DE = '(?:täglich|wöchentlich|jede woche|jeden tag|einmal (?:pro|die|in der) woche|einmal (?:pro|am) tag)';
/** Forms that are no plain order of two words. */
const SAVE: readonly Order[] = [
  order(
    'de',
    `${ASK_DE}(?:speichere?|speichern sie|merken sie sich|sichern sie)(?: bitte)? (?:diese|die|meine) suche(?: bitte)?(?: ${OFTEN_DE})?(?:,? und (?:informieren sie mich|benachrichtigen sie mich|geben sie mir|sagen sie mir|gib mir|sag mir|informiere mich|benachrichtige mich)(?: bitte)?(?: ${OFTEN_DE})?(?: bescheid)?(?: (?:über|bei) neue[nr]? (?:stellen|treffer[nr]?|jobs))?)?`,
  ),
  order('de', `${ASK_DE}(?:gib|geben sie|sag|sagen sie) mir(?: bitte)? ${OFTEN_DE} bescheid`),
  order('uk', `${ASK_UK}(?:підпиши|підпишіть) мене на (?:цей )?пошук(?: (?:щодня|щотижня|раз на тиждень))?`),
];
const OFTEN: readonly Order[] = [
  order(
    'en',
    `${ASK_EN}(?:make|change|set|switch) (?:the |my |this )?(?:alert|saved search)(?: to)? (?:daily|weekly)${END_EN}`,
  ),
  order(
    'de',
    `${ASK_DE}(?:stelle?|stellen sie|ändere?|ändern sie) (?:den suchauftrag|die gespeicherte suche) auf (?:täglich|wöchentlich)(?: um)?`,
  ),
  order('uk', `${ASK_UK}(?:зміни|змініть) (?:збережений пошук|підписку) на (?:щодня|щотижня|щотижневу|щоденну)`),
];

/** The order, when the whole message is one. */
export function readSearchOrder(message: string): { call: Call; language: Language } | null {
  const words = wholeMessage(message);
  if (words === null) return null;
  const read = (orders: readonly Order[], name: string, input: (value: string) => Call['input']) => {
    const found = findOrder(words, orders);
    return found === null ? null : { call: { name, input: input(found.value) }, language: found.language };
  };
  return (
    read(SHOW, 'show_searches', () => ({})) ??
    read(REMOVE, 'remove_search', which) ??
    read(SAVE_AS, 'save_search', (name) => ({ frequency: 'daily', name })) ??
    read(SAVE, 'save_search', () => often(words)) ??
    read(OFTEN, 'change_search', () => often(words)) ??
    read(RENAME, 'change_search', (name) => ({ name })) ??
    read(OPEN, 'open_search', which)
  );
}

function which(value: string): Call['input'] {
  return value === '' ? {} : { search: placeSaid(value) ?? value };
}

function often(words: string): Call['input'] {
  return { frequency: /week|woche|wöchentlich|тиж/iu.test(words) ? 'weekly' : 'daily' };
}
