/** Does a posting's own page say that the opening is filled? Pure. */
import { withoutElements, withoutTags } from '../html-scan.ts';

/** Sentences with which boards replace a posting that is over; said of the opening, not of something in its text. */
const SENTENCES = [
  /\b(?:this|the) (?:job|position|role|posting|vacancy|opening|listing)(?: you are looking for| you requested)? (?:is|has been|was) (?:no longer (?:available|open|active|accepting applications)|closed|filled|expired|archived|deactivated)\b/iu,
  /\bno longer accepting applications\b/iu,
  /\bjob (?:not found|has expired|is closed)\b/iu,
  /(?:diese|die) (?:stelle|stellenanzeige|position|anzeige) ist (?:nicht mehr (?:verfügbar|online|aktiv|ausgeschrieben)|bereits besetzt|abgelaufen)/iu,
  /(?:вакансі[яю]|оголошення) (?:вже )?(?:неактивн\p{L}+|закрит\p{L}+|більше не (?:актуальн\p{L}+|доступн\p{L}+)|в архіві)/iu,
];
/** The notice stands at the top; further down it may be about something else. */
const LOOKED_AT = 6000;

/** True only for a page that says so in its title or its first words. */
export function pageSaysClosed(html: string): boolean {
  const bare = withoutTags(withoutElements(html.slice(0, 400_000), ['script', 'style', 'noscript', 'template']));
  const text = bare.replaceAll(/\s+/gu, ' ').slice(0, LOOKED_AT);
  return SENTENCES.some((sentence) => sentence.test(text));
}
