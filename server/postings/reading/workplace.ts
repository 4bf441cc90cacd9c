/**
 * Where the work is done: remote, hybrid, on-site. The employer's explicit word about this job decides; the text
 * beats a flag, talk about the company does not. Rules: the posting's own words, silence is silence.
 */
import { isHandsOn, rolesIn } from '../../taxonomy/titles.ts';
import type { Evidence, SourcePosting, Workplace } from '../job-posting.ts';
import type { LocationReading } from './locations.ts';
import { quote } from './sentences.ts';

export type WorkplaceReading = { values: Workplace[]; evidence: Evidence[] };

const GATE =
  /remote|hybrid|on-?site|in[- ]person|in[- ]office|office|homeoffice|home office|from home|vor ort|віддален|гібрид|офіс/iu;
/** General talk: about the company, other roles, benefits. */
const GENERAL =
  /\b(?:number of hybrid|occasional\w*|in[- ]person (?:team )?(?:events?|gatherings?|meet\w*|engagement|training|sessions|visits|services|therapy|off)|(?:remote|distributed|office) (?:and|or|&) hybrid (?:work|teams|workforce|working)|hybrid work(?:ing)? (?:has|is becoming|world|teams|workforce|era)|some (?:roles|positions|teams)|certain (?:roles|teams|positions)|many of our|most of our|all of our (?:roles|jobs)|vary (?:from|by)|varies|depending on the|teammates who|our (?:global|distributed) (?:team|company)|hybrid cloud|hybrid (?:\w+ )?(?:operator|engineer|profile|role (?:that|combining|between|blending))|hybrid (?:of|between)|hybrid (?:search|infrastructure|environments?|cars?|vehicles?|warrants?|apps?|mobile|solution)|remote (?:workspace|office|work|setup|equipment)? ?stipend|remote[- ]first company|remote (?:sites?|sensing|patients?|monitoring|customers?|clients?|support|control|access|diagnos\w+|teams?\b|server|debugg\w+|procedure|desktop|environments?|cultures?|companies|company|contractors?|workers?|employees?|hands)|stipend|reimburse\w*|lunch|snacks|weeks (?:a|per) year|weeks? of remote|work from anywhere|off-?sites?\b|customer.?s? (?:site|office)|client.?s? (?:site|office)|schedule an on-?site|trial (?:work|day)|work trial|on-?site (?:interview|visit|gym|meeting|support|client|customer|with|training|event|at customer|childcare|parking|and remote|and virtual|& virtual|or virtual)|interview)/iu;
const NUMBER = '(?:one|two|three|four|[1-4]|[1-4] ?(?:-|–|to|or) ?[2-4]|a few|several|ein|zwei|drei|vier)';
const DAYS = new RegExp(
  `\\b${NUMBER}(?:\\+|x)?(?: \\w+)? ?(?:days?|tage?)\\b(?: ?(?:a|per|each|/|every|out of|pro|die|in the) ?(?:week|woche))?`,
  'iu',
);
const OFFICE =
  /\b(?:offices?|on-?site|in[- ]person|hubs?|headquarters|hq|büro|vor ort|studio|commut\w+|workspace|factory|warehouse|laborator(?:y|ies)|plant|facility)\b|офіс/iu;
const FIVE =
  /\b(?:five|(?<![1-3] ?[-–] ?|to )5|all five|4-5|4–5|5\+)(?: full)?[ -]?days?\b|\bevery ?day\b|\bfull[- ]time (?:in|from) (?:the|our)\b|\bmonday (?:through|to|-|–) friday\b/iu;
/** Hybrid work, not hybrid clouds, tools or people. */
const HYBRID =
  /(?<!on-prem\w*,? |cloud,? |experience with |experience in |\bUX |leader )\bhybrid\b(?!\s+(?:and|or|&|\/) (?:distributed|multi|on-prem|public|private|cloud))(?=\W*$|[\s-]*[,.;:)(|/–—!?]|[\s-]+(?:work\w*|roles?|positions?|models?|schedules?|set-?up|settings?|polic\w+|offerings?|environments?|formats?|offices?|locations?|jobs?|capacity|arrangements?|teams?|in|basis|fashion|approach|at|from|with|out|based|opportunity|remote|or|and|&|culture|company|structure|\d|one|two|three|four|to|home|flexib\w+|options?|mode|contract|within|employees?|workplace|\W))|\bhybride[nrs]?\b|гібридн/iu;
const NOT_HYBRID =
  /\bremote\b[^.]{0,30}\bnot (?:possible|available|an option|offered)\b|\b(?:not|no|isn't|without|never|unable to|cannot|can't) (?:[\w-]+ ){0,3}(?:hybrid|remote)\b/iu;
const REMOTE =
  /\b(?:fully|100 ?%|completely|entirely|permanently|exclusively)[ -]remote\b|\b(?:this|the|our) (?:[\w'’/-]+ ){0,5}(?:role|position|job|opportunity|posting|work|location|vacancy) (?:is|can be|will be|may be|are)(?:,? (?:a|an|also|currently|fully|open to|based|full-time|part-time|contract|done|performed|primarily|100%|\w+))*,? remote(?:ly)?\b|\bremote[,-]? (?:[\w-]+ ){0,2}(?:role|position|job|opportunity|contract|internship|vacancy)\b|\b(?:location|workplace|office policy|work (?:location|type|model|arrangement|setup)|where|arbeitsort|ort)\b[^.\n]{0,25}\bremote\b|#li-remote\b|\bwork(?:ing)? (?:fully |100% |entirely |completely )?remote(?:ly)? (?:from|within|in|across|anywhere)\b|\b(?:100 ?%|entirely|completely|fully) (?:from home|home[- ]?office|virtual)\b|\bremotely from\b|\bor (?:fully )?remote(?:ly)?\b(?!-| (?:first|friendly|teams?|care|work\w* (?:environment|setting)|environments?|settings?|startups?|compan\w+|monitoring|support|culture|collab\w*|patients?|sites?|locations|areas))|\bremote (?:from|within|in|anywhere in) (?:the )?[\p{Lu}]|\bremote[- ](?:possible|ok|okay|option|considered)\b|\b(?:open to|consider\w*|welcome|accept\w*) (?:hiring )?(?:fully |full-time )?remote\b|^\W*full[- ]time, remote\W*$|\bremote candidates\b|📍[^.\n]{0,20}\bremote\b|^\W*(?:fully )?remote\b(?!-(?:first|friendly))[^.]{0,60}$|vollständig (?:remote|im homeoffice)|повністю віддален|віддалена робота|працювати віддалено/iu;
const ONSITE =
  /\b(?:role|position|job|this|location|internship|posting|work) (?:is|will be|are)(?:,? [\w'’-]+){0,4}?,? (?:fully |100% |strictly )?(?:on-?site|in[- ]person|in[- ]office|office[- ]based)\b|\b(?:on-?site|in[- ]person|in[- ]office) (?:role|position|job|only|opportunity|team|culture|work at|in|at our|from our|presence|requirement|attendance|collaboration is|company)\b|\b(?:work(?:ing)?|hiring for this (?:position|role)|based) (?:fully )?(?:on-?site|in[- ]person|out of (?:our|the)|(?:from|in|at) (?:our|the)) (?:[\p{L}.-]+ ){0,4}(?:office|hq|headquarters|studio|lab|hub|facility|at|in|from)\b|\b(?:work )?location\b[^.\n]{0,20}\b(?:on-?site|in[- ]person|in[- ]office)\b|\b(?:fully|100 ?%) (?:on-?site|in[- ]person|in[- ]office)\b|#li-onsite\b|\bnot (?:a )?remote\b|\bno remote\b|\b(?:required|expected|willing(?:ness)?|able|ability) to (?:be|work) (?:fully )?(?:on-?site|in[- ]person|in[- ]office|in (?:the|our) [\p{L} .-]{0,25}office)\b|\bvor ort arbeiten\b|лише в офісі/iu;
const ABOUT_JOB =
  /\b(?:this|role|position|job|you|you'll|you’ll|your|candidates?|must|required|expected|expectation|require|location|we work|model|policy|schedule|flexible work\w*|candidates)\b/iu;

type Signals = {
  remote: string | null;
  hybrid: string | null;
  onsite: string | null;
  /** Hybrid by counted days. */
  days: boolean;
  /** On-site by all days, or by refusing the rest. */
  always: boolean;
};
/** Said plainly of whoever applies, in whatever sentence. */
const OPEN_TO_REMOTE =
  /\b(?:open to|also consider\w*|welcome|will consider|flexible to consider) (?:hiring )?(?:fully |full-time )?remote (?:candidates|applicants|work|employees|people)\b/iu;
const CHOICE =
  /\b(?:role|position|job|location|work(?:place)?)\b[^.]{0,30}\b(?:hybrid ?(?:\/|or) ?(?:fully )?remote|remote ?(?:\/|or) ?hybrid)\b(?!-first)/iu;
const UP_TO_YOU = /\b(?:up to you|optional\w*|if you (?:like|want|wish|prefer)|most of the|voluntar\w+)\b/iu;
/** The mode alone on its line. */
const ONLY_ONSITE = /^\W*(?:fully )?(?:on-?site|in[- ]person|in[- ]office)\W*$/iu;
/** "Remote or San Francisco". */
const REMOTE_OR_PLACE = /\b[Rr]emote or (?:in |from )?(?:our )?\p{Lu}\p{Ll}+/u;
const ALWAYS =
  /\b(?:fully|100 ?%|strictly) (?:on-?site|in[- ]person|in[- ]office)\b|\bnot (?:a )?remote\b|\bno remote\b/iu;
const WEEKDAY = '(?:mon|tues|wednes|thurs|fri)days?';
const ANCHOR = new RegExp(`\\banchor days?\\b|\\b${WEEKDAY}(?:,| and| &|,? and) ${WEEKDAY}\\b`, 'iu');

function listen(sentences: readonly string[]): Signals {
  const signals: Signals = { remote: null, hybrid: null, onsite: null, days: false, always: false };
  for (const sentence of sentences) {
    if (!GATE.test(sentence)) continue;
    const refused = NOT_HYBRID.test(sentence);
    const office = OFFICE.test(sentence);
    const general = GENERAL.test(sentence);
    const five =
      FIVE.test(sentence) && office && !/\b(?:lunch|meals?|snacks|dinner|catered|breakfast)\b/i.test(sentence);
    if (ALWAYS.test(sentence) && !general) signals.always = true;
    if (five) {
      signals.onsite ??= sentence;
      signals.always = true;
    } else if (ANCHOR.test(sentence) && office) {
      signals.hybrid ??= sentence;
      signals.days = true;
    } else if (
      DAYS.test(sentence) &&
      (office || HYBRID.test(sentence)) &&
      /week|woche|days? (?:in|at|from|on)|days (?:onsite|in-)/iu.test(sentence) &&
      !UP_TO_YOU.test(sentence) &&
      !/\btravel|lunch|stipend|vacation|holiday|volunteer/iu.test(sentence)
    ) {
      signals.hybrid ??= sentence;
      signals.days = true;
    }
    if (OPEN_TO_REMOTE.test(sentence) && !refused) signals.remote ??= sentence;
    if (general) continue;
    if (refused && /\bremote\b[^.]{0,30}\bnot (?:possible|available|an option|offered)/iu.test(sentence))
      signals.onsite ??= sentence;
    // "Hybrid or remote" is a choice that contains remote; "Hybrid?" asks the reader.
    if (CHOICE.test(sentence)) signals.remote ??= sentence;
    else if (HYBRID.test(sentence) && !refused && !/\bhybrid\s*\?/iu.test(sentence)) signals.hybrid ??= sentence;
    if (
      (REMOTE.test(sentence) || REMOTE_OR_PLACE.test(sentence)) &&
      !refused &&
      !/\bnot\b[^.]{0,20}\bremote/iu.test(sentence)
    )
      signals.remote ??= sentence;
    if (ONSITE.test(sentence) || ONLY_ONSITE.test(sentence)) signals.onsite ??= sentence;
  }
  return signals;
}

const said = (value: Workplace, words: string, where: Evidence['where']): WorkplaceReading => ({
  values: [value],
  evidence: [{ words: quote(words), where }],
});

/** The mode that title, locations and fields state; `firm` when in words rather than by a flag. */
function stated(
  source: SourcePosting,
  locations: readonly LocationReading[],
): (WorkplaceReading & { firm: boolean }) | null {
  const choice =
    locations.find((location) => location.remoteToo) ?? locations.find((location) => location.mode === 'remote');
  if (choice !== undefined) return { ...said('remote', choice.words, 'location'), firm: true };
  if (/\bremote\b/iu.test(source.title) && !/\bremote (?:sensing|support|patient|monitoring|site)/iu.test(source.title))
    return { ...said('remote', source.title, 'title'), firm: true };
  const worded =
    locations.find((location) => location.mode === 'hybrid') ?? locations.find((location) => location.mode !== null);
  if (worded !== undefined && worded.mode !== null)
    return { ...said(worded.mode, worded.words, 'location'), firm: true };
  if (/\bhybrid\b/iu.test(source.title) && !/\bhybrid (?:cloud|search)/iu.test(source.title))
    return { ...said('hybrid', source.title, 'title'), firm: true };
  if (source.workplace !== null) return { ...said(source.workplace, source.workplace, 'field'), firm: false };
  const wide = locations.find((location) => location.worldwide || location.band !== null);
  if (wide !== undefined) return { ...said('remote', wide.words, 'location'), firm: true };
  if (source.isRemote === true) return { ...said('remote', 'remote: yes', 'field'), firm: false };
  if (
    source.isRemote === false &&
    locations.some(
      (location) => location.unknownCity !== null || location.places.some((place) => place.kind === 'city'),
    )
  ) {
    const city = locations.find((location) => location.places.some((place) => place.kind === 'city')) ?? locations[0];
    return { ...said('onsite', city?.words ?? '', 'location'), firm: false };
  }
  return null;
}

/** Reads the workplace. An empty list: not said. */
export function readWorkplace(
  source: SourcePosting,
  locations: readonly LocationReading[],
  sentences: readonly string[],
): WorkplaceReading {
  const base = stated(source, locations);
  const heard = listen(sentences);
  const value = base?.values[0];
  if (base !== null && base.firm) {
    if (
      value === 'remote' &&
      heard.remote === null &&
      heard.days &&
      heard.hybrid !== null &&
      (ABOUT_JOB.test(heard.hybrid) || locations.some((location) => location.remoteToo))
    )
      return said('hybrid', heard.hybrid, 'text');
    if (value === 'onsite' && heard.days && heard.hybrid !== null) return said('hybrid', heard.hybrid, 'text');
    return { values: base.values, evidence: base.evidence };
  }
  if (
    heard.remote !== null &&
    (value !== 'onsite' || ABOUT_JOB.test(heard.remote)) &&
    !(heard.days && value !== 'remote')
  )
    return said('remote', heard.remote, 'text');
  if (heard.hybrid !== null && (heard.days || !heard.always)) return said('hybrid', heard.hybrid, 'text');
  if (heard.onsite !== null) return said('onsite', heard.onsite, 'text');
  if (heard.hybrid !== null) return said('hybrid', heard.hybrid, 'text');
  if (base === null) {
    // Where one may live is a question of remote work only.
    const home = sentences.find((sentence) => /\bprimary residence in\b/iu.test(sentence));
    if (home !== undefined) return said('remote', home, 'text');
    const hasPlace = locations.some(({ places }) => places.some(({ kind }) => kind === 'city'));
    if (hasPlace && rolesIn(source.title).some(isHandsOn)) return said('onsite', source.title, 'title');
  }
  return base === null ? { values: [], evidence: [] } : { values: base.values, evidence: base.evidence };
}
