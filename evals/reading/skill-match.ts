/**
 * Does a skill that was read answer one that a person named? People write "relational databases", we "Databases":
 * the same when the taxonomy says so, or when all words of one stand in the other. Pure.
 */
import { fold } from '../../server/taxonomy/fold.ts';
import { canonicalSkill, findSkills } from '../../server/taxonomy/skills.ts';

/** Words that tell no skill from another. */
const EMPTY = new Set(
  'and or of in the for with to a an experience skills skill knowledge tools tool software systems system development management certification license degree tech technology platform platforms solutions'.split(
    ' ',
  ),
);

function stems(words: string): string[] {
  const all = fold(words)
    .split(/[^\p{L}\p{N}+#.]+/u)
    .filter((word) => word !== '')
    .map((word) => word.replace(/(?:ies|ing|ment|s)$/u, ''));
  const telling = all.filter((word) => !EMPTY.has(word) && word !== 'manage' && word !== 'develop');
  return telling.length === 0 ? all : telling;
}

function within(some: readonly string[], all: readonly string[]): boolean {
  return some.length > 0 && some.every((word) => all.includes(word));
}

/** Is the skill read the one that the person named? */
export function isSameSkill(named: string, read: string): boolean {
  if (fold(named) === fold(read) || (canonicalSkill(named) ?? '') === read) return true;
  if (findSkills(named).some(({ name }) => name === read)) return true;
  const [left, right] = [stems(named), stems(read)];
  return within(left, right) || within(right, left);
}
