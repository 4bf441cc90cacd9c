/** The page's one state, and how each ServerEvent changes it. Pure: what was not told is asked for again, never guessed. */
import {
  applyChunk,
  type Chunk,
  titleFrom,
  type Counts,
  type FilterState,
  type Localized,
  type Match,
  type MatchDetail,
  type Message,
  type Part,
  type ServerEvent,
  type SourceState,
} from '../../server/protocol/index.ts';

export interface RunningAnswer {
  turnId: string;
  messageId: string;
  startedAt: string;
  lastChunk: number;
  parts: Part[];
}

export interface PageState {
  connection: 'connecting' | 'open' | 'lost';
  assistant: { kind: 'builtin' | 'model'; name: string } | null;
  says: Record<string, Localized>;
  conversation: { id: string; title: string } | null;
  messages: Message[];
  running: RunningAnswer | null;
  /** Sent but not yet confirmed; sent again after a cut, with the same id. */
  pending: { messageId: string; text: string } | null;
  filter: FilterState;
  matches: Match[];
  revision: number;
  hasMore: boolean;
  counts: Counts | null;
  sources: SourceState[];
  canUndo: boolean;
  detail: MatchDetail | null;
  /** Postings that came in the background and wait behind the pill. */
  newPostings: number;
  notice: { text: Localized; undoId: string | null; failed: boolean } | null;
  /** Something was missed: open the conversation again. */
  needsReopen: boolean;
}

export const emptyState: PageState = {
  connection: 'connecting',
  assistant: null,
  says: {},
  conversation: null,
  messages: [],
  running: null,
  pending: null,
  filter: { filter: {}, revision: 0, setBy: 'nobody', showUnclear: true },
  matches: [],
  revision: 0,
  hasMore: false,
  counts: null,
  sources: [],
  canUndo: false,
  detail: null,
  newPostings: 0,
  notice: null,
  needsReopen: false,
};

export function reduce(state: PageState, event: ServerEvent): PageState {
  switch (event.type) {
    case 'hello':
      return {
        ...state,
        assistant: event.assistant,
        says: Object.fromEntries(event.actions.map(({ name, says }) => [name, says])),
      };
    case 'conversation-snapshot':
      return openSnapshot(state, event);
    case 'message-added': {
      const messages = putMessage(state.messages, event.message);
      const [said] = event.message.parts;
      const title = said?.type === 'text' && event.message.role === 'user' ? titleFrom(said.text) : '';
      const conversation =
        state.conversation === null ? null : { ...state.conversation, title: state.conversation.title || title };
      return {
        ...state,
        messages,
        conversation,
        pending: state.pending?.messageId === event.message.id ? null : state.pending,
      };
    }
    case 'turn-start':
      return {
        ...state,
        running: {
          turnId: event.turnId,
          messageId: event.messageId,
          startedAt: event.startedAt,
          lastChunk: 0,
          parts: [],
        },
      };
    case 'message-chunk':
      return takeFrame(state, event);
    case 'turn-end':
      return {
        ...state,
        running: state.running?.turnId === event.turnId ? null : state.running,
        messages: event.message === null ? state.messages : putMessage(state.messages, event.message),
      };
    case 'filter-changed':
      if (event.filter.revision < state.filter.revision) return state;
      return { ...state, filter: event.filter, canUndo: event.canUndo };
    case 'matches-changed':
      return takeMatches(state, event);
    case 'counts-changed':
      return event.counts.revision < state.filter.revision ? state : { ...state, counts: event.counts };
    case 'sources-changed':
      return { ...state, sources: event.sources };
    case 'postings-changed':
      return { ...state, newPostings: state.newPostings + event.added };
    case 'action-result': {
      const opens = event.action === 'show_job' && event.detail !== null;
      const tells = MARKS.has(event.action) || event.action === 'export';
      return {
        ...state,
        detail: opens ? event.detail : state.detail,
        notice: tells ? { text: event.outcome.line, undoId: event.outcome.undoId, failed: false } : state.notice,
      };
    }
    case 'error':
      return {
        ...state,
        notice: { text: event.message, undoId: null, failed: true },
        pending: event.code === 'conflict' ? null : state.pending,
      };
  }
}

/** The posting that an answer has just opened, null when it opened none. */
export function openedPosting(chunks: readonly Chunk[]): string | null {
  const views = chunks.map((chunk) => (chunk.type === 'tool-output-available' ? chunk.outcome.view : null));
  return views.findLast((view) => view?.kind === 'posting')?.postingId ?? null;
}

const MARKS: ReadonlySet<string> = new Set(['save_job', 'hide_job']);

function openSnapshot(state: PageState, event: Extract<ServerEvent, { type: 'conversation-snapshot' }>): PageState {
  const { turn, page } = event;
  const isSame = state.conversation?.id === event.conversation.id;
  // Frames that came before the cut are kept; the server sent only what followed.
  const kept =
    turn !== null && state.running?.turnId === turn.turnId && (turn.frames[0]?.n ?? 2) > 1 ? state.running : null;
  const base =
    turn === null
      ? null
      : (kept ?? {
          turnId: turn.turnId,
          messageId: turn.messageId,
          startedAt: turn.startedAt,
          lastChunk: 0,
          parts: [],
        });
  const running =
    base === null
      ? null
      : (turn?.frames ?? []).reduce(
          (answer, frame) => (frame.n > answer.lastChunk ? withFrame(answer, frame) : answer),
          base,
        );
  const isConfirmed = state.pending !== null && event.messages.some(({ id }) => id === state.pending?.messageId);
  return {
    ...state,
    conversation: event.conversation,
    messages: event.messages,
    running,
    pending: isSame && !isConfirmed ? state.pending : null,
    filter: event.filter,
    matches: page.matches,
    revision: page.revision,
    hasMore: page.hasMore,
    counts: event.counts,
    sources: event.sources,
    canUndo: event.canUndo,
    newPostings: 0,
    needsReopen: false,
  };
}

function withFrame(
  answer: RunningAnswer,
  frame: { n: number; chunks: Parameters<typeof applyChunk>[1][] },
): RunningAnswer {
  return { ...answer, lastChunk: frame.n, parts: frame.chunks.reduce<Part[]>(applyChunk, answer.parts) };
}

function takeFrame(state: PageState, event: Extract<ServerEvent, { type: 'message-chunk' }>): PageState {
  const { running } = state;
  if (running === null || running.turnId !== event.turnId) return { ...state, needsReopen: true };
  if (event.n <= running.lastChunk) return state;
  if (event.n > running.lastChunk + 1) return { ...state, needsReopen: true };
  return { ...state, running: withFrame(running, event) };
}

function takeMatches(state: PageState, event: Extract<ServerEvent, { type: 'matches-changed' }>): PageState {
  if (event.revision < state.revision) return state;
  const known = new Map([...state.matches, ...event.upserted].map((match) => [match.id, match]));
  const matches = event.order.map((id) => known.get(id)).filter((match) => match !== undefined);
  const detailNow = state.detail === null ? undefined : known.get(state.detail.id);
  return {
    ...state,
    matches,
    revision: event.revision,
    hasMore: event.hasMore,
    detail: state.detail === null || detailNow === undefined ? state.detail : { ...state.detail, mark: detailNow.mark },
    needsReopen: state.needsReopen || matches.length < event.order.length,
  };
}

function putMessage(messages: readonly Message[], message: Message): Message[] {
  const at = messages.findIndex(({ id }) => id === message.id);
  return at === -1 ? [...messages, message] : messages.map((old, index) => (index === at ? message : old));
}
