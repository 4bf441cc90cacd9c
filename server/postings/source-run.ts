/** One run of a source: what came, and how it stands. Pure. */
import type { Localized } from '../kernel/text.ts';
import type { Drift } from './sources/drift.ts';

/** While it goes on and after. `error` is the English reason of a failed one. */
export type SourceRun = {
  source: string;
  title: string;
  state: 'running' | 'done' | 'failed';
  line: Localized;
  added: number;
  updated: number;
  unchanged: number;
  refused: number;
  /** Shown under another board's posting of the same opening. */
  merged: number;
  /** No longer on the board's list. */
  closed: number;
  /** Fields that used to be there and are missing now. */
  drift: readonly Drift[];
  error: string | null;
  /** The HTTP status that ended it, when one did. */
  httpStatus: number | null;
  startedAt: string;
  endedAt: string | null;
  /** Before this the source is not asked again. */
  nextAllowedAt: string | null;
};
