/** The employers' boards that Perch can read. */
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
