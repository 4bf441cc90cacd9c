/** Work that pays nothing, by its own words. Pure. */
import { sentencesOf } from '../../postings/reading/sentences.ts';

/** Unpaid leave is no unpaid work, so the work itself must be named, or the pay. */
const UNPAID =
  /\bunpaid (?:\w+ )?(?:internship|position|role|work|job|opportunity|volunteer\w*|collaboration)\b|\b(?:position|role|internship|job|this) is (?:currently )?(?:unpaid|voluntary)\b|\b(?:equity|commission)[- ]only\b|(?:^|[\s:$€£])0\s*\+\s*equity\b|\b(?:no|zero|without) (?:base )?(?:salary|pay)\b(?=.{0,40}\b(?:equity|shares|until|at first|initially)\b)|\bunbezahlte[srn]? (?:praktikum|stelle|arbeit|mitarbeit|tätigkeit)\b|\behrenamtliche[srn]? (?:stelle|tätigkeit|mitarbeit|position)\b|неоплачуван\p{L}* (?:стажуванн\p{L}*|робот\p{L}*|посад\p{L}*)|без оплати праці/iu;

/** The sentence that says so, or null. Commission alone counts: nothing is sure to be paid. */
export function unpaidIn(description: string): string | null {
  if (!UNPAID.test(description)) return null;
  return sentencesOf(description).find((sentence) => UNPAID.test(sentence)) ?? null;
}
