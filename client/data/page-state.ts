/** What the page knows, as one value. */
import type {
  ConversationLine,
  Counts,
  FilterState,
  Localized,
  MarkedList,
  Match,
  MatchDetail,
  Message,
  Part,
  QueuedMessage,
  SearchLine,
  ServerEvent,
  ShownPreferences,
  SourceState,
  Usage,
} from '../../server/protocol/index.ts';

export interface RunningAnswer {
  turnId: string;
  messageId: string;
  startedAt: string;
  lastChunk: number;
  parts: Part[];
}

/** What a person said that the server has not confirmed: sent again after a cut, with the same id, one at a time. */
export interface Outgoing {
  messageId: string;
  text: string;
  replaces?: string;
}

export type ActionLine = Extract<ServerEvent, { type: 'hello' }>['actions'][number];
export const VIEWS = ['matches', 'saved', 'hidden', 'searches'] as const;
export type View = (typeof VIEWS)[number];

/** Does it list what the person marked? */
export function isMarked(view: View): view is 'saved' | 'hidden' {
  return view === 'saved' || view === 'hidden';
}

export interface PageState {
  connection: 'connecting' | 'open' | 'lost';
  assistant: { kind: 'builtin' | 'model'; name: string } | null;
  /** The person's settings as the server keeps them; null before it has said hello. */
  preferences: ShownPreferences | null;
  usage: Usage | null;
  actions: ActionLine[];
  says: Record<string, Localized>;
  conversation: { id: string; title: string } | null;
  /** The list of conversations as last asked for. */
  conversations: { query: string; lines: ConversationLine[] } | null;
  messages: Message[];
  running: RunningAnswer | null;
  outgoing: Outgoing[];
  queued: QueuedMessage[];
  filter: FilterState;
  /** The first matches, which the server keeps up to date. */
  matches: Match[];
  /** Matches further down by their place, as read while scrolling. */
  further: ReadonlyMap<number, Match>;
  revision: number;
  hasMore: boolean;
  counts: Counts | null;
  sources: SourceState[];
  canUndo: boolean;
  detail: MatchDetail | null;
  compared: MatchDetail[] | null;
  view: View;
  marked: MarkedList | null;
  /** The saved searches; null before they have come. */
  searches: SearchLine[] | null;
  /** Matches that came in the background and wait behind the pill. */
  newMatches: number;
  notice: { text: Localized; undoId: string | null; failed: boolean; link: string | null } | null;
  /** Something was missed: open the conversation again. */
  needsReopen: boolean;
}

export const emptyState: PageState = {
  connection: 'connecting',
  assistant: null,
  preferences: null,
  usage: null,
  actions: [],
  says: {},
  conversation: null,
  conversations: null,
  messages: [],
  running: null,
  outgoing: [],
  queued: [],
  filter: { filter: {}, revision: 0, setBy: 'nobody', showUnclear: true },
  matches: [],
  further: new Map(),
  revision: 0,
  hasMore: false,
  counts: null,
  sources: [],
  canUndo: false,
  detail: null,
  compared: null,
  view: 'matches',
  marked: null,
  searches: null,
  newMatches: 0,
  notice: null,
  needsReopen: false,
};
