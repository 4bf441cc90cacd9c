/** How events about the conversation change the page's state. Pure. */
import { applyChunk, type Message, type Part, type ServerEvent, titleFrom } from '../../server/protocol/index.ts';
import type { PageState, RunningAnswer } from './page-state.ts';

type Of<Type extends ServerEvent['type']> = Extract<ServerEvent, { type: Type }>;

/** A message that was saved or changed. A person's message that does not follow the last one begins a branch. */
export function takeMessage(state: PageState, { message }: Of<'message-added'>): PageState {
  const known = state.messages.some(({ id }) => id === message.id);
  // Changed messages of branches that are not shown are no news here; answers come with the end of their turn.
  if (!known && message.role === 'assistant') return state;
  const outgoing = state.outgoing.filter(({ messageId }) => messageId !== message.id);
  if (known) return { ...state, outgoing, messages: putMessage(state.messages, message) };
  const before = state.messages.findIndex(({ id }) => id === message.parentId);
  const [said] = message.parts;
  const title = said?.type === 'text' ? titleFrom(said.text) : '';
  return {
    ...state,
    outgoing,
    messages: [...state.messages.slice(0, before + 1), message],
    conversation: state.conversation && { ...state.conversation, title: state.conversation.title || title },
    needsReopen: state.needsReopen || (before === -1 && message.parentId !== null),
  };
}

export function takeTurnStart(state: PageState, { turnId, messageId, startedAt }: Of<'turn-start'>): PageState {
  return { ...state, running: { turnId, messageId, startedAt, lastChunk: 0, parts: [] } };
}

export function takeFrame(state: PageState, event: Of<'message-chunk'>): PageState {
  const { running } = state;
  if (running === null || running.turnId !== event.turnId) return { ...state, needsReopen: true };
  if (event.n <= running.lastChunk) return state;
  if (event.n > running.lastChunk + 1) return { ...state, needsReopen: true };
  return { ...state, running: withFrame(running, event) };
}

export function takeTurnEnd(state: PageState, event: Of<'turn-end'>): PageState {
  return {
    ...state,
    running: state.running?.turnId === event.turnId ? null : state.running,
    messages: event.message === null ? state.messages : putMessage(state.messages, event.message),
  };
}

/** The running answer of a snapshot: frames that came before the cut are kept, the server sent what followed. */
export function resumeAnswer(
  known: RunningAnswer | null,
  turn: Of<'conversation-snapshot'>['turn'],
): RunningAnswer | null {
  if (turn === null) return null;
  const isResumed = known?.turnId === turn.turnId && (turn.frames[0]?.n ?? 2) > 1;
  const { turnId, messageId, startedAt } = turn;
  const base: RunningAnswer = isResumed ? known : { turnId, messageId, startedAt, lastChunk: 0, parts: [] };
  return turn.frames.reduce((answer, frame) => (frame.n > answer.lastChunk ? withFrame(answer, frame) : answer), base);
}

function withFrame(
  answer: RunningAnswer,
  frame: { n: number; chunks: Parameters<typeof applyChunk>[1][] },
): RunningAnswer {
  return { ...answer, lastChunk: frame.n, parts: frame.chunks.reduce<Part[]>(applyChunk, answer.parts) };
}

function putMessage(messages: readonly Message[], message: Message): Message[] {
  const at = messages.findIndex(({ id }) => id === message.id);
  return at === -1 ? [...messages, message] : messages.map((old, index) => (index === at ? message : old));
}
