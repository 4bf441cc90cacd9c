/**
 * Languages the work requires, by ISO 639-1: asked for in the title or in a sentence about how well one speaks. A plus
 * is not required, and the language that a posting is written in says nothing.
 */
import type { Evidence, SourcePosting } from '../job-posting.ts';
import { quote } from './sentences.ts';

/** Names in English, German and Ukrainian; stems where endings vary. */
const NAMES: readonly (readonly [string, string])[] = [
  ['en', 'English|Englisch\\p{L}*|англійськ\\p{L}*'],
  ['de', 'German|Deutsch\\p{L}*|німецьк\\p{L}*'],
  ['uk', 'Ukrainian|Ukrainisch\\p{L}*|українськ\\p{L}*'],
  ['fr', 'French|Französisch\\p{L}*|французьк\\p{L}*|français'],
  ['es', 'Spanish|Spanisch\\p{L}*|іспанськ\\p{L}*|español'],
  ['it', 'Italian|Italienisch\\p{L}*|італійськ\\p{L}*'],
  ['pt', 'Portuguese|Brazilian Portuguese|Portugiesisch\\p{L}*|португальськ\\p{L}*'],
  ['pl', 'Polish|Polnisch\\p{L}*|польськ\\p{L}*'],
  ['nl', 'Dutch|Niederländisch\\p{L}*|Flemish|нідерландськ\\p{L}*'],
  ['sv', 'Swedish|Schwedisch\\p{L}*'],
  ['da', 'Danish|Dänisch\\p{L}*'],
  ['no', 'Norwegian|Norwegisch\\p{L}*'],
  ['fi', 'Finnish|Finnisch\\p{L}*'],
  ['cs', 'Czech|Tschechisch\\p{L}*|чеськ\\p{L}*'],
  ['sk', 'Slovak'],
  ['hu', 'Hungarian|Ungarisch\\p{L}*'],
  ['ro', 'Romanian|Rumänisch\\p{L}*'],
  ['bg', 'Bulgarian'],
  ['el', 'Greek|Griechisch\\p{L}*'],
  ['tr', 'Turkish|Türkisch\\p{L}*|турецьк\\p{L}*'],
  ['ru', 'Russian|Russisch\\p{L}*|російськ\\p{L}*'],
  ['he', 'Hebrew|Hebräisch\\p{L}*'],
  ['ar', 'Arabic|Arabisch\\p{L}*'],
  ['hi', 'Hindi'],
  ['ja', 'Japanese|Japanisch\\p{L}*'],
  ['ko', 'Korean|Koreanisch\\p{L}*'],
  ['zh', 'Mandarin|Chinese|Cantonese|Chinesisch\\p{L}*|китайськ\\p{L}*'],
  ['th', 'Thai'],
  ['vi', 'Vietnamese'],
  ['id', 'Bahasa Indonesia|Indonesian'],
  ['ms', 'Malay'],
  ['ne', 'Nepali'],
  ['tl', 'Tagalog|Filipino'],
];
const ALL = NAMES.map(([, names]) => names).join('|');
const WORD = new RegExp(`(?<![\\p{L}\\p{N}])(?:${ALL})(?![\\p{L}\\p{N}])`, 'gu');
const ANY = new RegExp(`(?<!\\p{L})(?:${ALL})`, 'u');
const NAMED = NAMES.map(([code, names]) => [code, new RegExp(`^(?:${names})$`, 'u')] as const);

/** What makes a language a skill asked: levels, speaking, writing. */
const ASKED =
  /\b(?:fluen\w+|proficien\w+|native(?:[- ]level)?|mother[- ]tongue|bi-?lingual|tri-?lingual|multilingual|knowledge of (?:the )?(?:english|german|french|spanish|dutch)|speak(?:s|er|ers|ing)?|spoken|written|verbal|command of|command in|professional (?:working )?english|business (?:fluent|level|english)|working (?:language|knowledge|proficiency)|language skills?|(?:company|office|team|business) language|language:|conversational|[abc][12]\+?\b|upper[- ]intermediate|advanced (?:level|english)|intermediate (?:level|english)|(?:excellent|strong|good|great|very good|outstanding|exceptional|perfect|high level of|level of|solid|clear) (?:\w+ ){0,3}(?:english|german|french|spanish|dutch|japanese|mandarin|communicat\w+)|(?:english|german|french|spanish) (?:communication |language |writing |speaking )*skills|communicat\w+ (?:\w+ ){0,5}in (?:both )?(?:english|german|french|spanish|[\p{Lu}]\w+)|in wort und schrift|fließend\w*|verhandlungssicher\w*|muttersprach\w*|sprachkenntnisse|sehr gute\w* (?:deutsch|englisch)|gute\w* (?:deutsch|englisch)|\w*kenntnisse\b|sprichst|niveau)|вільн\p{L}*|рівень|рівні|володі\p{L}*|знання|розмовн\p{L}*|мова|мови\b/iu;
const PLUS =
  /\b(?:a (?:\w+ )?plus|plus\b|bonus|nice[- ]to[- ]have|preferred|preferably|advantage\w*|ideally|desirable|desired|beneficial|welcome|optional|not required|not necessary|additional (?:\w+ )?languages?|other languages?|helpful|would be (?:great|good)|von vorteil|wünschenswert|plus,|is an asset|an asset|a bonus|good to have)\b|перевага|перевагою|буде плюсом|бажано/iu;
/** The name of a language as something else: a market, a subject, a people. */
const OTHER_SENSE =
  /^(?:[- ]|\W{1,2}\w+\W? )(?:market|customers?|clients?|company|office|team|users?|law|bank|startup|engineering|version|content|site|website|region|government|economy|healthcare|products?|companies|partners?|arts|literature|degree|teachers?|tutor|learners?|lessons?|translat\w+|tax|gaap|hgb|accounting|entit\w+|subsidiar\w+|citizens?|nationals?|labou?r|channel tunnel)\b/iu;
const IN_TITLE = /\b(?:speak\w*|fluent|bilingual|native|language)\b|sprachig|-speaking/iu;

function codeOf(name: string): string | null {
  return NAMED.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}

/** Languages named in these words in the sense of a language. */
function namedIn(words: string): string[] {
  return [...words.matchAll(WORD)].flatMap((found) => {
    if (OTHER_SENSE.test(words.slice(found.index + found[0].length))) return [];
    const code = codeOf(found[0]);
    return code === null ? [] : [code];
  });
}

const IS_PLUS =
  /^\s*(?:an? )?(?:\w+ )?(?:plus|advantage|bonus|preferred|nice|optional|desirable|desired|not required|asset)\b/iu;
/** Where a new clause begins, which may be about a plus. */
const CLAUSES =
  /[;.]\s| – | — |,? (?:and|but|with) (?=[^,;]{0,60}\b(?:is|are|would be|will be) (?:an? )?(?:\w+ )?(?:plus|bonus|advantage|asset|beneficial|preferred|desirable))|,\s(?=[^,;(]{0,40}\b(?:(?:is|are|as) )?an? (?:\w+ )?(?:plus|bonus|advantage|asset)\b)/u;

/** The part of a sentence that asks; what is only a plus falls away with its clause and what hangs on it in brackets. */
function required(sentence: string): string {
  return sentence
    .split(CLAUSES)
    .map((clause) => {
      const [head = '', ...brackets] = clause.split('(');
      if (PLUS.test(head)) return '';
      // "German (a plus)": the bracket speaks of what stands right before it.
      if (IS_PLUS.test(brackets[0] ?? '')) return head.replace(/(?:^|[,;]|\band\b)[^,;]*$/u, '');
      return [head, ...brackets.filter((part) => !PLUS.test(part))].join('(');
    })
    .join(' ; ');
}

/** Reads the languages asked for, with the words that asked. */
export function readLanguages(
  source: SourcePosting,
  sentences: readonly string[],
): { values: string[]; evidence: Evidence[] } {
  const values = new Set<string>();
  const evidence: Evidence[] = [];
  const take = (codes: readonly string[], words: string, where: Evidence['where']): void => {
    if (codes.every((code) => values.has(code))) return;
    for (const code of codes) values.add(code);
    evidence.push({ words: quote(words), where });
  };
  if (IN_TITLE.test(source.title)) take(namedIn(source.title), source.title, 'title');
  for (const sentence of sentences) {
    if (!ANY.test(sentence) || !ASKED.test(sentence)) continue;
    const clause = required(sentence);
    if (ASKED.test(clause)) take(namedIn(clause), sentence, 'text');
  }
  return { values: [...values], evidence: evidence.slice(0, 4) };
}
