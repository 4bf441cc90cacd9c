/**
 * Is help with a visa offered (true) or is it refused, or the right to work demanded beforehand (false)? Offered to
 * some counts as offered. Relocation help and notices about identity checks say nothing: null.
 */
import type { Evidence } from '../job-posting.ts';
import { quote } from './sentences.ts';

const GATE =
  /visa|sponsor|authori[sz]|eligib|right to work|citizen|clearance|work permit|permission to work|legally|US person|U\.S\. person|permanent resident|green card|arbeitserlaubnis|aufenthalt|віз[аи]|дозвіл на роботу/iu;
/** Who sponsors something else: events, executives, clinical trials; and who merely asks or informs. */
const OTHER =
  /\b(?:executive sponsors?|project sponsors?|sponsored? (?:events?|by|content|products|health|benefits|medical)|company[- ]sponsored|employer[- ]sponsored|plan sponsors?|sponsors? (?:and|of) |e-verify|i-9|form i9|regardless of|without regard|discriminat\w*|equal opportunity|visa (?:card|inc|and mastercard)|mastercard|protected (?:veteran|class|characteristic)|citizenship status|immigration status|eligible (?:for|employees)|verify (?:your )?(?:their )?identity|identity and eligibility|good (?:corporate )?citizen|citizen (?:science|development|develop)|financial sponsors?|clinical|portfolio|poster|counsel|knowledge of|workflows?|filings|processes for|experience (?:handling|coordinating|managing|with)|tracking|expirations|complies with)\b|^\W*(?:work authori[sz]ation|right to work|(?:security )?clearance|visa(?: status)?)(?:\/\w+ clearance)?\W*$/iu;
const SPONSOR = '(?:sponsor\\w*|visas?|work (?:permits?|authori[sz]ations?)|immigration)';
const REFUSED = new RegExp(
  `\\b(?:unable|not able|cannot|can[’']?t|can not|do(?:es)? not|don[’']?t|doesn[’']?t|will not|won[’']?t|are not|is not|isn[’']?t|aren[’']?t|not currently|no longer|neither|never|not in a position)\\b[^.;]{0,70}\\b${SPONSOR}|\\b(?:no|without)\\b[^.;]{0,40}\\b(?:visa|sponsor\\w*)|\\b(?:visa|sponsorship)\\b[^.;]{0,60}\\b(?:not (?:available|offered|provided|possible|be (?:offered|provided|available))|unavailable|isn[’']?t available)|\\bkeine? (?:visum|visa)\\p{L}*`,
  'iu',
);
const OFFERED =
  /\b(?:(?:we|can|will|to|able to|happy to|also|company|may|could|do|willing to|role) (?:\w+ ){0,3}(?:sponsor|support|offer|provide|cover|help|assist)\w*\b[^.;]{0,60}\b(?:visas?|sponsorship|work permits?|immigration)|visa (?:sponsorship|support|assistance|help|process|transfer|relocation)|visa (?:and|&|\/|or) (?:relocation|immigration)|relocation (?:and|&|\/|,)? ?(?:\w+ )?visa|(?:immigration|work permit) (?:support|assistance|sponsorship|help)|sponsorship (?:is |may be |will be )?(?:available|offered|provided|possible|considered)|sponsor (?:visas?|h-?1b|work|eligible|candidates|you\b|the right|qualified|tn\b|green)|(?:h-?1b|o-?1|tn) (?:visas?|sponsor\w*|transfers?)|unterstützung bei[^.;]{0,30}visum|visum\w*unterstützung|blue card)\b|допомог\p{L}* з віз/iu;
const DEMANDED =
  /\b(?:(?:legally )?authori[sz]ed to (?:legally )?(?:live and )?work|legal(?:ly)?[- ](?:authori[sz]ation|right|entitled|eligible|able|permitted|allowed)\b[^.;]{0,25}\bwork|authori[sz]ation to (?:live and )?work|work(?:ing)? authori[sz]ation|work permit|right to (?:live and )?work|permission to work|eligib(?:le|ility) to (?:legally )?(?:live and )?(?:work|obtain)|entitled to work|able to work legally|legally work|(?:u\.?s\.?|us|uk|eu|canadian|american) citizens?(?:hip)?|must (?:be|hold) (?:an? )?(?:\w+ )?citizen\w*|citizenship (?:is )?(?:required|mandatory)|citizens? (?:only|or (?:permanent|lawful|green))|permanent residents?|green card|u\.?s\.? persons?|(?:security|secret|ts\/sci|top[- ]secret|dod|sc|dv|government) clearance|clearance (?:is )?required|obtain and maintain (?:a |an )?[^.;]{0,30}clearance)\b|arbeitserlaubnis|дозвіл на роботу/iu;
/** A demand that is not one: wished for, or a question of a form. */
const SOFT =
  /\b(?:preferred|a plus|bonus|nice to have|ideally|advantage|not required|not necessary|optional|beneficial|will you (?:now|require)|do you (?:now|require)|are you (?:legally|currently|authori[sz]ed))\b|\?\s*$/iu;

/** Reads whether a visa is sponsored, with the words that said so. */
export function readVisa(sentences: readonly string[]): { value: boolean | null; evidence: Evidence[] } {
  let refused: string | null = null;
  let offered: string | null = null;
  for (const sentence of sentences) {
    if (!GATE.test(sentence)) continue;
    if (REFUSED.test(sentence)) refused ??= sentence;
    else if (OTHER.test(sentence)) continue;
    else if (
      DEMANDED.test(sentence) &&
      !/\bwe (?:can |do |will )?(?:also )?(?:sponsor|offer|provide)/iu.test(sentence)
    ) {
      if (!SOFT.test(sentence)) refused ??= sentence;
    } else if (OFFERED.test(sentence)) offered ??= sentence;
  }
  const words = offered ?? refused;
  if (words === null) return { value: null, evidence: [] };
  return { value: offered !== null, evidence: [{ words: quote(words), where: 'text' }] };
}
