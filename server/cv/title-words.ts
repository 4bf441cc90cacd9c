/** What the parts of an entry's head are: a role, an employer, a school or a place. Lists of our own. Pure. */
import { findPlaces } from '../taxonomy/places.ts';
import { rolesIn } from '../taxonomy/titles.ts';

const ROLE =
  /(?<![\p{L}])(?:intern(?:ship)?|trainee|apprentice|co-?founder|founder|owner|freelancer?|self-employed|selbstständig\p{L}*|freiberufl\p{L}*|werkstudent\p{L}*|praktikant\p{L}*|praktikum|auszubildende\p{L}*|mitarbeiter\p{L}*|assistent\p{L}*|leiter\p{L}*|assistant|associate|lead|head of|chief|officer|president|director|manager|engineer|developer|designer|consultant|analyst|scientist|architect|specialist|administrator|coordinator|supervisor|technician|teacher|lecturer|professor|tutor|nurse|student (?:assistant|researcher)|research student|researcher|fellow|volunteer|member|creator|maintainer|contributor|c[etfomp]o|vp|berater\p{L}*|entwickler\p{L}*|ingenieur\p{L}*|referent\p{L}*|sachbearbeiter\p{L}*|kaufmann|kauffrau|geschäftsführer\p{L}*|розробни\p{L}+|інженер\p{L}*|менеджер\p{L}*|керівни\p{L}+|стажер\p{L}*|аналітик\p{L}*|дизайнер\p{L}*|фахів\p{L}+|спеціаліст\p{L}*|викладач\p{L}*|директор\p{L}*|засновни\p{L}+)(?![\p{L}])/iu;
const EMPLOYER =
  /(?<![\p{L}])(?:gmbh|ag|kg|se|ug|e\.\s?v\.|inc|ltd|llc|llp|corp|corporation|company|group|gruppe|bank|labs?|laborator(?:y|ies)|technologies|solutions|systems|software|agency|agentur|studios?|foundation|stiftung|hospital|klinik\p{L}*|ministry|consulting|partners|holding|institute|institut|university|universität|hochschule|college|school|firm|club|society|association|verlag|werke|тов|тзов|пат|прат|фоп|університет|інститут|компанія|банк|s\.?a\.?|b\.?v\.?|pty|plc|oy|ab)(?![\p{L}])/iu;
const SCHOOL =
  /universi|hochschul|college|(?<![\p{L}])(?:school|institut\p{L}*|academy|akademie|gymnasium|fh|tu|mit|eth|kit|caltech|ucla|rwth|lmu|uc [a-z]+|polytech\p{L}*|schule|oberschule|berufsschule|realschule|kolleg|lyceum|école|політехні\p{L}*|кпі|кну|академі\p{L}+|інститут\p{L}*|ліцей|гімназі\p{L}+|коледж|школа)(?![\p{L}])|універс|politechni/iu;
const NO_PLACE = /^(?:remote|hybrid|on-?site|homeoffice|home office|віддалено|дистанційно)$/iu;
const BESIDE_PLACE =
  /^(?:|greater|area|metro|metropolitan|bay|region|city|near|in|and|or|und|raum|bei|am|main|an|der|remote|hybrid|on|site|based|m\.|\d{4,6}|\p{Lu}{2}|область|м|обл\.?)$/iu;
const SENTENCE = /[.!?]$/u;

/** Whether the words name what somebody works as. */
export function isTitle(words: string): boolean {
  return titleWeight(words) > 0;
}

/** How much the words look like a role: 2 when the taxonomy knows it, 1.5 for words that only roles have. */
export function titleWeight(words: string): number {
  if (words.length > 100 || (SENTENCE.test(words) && words.length > 40)) return 0;
  if (rolesIn(words).length > 0) return 2;
  return ROLE.test(words) ? 1.5 : 0;
}

/** How much the words look like an employer. */
export function employerWeight(words: string): number {
  return EMPLOYER.test(words) ? 1.6 : 0;
}

export function isSchool(words: string): boolean {
  return SCHOOL.test(words);
}

/** Whether the words are a place and nothing else, or say that there is none. */
export function isPlace(words: string): boolean {
  const trimmed = words.trim();
  if (NO_PLACE.test(trimmed)) return true;
  if (trimmed.length > 60 || EMPLOYER.test(trimmed) || isSchool(trimmed)) return false;
  // Two letters alone are a degree or initials more often than a state.
  if (/^[A-Z]{2}$/u.test(trimmed)) return trimmed === 'UK' || trimmed === 'US';
  const found = findPlaces(trimmed, { location: true });
  // "Meridian Pay" has a town's name in it and is none: nothing but places may stand there.
  let rest = trimmed;
  for (const { start, end } of found.toReversed()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  if (found.length > 0 && rest.split(/[\s,()/–-]+/u).every((word) => BESIDE_PLACE.test(word))) return true;
  // "Princeton, NJ": a small town before its state.
  const [first, ...after] = trimmed.split(/,\s*/u);
  return (
    first !== undefined &&
    after.length > 0 &&
    after.length < 3 &&
    first.split(' ').length < 4 &&
    after.every((part) =>
      /^[A-Z]{2}$/u.test(part) ? findPlaces(`x, ${part}`, { location: true }).length > 0 : isPlace(part),
    )
  );
}
