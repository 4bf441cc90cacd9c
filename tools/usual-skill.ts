/** The usual spelling of a skill: "k8s" is Kubernetes and "postgres" PostgreSQL, but "Spring Boot" is no mere Spring. */
import { canonicalSkill } from '../server/taxonomy/skills.ts';

/** The word itself where the taxonomy knows only something wider, or nothing. */
export function usualSkill(word: string): string {
  const name = canonicalSkill(word);
  if (name === null) return word;
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}+#]/gu, '');
  const [said, usual] = [plain(word), plain(name)];
  const isSame = said === usual || (!/\s/u.test(word) && (said.startsWith(usual) || usual.startsWith(said)));
  return isSame || isShortOf(said, usual) ? name : word;
}

/** Letters left out ("js", "tf") or counted ("k8s", "i18n"). */
function isShortOf(short: string, long: string): boolean {
  if (short.length > 8 || short[0] !== long[0]) return false;
  const counted = /^(\p{L})(\d+)(\p{L})$/u.exec(short);
  if (counted !== null) return Number(counted[2]) === long.length - 2 && long.endsWith(counted[3] ?? '');
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
}
