/** A least score in Ukrainian: "нижче 70 не показуй", "оцінка не нижча за 70", "прибери все, що менше 60%". */
import type { Token } from '../meaning.ts';

const REFUSAL =
  '(?:не пока[зж]\\S+|прибери|приберіть|сховай|сховайте|приховай|геть|викинь|відкинь|видали|не цікав\\S+|не треба|не потрібно)';
const BELOW = '(?:(?:що|які|де|збіг|оцінка|відповідність) )*(?:нижч\\S+|менш\\S+|гірш\\S+)(?: ніж| за| від)?';
const NUMBER = '(\\d{1,3})%?(?: (?:відсот\\S+|процент\\S+|бал\\S+|%))?(?: (?:збігу|відповідності|оцінки))?';
const STATEMENTS: readonly RegExp[] = [
  new RegExp(`^${REFUSAL} (?:мені )?(?:все |усе |всі |усі |ті )*${BELOW} ${NUMBER}$`, 'u'),
  new RegExp(`^(?:все |усе |всі |усі )*${BELOW} ${NUMBER} (?:можна )?${REFUSAL}$`, 'u'),
  new RegExp(`^(?:з )?(?:оцінк\\S+|збіг\\S*|бал\\S*|відповідн\\S+) не ${BELOW} ${NUMBER}$`, 'u'),
];
const LONGEST = 10;

/** The least score that this sentence asks for, in English; null when it asks for none. */
export function scoreOf(tokens: readonly Token[], at: number): { english: string; to: number } | null {
  const here = tokens[at];
  if (here === undefined || tokens[at - 1]?.clause === here.clause) return null;
  for (let to = Math.min(tokens.length, at + LONGEST); to > at + 1; to -= 1) {
    const run = tokens.slice(at, to);
    if (run.some((token) => token.sentence !== here.sentence) || tokens[to]?.clause === run.at(-1)?.clause) continue;
    const said = run.map((token) => token.word).join(' ');
    for (const statement of STATEMENTS) {
      const found = statement.exec(said);
      if (found?.[1] !== undefined && Number(found[1]) <= 100)
        return { english: `at least ${found[1]} percent match`, to };
    }
  }
  return null;
}
