/** A saved answer of an employer's board, read as if the board had just given it: the same mapping, no network. */
import { z } from 'zod';
import type { SourcePosting } from './job-posting.ts';
import type { Refusal } from './refusal.ts';
import type { EmployerBoard } from './sources/employer-board.ts';
import { greenhouse } from './sources/greenhouse.ts';
import { lever } from './sources/lever.ts';

const record = z.record(z.string(), z.unknown());

/** Boards that a row's fields give away, and how their answers hold rows. */
const SHAPES: readonly {
  board: EmployerBoard;
  isRow(row: Record<string, unknown>): boolean;
  address(row: Record<string, unknown>): unknown;
  answer(rows: readonly unknown[]): unknown;
}[] = [
  {
    board: greenhouse,
    isRow: (row) => 'absolute_url' in row,
    address: (row) => row['absolute_url'],
    answer: (jobs) => ({ jobs }),
  },
  { board: lever, isRow: (row) => 'hostedUrl' in row, address: (row) => row['hostedUrl'], answer: (rows) => rows },
];

/** The postings of these rows when they are a known board's, else null. `slug`: the employer where no address tells. */
export function readBoardRows(
  rows: readonly unknown[],
  options: { slug: string; signal: AbortSignal },
): AsyncIterable<SourcePosting | Refusal> | null {
  const first = record.safeParse(rows[0]);
  if (!first.success) return null;
  const shape = SHAPES.find(({ isRow }) => isRow(first.data));
  if (shape === undefined) return null;
  const address = shape.address(first.data);
  const url = typeof address === 'string' ? URL.parse(address) : null;
  const named = url === null ? null : shape.board.slugOf(url);
  const answers = [shape.answer(rows), shape.answer([])].map((answer) => JSON.stringify(answer));
  const client = { send: async () => ({ text: answers.shift() ?? '[]' }) };
  return shape.board.source(named ?? (options.slug || 'employer')).fetch(client, { signal: options.signal });
}
