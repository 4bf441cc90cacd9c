/**
 * Orders about the person's CV, said as a whole message: what it forgot, what shall go from it, which of several
 * counts, that a model shall rate the list against it, and which projects are worth it. Pure.
 */
import type { Language } from '../../kernel/text.ts';
import type { Call } from '../meaning.ts';
import { findOrder, type Order, order, wholeMessage } from './whole-message.ts';

const WHAT = String.raw`(?<value>\S.{0,120}?)`;
const CV = String.raw`(?:cvs?|résumés?|resumes?|curriculum vitae)`;
const PROFILE = String.raw`(?:${CV}|profile|skills?)`;
const LEBENSLAUF = String.raw`(?:lebenslauf|cv|profil|kenntnissen?)`;
const PLEASE_UK = String.raw`(?:будь ласка,? )?`;

const ADD: readonly Order[] = [
  order(
    'en',
    String.raw`(?:no,? )?my ${PROFILE} (?:forgot|forgets|missed|misses|is missing|are missing|lacks?|(?:does not|doesn['’]t|did not|didn['’]t) (?:mention|have|list|show|include))(?: to mention)?(?: that i (?:know|have|speak))? ${WHAT}`,
  ),
  order('en', String.raw`${WHAT} (?:is|are) missing (?:in|from|on) my ${PROFILE}`),
  order(
    'en',
    String.raw`you (?:forgot|missed|overlooked|left out|(?:did not|didn['’]t) (?:read|find|see)) ${WHAT} (?:in|from|on) my ${PROFILE}`,
  ),
  order(
    'en',
    String.raw`(?:please |can you |could you )?(?:add|put) ${WHAT} (?:to|into|in|on) my ${PROFILE}(?: please)?`,
  ),
  order(
    'de',
    String.raw`(?:in )?meinem ${LEBENSLAUF} (?:fehlt|fehlen)(?: noch)? ${WHAT}|${WHAT} (?:fehlt|fehlen) in meine[mn] ${LEBENSLAUF}`,
  ),
  order(
    'de',
    String.raw`(?:in meinem ${LEBENSLAUF} (?:hast du|haben sie)|du hast in meinem ${LEBENSLAUF}|sie haben in meinem ${LEBENSLAUF}) ${WHAT} (?:vergessen|übersehen)`,
  ),
  order(
    'de',
    String.raw`(?:bitte )?(?:füge?|fügen sie|nimm|nehmen sie|schreibe?|schreiben sie)(?: bitte)? ${WHAT} (?:zu meine[mn]|in meine?[nm]?) ${LEBENSLAUF}(?: hinzu| auf)?|(?:bitte )?(?:ergänze|ergänzen sie)(?: bitte)? meine?n? ${LEBENSLAUF} um ${WHAT}`,
  ),
  order(
    'uk',
    String.raw`(?:у|в) мо[єї]му (?:резюме|профілі) (?:немає|бракує|не вказано|не згадано|пропущено|забуто) ${WHAT}|(?:у|в) мо[єї]му (?:резюме|профілі) (?:ти|ви) (?:пропусти|забу)\p{L}+ ${WHAT}|моє резюме (?:забуло|пропустило|не згадує) ${WHAT}`,
  ),
  order(
    'uk',
    String.raw`${PLEASE_UK}(?:додай|додайте|допиши|допишіть) ${WHAT} (?:до|в|у) (?:мого |моє |мій |моїх )?(?:резюме|профілю|профіль|навичок)`,
  ),
];
const REMOVE: readonly Order[] = [
  order(
    'en',
    String.raw`(?:please |can you |could you )?(?:remove|delete|drop|take|strike|leave) ${WHAT} (?:from|off|out of) my ${PROFILE}(?: please)?|my ${PROFILE} (?:should not|shouldn['’]t) (?:mention|list|have|include|show) ${WHAT}`,
  ),
  order(
    'de',
    String.raw`(?:bitte )?(?:entferne|entfernen sie|streiche?|streichen sie|lösche?|löschen sie|nimm|nehmen sie)(?: bitte)? ${WHAT} aus meine[mn] ${LEBENSLAUF}(?: heraus| raus)?`,
  ),
  order(
    'uk',
    String.raw`${PLEASE_UK}(?:прибери|приберіть|видали|видаліть|викресли|викресліть) ${WHAT} (?:з|із|зі) (?:мого |моїх )?(?:резюме|профілю|навичок)`,
  ),
];

const NAME = String.raw`(?<value>(?!(?:to|for|and|when|um|für|und|щоб|для|та|і)\s)\S.{0,80}?)`;
const WHICH = String.raw`(?<value>[^\s,]\S*(?: \S+){0,3}?)`;
const CHOOSE: readonly Order[] = [
  order(
    'en',
    String.raw`(?:please )?(?:use|take|switch to|choose|select|activate|go with|work with) (?:my|the) ${WHICH} ${CV}(?: please| instead| now)*`,
  ),
  order(
    'en',
    String.raw`(?:please )?(?:use|switch to|choose|select|activate) (?:my |the )?(?:cv|résumé|resume)(?: called| named)? ${NAME}(?: please| instead)?`,
  ),
  order(
    'de',
    String.raw`(?:bitte )?(?:nimm|nehmen sie|benutze|benutzen sie|verwende|verwenden sie|nutze|nutzen sie|wähle|wählen sie|wechsle zu|wechseln sie zu)(?: bitte)? (?:meine[mn]|de[mn]) ${WHICH} (?:lebenslauf|cv)`,
  ),
  order(
    'de',
    String.raw`(?:bitte )?(?:benutze|benutzen sie|verwende|verwenden sie|nutze|nutzen sie|wähle|wählen sie)(?: bitte)? (?:meine[mn] |de[mn] )?(?:lebenslauf|cv) ${NAME}`,
  ),
  order(
    'uk',
    String.raw`${PLEASE_UK}(?:використовуй|використовуйте|візьми|візьміть|обери|оберіть|вибери|виберіть|перейди на|перейдіть на) (?:моє |мою )?${WHICH} резюме`,
  ),
  order('uk', String.raw`${PLEASE_UK}(?:використовуй|використовуйте|обери|оберіть|вибери|виберіть) резюме ${NAME}`),
];

const MODEL = String.raw`(?:the |an? )?(?:language )?(?:model|ai|llm)`;
const LISTED = String.raw`(?:(?:the |my )?(?:list|jobs|postings|matches|results)|them|(?:the )?(?:first|top) (?<value>\d{1,2})(?: jobs| postings| matches)?)`;
const GELISTET = String.raw`(?:(?:die |meine )?(?:liste|jobs|stellen|anzeigen|treffer)|sie|die ersten (?<value>\d{1,2})(?: jobs| stellen| anzeigen)?)`;
const RATE: readonly Order[] = [
  order('en', String.raw`(?:please )?(?:rate|score|judge) ${LISTED} with ${MODEL}(?: please)?`),
  order('en', String.raw`(?:please )?(?:let|have) ${MODEL} (?:rate|score|judge) ${LISTED}(?: please)?`),
  order(
    'de',
    String.raw`(?:bitte )?(?:bewerte|bewerten sie)(?: bitte)? ${GELISTET} mit (?:dem (?:sprach)?modell|der ki)|(?:lass|lassen sie)(?: bitte)? (?:das (?:sprach)?modell|die ki) ${GELISTET} bewerten`,
  ),
  order(
    'uk',
    String.raw`${PLEASE_UK}(?:оціни|оцініть) (?:список|вакансії|їх|перші (?<value>\d{1,2})(?: вакансій| вакансії)?) (?:мовною )?моделлю|нехай (?:мовна )?модель оцінить (?:список|вакансії|їх)`,
  ),
];

const PROJECTS: readonly Order[] = [
  order(
    'en',
    String.raw`(?:which|what) (?:freelance )?(?:projects|gigs) (?:are worth (?:it|answering|a bid|bidding on|my time)|should i (?:answer|bid on|apply (?:to|for)|take))|(?:please )?(?:rate|score|rank) (?:the |my |these )?(?:freelance )?(?:projects|gigs)`,
  ),
  order(
    'de',
    String.raw`welche (?:freelance-)?(?:projekte|aufträge) (?:lohnen sich|sind es wert)|(?:bitte )?(?:bewerte|bewerten sie)(?: bitte)? (?:die |meine |diese )?(?:freelance-)?(?:projekte|aufträge)`,
  ),
  order(
    'uk',
    String.raw`які проєкти варті (?:уваги|відповіді)|на які проєкти варто відповісти|${PLEASE_UK}(?:оціни|оцініть) (?:ці )?проєкти`,
  ),
];

const BETWEEN = /\s*,\s*(?:(?:and|und|та|і|й)\s+)?|\s+(?:and|und|sowie|та|і|й|as well as)\s+/iu;
const MOST = 10;

/** The order, when the whole message is one. */
export function readCvOrder(message: string): { call: Call; language: Language } | null {
  const words = wholeMessage(message);
  if (words === null) return null;
  const added = findOrder(words, ADD);
  if (added !== null) return { call: corrects('add', added.value), language: added.language };
  const removed = findOrder(words, REMOVE);
  if (removed !== null) return { call: corrects('remove', removed.value), language: removed.language };
  const chosen = findOrder(words, CHOOSE);
  if (chosen !== null)
    return { call: { name: 'choose_cv', input: { cv: bare(chosen.value) } }, language: chosen.language };
  const projects = findOrder(words, PROJECTS);
  if (projects !== null) return { call: { name: 'rate_projects', input: {} }, language: projects.language };
  const rated = findOrder(words, RATE);
  if (rated === null) return null;
  const top = Number(rated.value);
  return { call: { name: 'rate_jobs', input: top >= 1 && top <= 50 ? { top } : {} }, language: rated.language };
}

const bare = (words: string): string => words.replace(/^["“„«']+|["”“»']+$/gu, '').trim();

function corrects(how: 'add' | 'remove', words: string): Call {
  const values = words.split(BETWEEN).map(bare).filter(Boolean);
  return { name: 'correct_profile', input: { [how]: values.slice(0, MOST) } };
}
