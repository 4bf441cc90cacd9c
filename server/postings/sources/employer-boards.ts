/** The employers' boards that Perch can read, and which one a careers address belongs to. */
import { ashby } from './ashby-board.ts';
import type { EmployerBoard } from './employer-board.ts';
import { greenhouse } from './greenhouse.ts';
import { lever } from './lever.ts';
import { personio } from './personio.ts';
import { recruitee } from './recruitee.ts';
import { smartrecruiters } from './smartrecruiters.ts';
import { workable } from './workable.ts';
import { workday } from './workday.ts';

export const employerBoards: readonly EmployerBoard[] = [
  ashby,
  greenhouse,
  lever,
  personio,
  recruitee,
  smartrecruiters,
  workable,
  workday,
];

/** The board and the employer's short name there, or null when the address is none of theirs; https may be left out. */
export function recogniseEmployer(address: string): { board: EmployerBoard; slug: string } | null {
  const words = address.trim();
  const whole = /^https?:\/\//iu.test(words) ? words : `https://${words}`;
  if (words.length > 2000 || !URL.canParse(whole)) return null;
  const url = new URL(whole);
  for (const board of employerBoards) {
    const slug = board.slugOf(url);
    if (slug !== null) return { board, slug };
  }
  return null;
}
