/**
 * Orders about what the page shows, said as a whole message: the saved or the hidden postings, dark or light colours,
 * and what a CV lacks for one posting of the list. Pure.
 */
import type { Language } from '../../kernel/text.ts';
import type { Call } from '../meaning.ts';
import { PLACE_END, PLACE_WORDS, placeSaid } from './said-places.ts';
import { findOrder, type Order, order, wholeMessage } from './whole-message.ts';

const SHOW_EN = String.raw`(?:please |can you |could you )?(?:show|open|display|list|see|view|go to|let me see)(?: me)?(?: all)?`;
const SHOW_DE = String.raw`(?:bitte )?(?:zeige?|zeigen sie|öffne|öffnen sie)(?: mir)?(?: bitte)?(?: alle)?`;
const SHOW_UK = String.raw`(?:будь ласка,? )?(?:покажи|покажіть|відкрий|відкрийте)(?: мені)?(?: всі| усі)?`;
const JOBS_EN = String.raw`(?: (?:jobs?|postings?|ones|vacancies|list))?(?: please)?`;
const JOBS_DE = String.raw`(?: (?:stellen|jobs|anzeigen|stellenanzeigen))?(?: an)?(?: bitte)?`;

const SAVED: readonly Order[] = [
  order(
    'en',
    String.raw`(?:${SHOW_EN} )?(?:my |the )?(?:saved|bookmarked)${JOBS_EN}|(?:${SHOW_EN} |which (?:jobs|ones) )?what (?:have )?i(?: have|['’]ve)? saved|which (?:jobs |ones |postings )?(?:have i|did i) saved?`,
  ),
  order(
    'de',
    String.raw`(?:${SHOW_DE} )?(?:meine |die )?(?:gemerkte[nr]?|gespeicherte[nr]?)${JOBS_DE}|was habe ich (?:mir )?(?:gemerkt|gespeichert)|(?:meine )?merkliste(?: zeigen)?`,
  ),
  order('uk', String.raw`(?:${SHOW_UK} )?(?:мої )?збережен[іе]х?(?: вакансії| оголошення)?|що я (?:зберіг|зберегла)`),
];
const HIDDEN: readonly Order[] = [
  order(
    'en',
    String.raw`${SHOW_EN} (?:my |the )?hidden${JOBS_EN}|(?:${SHOW_EN} )?what (?:have )?i(?: have|['’]ve)? hidden|which (?:jobs |ones |postings )?(?:have i hidden|did i hide)`,
  ),
  order(
    'de',
    String.raw`${SHOW_DE} (?:meine |die )?(?:ausgeblendete[nr]?|versteckte[nr]?)${JOBS_DE}|was habe ich ausgeblendet`,
  ),
  order('uk', String.raw`${SHOW_UK} (?:мої )?прихован[іе]х?(?: вакансії| оголошення)?|що я (?:приховав|приховала)`),
];

const CHANGE_EN = String.raw`(?:please |can you |could you )?(?:switch to|use|turn on|enable|set|change to|make it|i (?:want|prefer|would like|['’]d like))(?: the| a)?`;
const CHANGE_DE = String.raw`(?:bitte )?(?:(?:wechsle|wechseln sie|schalte|schalten sie)(?: bitte)?(?: in den| zum| auf| auf den)?|nimm|nehmen sie|ich (?:möchte|will|hätte gern)(?: den| das)?)`;
const CHANGE_UK = String.raw`(?:будь ласка,? )?(?:увімкни|увімкніть|ввімкни|ввімкніть|зроби|зробіть|перемкни на|перемкніть на)`;
const MODE_EN = String.raw`(?: (?:mode|theme|colou?rs))`;
const MODE_DE = String.raw`(?:[- ]?(?:modus|mode|design|thema|farben))`;
const MODE_UK = String.raw`(?: (?:тему|тема|режим|кольори))`;
/** "make it dark" says enough; "dark" alone may be a word of a wish. */
const colours = (en: string, de: string, uk: string): readonly Order[] => [
  order('en', String.raw`(?:${CHANGE_EN} )?(?:${en})${MODE_EN}(?: please)?|(?:please )?make (?:it|the page) (?:${en})`),
  order('de', String.raw`(?:${CHANGE_DE} )?(?:${de})${MODE_DE}(?: (?:ein|um|um bitte|an|bitte))?`),
  order('uk', String.raw`(?:${CHANGE_UK} )?(?:${uk})${MODE_UK}`),
];
const THEMES: readonly [theme: 'dark' | 'light' | 'system', orders: readonly Order[]][] = [
  ['dark', colours('dark|night', 'dunkle[snr]?|dunkel|dark|nacht', 'темну|темна|темний|темні|нічний|нічну')],
  ['light', colours('light|bright|day', 'helle[snr]?|hell|light|tag', 'світлу|світла|світлий|світлі|денний')],
  ['system', colours('system|automatic|default', 'system|automatische[snr]?', 'системну|системна|системний|системні')],
];

const PLACE = String.raw`(?:(?:the |job |number |no\.? ?|nr\.? ?|#|№ ?|die |den |nummer |номер )*(?<value>${PLACE_WORDS})${PLACE_END}(?: one| job| posting| stelle| anzeige| вакансі\p{L}+)?)`;
const CV_EN = String.raw`(?:cv|résumé|resume|profile)`;
const LACKS: readonly Order[] = [
  order(
    'en',
    String.raw`what(?:['’]s| is| am i)? (?:missing|lacking) (?:in|from|on) my ${CV_EN} (?:for|to get) ${PLACE}|what (?:does my ${CV_EN} lack|do i lack|am i missing|is missing) for ${PLACE}|(?:please )?(?:check|compare|analy[sz]e|review|hold) my ${CV_EN} (?:against|for|with|to) ${PLACE}|how (?:can|do|should) i (?:improve|change|adapt|tailor) my ${CV_EN} for ${PLACE}`,
  ),
  order(
    'de',
    String.raw`was fehlt (?:mir|(?:in )?meinem (?:lebenslauf|cv)|meinem profil)(?: noch)? für ${PLACE}|(?:bitte )?(?:prüfe?|prüfen sie|vergleiche?|vergleichen sie|analysiere?|analysieren sie)(?: bitte)? meinen (?:lebenslauf|cv) (?:mit|für|gegen)(?: der)? ${PLACE}|wie (?:kann|soll) ich meinen (?:lebenslauf|cv) für ${PLACE} (?:verbessern|anpassen)`,
  ),
  order(
    'uk',
    String.raw`чого (?:мені )?(?:бракує|не вистачає)(?: (?:в|у) (?:мо[єї]му )?резюме)? для ${PLACE}|(?:будь ласка,? )?(?:порівняй|порівняйте|перевір|перевірте) мо[єї] резюме (?:з|із|для|на) ${PLACE}`,
  ),
];

/** The order, when the whole message is one. */
export function readPageOrder(message: string): { call: Call; language: Language } | null {
  const words = wholeMessage(message);
  if (words === null) return null;
  for (const [mark, orders] of [
    ['saved', SAVED],
    ['hidden', HIDDEN],
  ] as const) {
    const shown = findOrder(words, orders);
    if (shown !== null) return { call: { name: 'show_marked', input: { mark } }, language: shown.language };
  }
  for (const [theme, orders] of THEMES) {
    const wanted = findOrder(words, orders);
    if (wanted !== null) return { call: { name: 'set_preferences', input: { theme } }, language: wanted.language };
  }
  const lacks = findOrder(words, LACKS);
  if (lacks === null) return null;
  const job = placeSaid(lacks.value);
  return job === null ? null : { call: { name: 'analyze_cv', input: { job } }, language: lacks.language };
}
