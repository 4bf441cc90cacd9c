/**
 * What a posting's text says about where its people may live: "must reside in", "authorized to work in",
 * "remote within the EU", "anywhere in the world", time zones. One sentence at a time; pure.
 */
import { findPlaces, type PlaceMention } from '../../taxonomy/places.ts';
import { type Band, readBand } from './time-zones.ts';

/** One statement. `firm`: a requirement that shuts others out, or a plain promise; else softer. */
export type Statement = {
  kind: 'area' | 'worldwide' | 'band';
  places: PlaceMention[];
  band: Band | null;
  firm: boolean;
  words: string;
};

const GATE =
  /remote|must|based|locat|resid|authori|eligible|legally|right to work|citizen|clearance|time ?zone|anywhere|worldwide|globally|open to|only|hire|hiring|within|live |living|residence|\bstates\b|UTC|GMT|CET|EST\b|wohn|ansässig|aus ganz|живе|прожива/iu;
const COMPANY =
  /\b(?:(?:team|workforce|company|we(?:['’]re| are)) (?:is |are )?(?:fully )?(?:distributed|spread)|headquarter\w*|hubs? in|offices? (?:in|across|around|throughout)|we(?:'re| are|’re)? (?:a |an )?(?:[\w-]+ ){0,3}(?:based|company|team|startup)|our (?:team|company|customers?|clients?|headquarters|hq|offices|investors|founders|users|employees|people|colleagues)|(?:customers?|clients?|users|partners|investors|employees|people|team members|members|teammates|consumers|families|patients|businesses|companies|brands|markets|countries) (?:across|in|from|throughout|around|located|based|all over)|founded|backed by|funding|raised|equal opportunity|who are (?:based|located|spread)|hiring (?:leaders?|managers?|teams?|process)|(?:group|team) of \d+|e-verify|salary|compensation|pay range|base pay|\$\d|privacy|applicants? in (?:california|san francisco)|fair chance|accommodation|discriminat\w*|benefits|401|holidays|insurance|travel (?:to|across|within)|expand\w*|expansion|weeks? (?:a|per) year|poster)\b/iu;
const FIRM =
  /\b(?:must|need to|needs to|required to|have to|has to|only|exclusively|currently (?:able to )?(?:hire|hiring|hir\w+)|can only|cannot (?:hire|consider|accept)|unable to (?:hire|consider)|we (?:can|are able to|only) (?:hire|employ|support)|support hiring|limited to|restricted to|open (?:only )?to (?:candidates|applicants|people|residents|those|individuals|anyone)|candidates (?:must|should|need)|müssen|nur)\b/iu;
const LIVES = /\b(?:resid\w+|live|living|locat\w+|based|be in|domiciled|wohn\w+|ansässig)\b/iu;
const WORK_RIGHT =
  /\b(?:authori[sz]ed to work|authori[sz]ation to work|work authori[sz]ation|work permit|right to work|eligib\w+ to work|legally (?:able |permitted |eligible |authori[sz]ed |entitled )?(?:to )?work|permission to work|entitled to work|citizenship|citizens? (?:only|or)\b|(?:must be|be an?|only|require[sd]?|hold)\b[^.]{0,40}\bcitizens?|permanent residents?|green card|security clearance|u\.?s\.? persons?)\b/iu;
const NOT_REQUIRED =
  /\b(?:e-verify|form i-9|poster|beneficial|optional|not necessary|clearance[^.]{0,80}preferred|only available for positions|Cuba, Iran|Iran, North Korea|Cuba|sponsorship and relocation|preferences? (?:for|to|is)|strong preference|regardless|not required|no need|we (?:do |can |will )?(?:offer|provide|support) (?:visa|relocation)|dual citizen|corporate citizen|good citizen|citizenship,|citizenship status|national origin|veteran|ancestry|immigration or citizenship)\b/iu;
const REMOTE_IN =
  /\bremote(?:ly)?\b[^.]{0,40}?\b(?:within|in|from|across|anywhere in|based in|throughout|out of|only|:|\(|-|–|,)|\b(?:anywhere|wherever) (?:in|within|across) (?!the world)|\blocations?\s*(?::|-|–|is|are)|\b(?:open|available|advertised) (?:only )?(?:to|in|for)\b[^.]{0,40}\b(?:candidates|applicants|people|residents|anyone|located|based|across)|\bcandidates? (?:to be )?(?:located|based|residing|living|in|from|across)|\b(?:this|the) (?:[\w-]+ ){0,3}(?:role|position|job)\b[^.]{0,30}\b(?:based|located|open|remote|for)\b|\b(?:hire|hiring|recruit\w*)\b[^.]{0,30}\b(?:in|within|across|from)\b|\b(?:US|U\.S\.|UK|EU|USA|Europe|Canada|India|Germany)[- ]based\b|\bbased (?:anywhere )?(?:in|out of|within)\b/iu;
const WORLDWIDE =
  /\b(?:anywhere in the world|from anywhere(?: (?:in|on) (?:the )?(?:world|earth|globe|planet))?|work(?:ing)? (?:remotely )?from (?:anywhere|wherever)|hir(?:e|ing) (?:globally|worldwide|anywhere|internationally)|open (?:globally|worldwide|to (?:candidates|applicants) (?:worldwide|globally|anywhere|from anywhere))|(?:fully )?remote[ ,(-]{1,3}(?:worldwide|anywhere|global(?:ly)?\b)(?!,? (?:distributed|dispersed|team|compan|work|customer|organi))|(?:worldwide|global|globally|anywhere)[ ,-]{1,3}remote(?!,? (?:team|company|workforce|organi|culture))|location:? (?:is )?(?:anywhere|worldwide|global)|hir(?:e|ing) (?:people |talent |candidates |\w+ )?(?:regardless|irrespective|independent\w*) of (?:\w+ )?(?:location|where)|(?:hire|work|live|applicants|candidates|open to \w+) from any (?:\w+ )?(?:location|country|place)|no location (?:requirement|restriction)s?|location[- ]independent)\b|weltweit (?:remote|arbeiten)|з будь-якої (?:точки|країни)/iu;
const NOT_WORLDWIDE =
  /\b(?:weeks?|days?|months?|per year|a year|each year|annually|stipend|policy|perk|up to|benefit|holiday|scheme|program|customers|users|access|device|workation|temporar\w+)\b/iu;
const IDEAL =
  /\b(?:ideal\w*|prefer\w*|bonus|plus|nice to have|overlap\w*|advantage|flexible|across (?:multiple |different |several )?time|multiple time|different time|various time|shift|available|hours|schedule|calls)\b/iu;
const CLEARANCE =
  /\b(?:TS\/SCI|top secret|secret clearance|DoD clearance|U\.?S\.? government (?:security )?clearance|ITAR|export control)/iu;

/** "US Pacific time zone", "US hours": when, not where. */
const HOURS =
  /^\s*(?:pacific|eastern|central|mountain|business|working|office|day)?\s*(?:time\b|time ?zones?|hours|market)/iu;
/** What makes "anywhere" a promise about this job and not a mood. */
const STRONG_WORLDWIDE =
  /\b(?:in the world|worldwide|globally|global|on earth|on the planet|hire|hiring|internationally|regardless|any (?:\w+ )?(?:location|country))\b|weltweit|світ/iu;
const SHUTS =
  /\b(?:US|U\.S\.|USA|UK|EU|Europe|Canada|India|Germany|EMEA|North America|United States|United Kingdom)[- ](?:only|residents only|based only|citizens only)\b/iu;
/** A place or remote: the place is no limit. */
const OR_REMOTE = /\bremote (?:or|\/) |(?:\bor|\/) ?(?:fully )?remote\b/iu;
/** So many cities after "remote, located in" are a list of where one may live. */
const MANY_CITIES = 3;
/** Beside the office, remote work from here. */
const OR_REMOTE_FROM = /\bor (?:fully )?remote(?:ly)? (?:from|in|within) \p{Lu}/iu;
/** A list of American states by their codes. */
const STATES =
  /\b(?:A[KLRZ]|C[AOT]|DE|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])(?:, (?:and |or )?[A-Z]{2}\b){2,}/u;
/** Where a person or a job is, not where laws hold. */
const SITS =
  /\b(?:resid\w+|liv(?:e|ing)|locat\w+|based|sit|hire|hiring|remote\w*|position|role|candidates|applicants|eligible|available)\b/iu;
const WHO = /\b(?:hire|hiring|employ|open|limited|restricted|candidates|applicants)\b/iu;

/** One lives or works in the zone: more than hours that overlap. */
const LIVES_IN_ZONE =
  /^(?!.*\b(?:prefer\w*|ideal\w*|overlap\w*|bonus|plus)\b).*\b(?:work|live|based|located|reside|residing|living|be)\b (?:and work )?(?:with)?in (?:an? |the |one of the )?(?:US|U\.S\.|USA|EU|European?|EMEA|Americas?|American|APAC|North American|CET|EST|PST)\b/iu;

function readBandStatement(sentence: string): Statement | null {
  const band = /UTC|GMT|CET|EST|PST|EET|time ?zone|IST|SGT/iu.test(sentence) ? readBand(sentence) : null;
  if (band === null) return null;
  const exact = /[±]|\+\s?\/|\+[-−]|within|between|UTC ?[+-]/iu.test(band.words);
  const wished = exact ? /\boverlap|\bideal/iu.test(sentence) : IDEAL.test(sentence);
  if (!wished || LIVES_IN_ZONE.test(sentence)) return { kind: 'band', places: [], band, firm: true, words: sentence };
  // Only preferred: Europe's own zone opens Europe and shuts nobody out.
  const european = band.from >= -1 && band.to <= 3 && /\bprefer/iu.test(sentence) && !/\boverlap/iu.test(sentence);
  return european ? { kind: 'band', places: [], band, firm: false, words: sentence } : null;
}

/** "Authorized to work in France (EU nationality or permit)": the bracket says how, not where. */
function withoutReasons(places: readonly PlaceMention[], sentence: string): PlaceMention[] {
  const country = places.find(({ kind }) => kind === 'country');
  if (country === undefined) return [...places];
  const bracket = sentence.indexOf('(', country.end);
  return bracket === -1 ? [...places] : places.filter(({ kind, start }) => kind !== 'region' || start < bracket);
}

/** Reads one sentence; null when it says nothing about where one may live. */
export function readStatement(sentence: string): Statement | null {
  if (!GATE.test(sentence)) return null;
  const band = readBandStatement(sentence);
  if (band !== null) return band;
  const named = findPlaces(sentence).filter(
    (place) => place.code !== 'WORLDWIDE' && !HOURS.test(sentence.slice(place.end)),
  );
  const beyond = named.filter(
    (place) => !/\b(?:overlap\w*|hours|mornings?|time ?zones?)\b/iu.test(sentence.slice(0, place.start)),
  );
  if (beyond.length === 0 && WORLDWIDE.test(sentence) && !NOT_WORLDWIDE.test(sentence))
    return { kind: 'worldwide', places: [], band: null, firm: STRONG_WORLDWIDE.test(sentence), words: sentence };
  if (NOT_REQUIRED.test(sentence)) return null;
  const isPay = /\bsalary|\bcompensation|\bpay (?:range|rate)|\bbase pay|[$€£]\s?\d/iu.test(sentence);
  const states = STATES.exec(sentence);
  if (states !== null && !isPay && /\bstates?\b|\bremote/iu.test(sentence) && SITS.test(sentence))
    return { kind: 'area', places: findPlaces('United States'), band: null, firm: true, words: sentence };
  if (OR_REMOTE.test(sentence) && !OR_REMOTE_FROM.test(sentence)) return null;
  const clearance = CLEARANCE.test(sentence);
  const right = clearance || WORK_RIGHT.test(sentence);
  const lives = FIRM.test(sentence) && (LIVES.test(sentence) || WHO.test(sentence));
  if (COMPANY.test(sentence) && !right && !(lives && LIVES.test(sentence))) return null;
  if (isPay && !right && !LIVES.test(sentence.replace(/\b\w+[- ]based\b/giu, ''))) return null;
  const firm = right || lives || SHUTS.test(sentence);
  if (firm) {
    const places = named.length === 0 && clearance ? findPlaces('United States') : withoutReasons(named, sentence);
    return places.length === 0 ? null : { kind: 'area', places, band: null, firm, words: sentence };
  }
  const opening = REMOTE_IN.exec(sentence);
  if (opening === null || /\bprefer/iu.test(sentence)) return null;
  // What is named before "remote from" is the office; a city alone is where the team sits.
  const places = named.filter((place) => place.end > opening.index);
  const cities = places.filter(({ kind }) => kind === 'city').length;
  if (cities === places.length && !(cities >= MANY_CITIES && /\bremote/iu.test(sentence))) return null;
  return { kind: 'area', places, band: null, firm, words: sentence };
}
