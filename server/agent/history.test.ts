import { expect, it } from 'vitest';
import type { Message, Part } from '../conversations/message.ts';
import { toModelMessages } from './history.ts';

const message = (role: Message['role'], parts: Part[]): Message => ({
  id: '0197a000-0000-7000-8000-000000000001',
  role,
  turnId: '0197a000-0000-7000-8000-000000000002',
  parentId: null,
  siblings: ['0197a000-0000-7000-8000-000000000001'],
  parts,
  createdAt: '2026-11-21T10:00:00.000Z',
  turnState: 'ended',
});
const said = (text: string): Part => ({ type: 'text', id: 'a', text });
const did = (action: string, line: string): Part => ({
  type: 'action',
  callId: 'c',
  action,
  input: {},
  state: 'done',
  outcome: { line: { en: line, de: line, uk: line }, undoId: null, undone: false, view: null },
  error: null,
  startedAt: '2026-11-21T10:00:00.000Z',
  elapsedMs: 1,
});
const TALK = [
  message('user', [said('show my CV')]),
  message('assistant', [did('show_profile', 'Your CV: cv.pdf'), said('From your CV: Welder. Skills: MIG')]),
  message('user', [said('remote')]),
  message('assistant', [did('set_filter', 'Filters set: remote'), said('44 jobs fit.')]),
];

it('a model hears all that was said, but answers about a CV only when it may read it', () => {
  const all = JSON.stringify(toModelMessages(TALK));
  expect(all).toContain('Welder');
  const without = toModelMessages(TALK, (action) => action === 'show_profile');
  expect(without).toHaveLength(4);
  expect(JSON.stringify(without)).not.toMatch(/Welder|MIG|cv\.pdf/u);
  expect(JSON.stringify(without)).toMatch(/show my CV.*may not read.*remote.*44 jobs fit/u);
});
