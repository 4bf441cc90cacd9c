/** How each ServerEvent changes the page's state. Pure: what was not told is asked for again, never guessed. */
import type { Chunk, Outcome, ServerEvent } from '../../server/protocol/index.ts';
import type { PageState } from './page-state.ts';
import { resumeAnswer, takeFrame, takeMessage, takeTurnEnd, takeTurnStart } from './reduce-chat.ts';
import { takeMatches, takeWindow } from './reduce-list.ts';

export { emptyState, type PageState } from './page-state.ts';

type Of<Type extends ServerEvent['type']> = Extract<ServerEvent, { type: Type }>;

export function reduce(state: PageState, event: ServerEvent): PageState {
  switch (event.type) {
    case 'hello':
      return {
        ...state,
        assistant: event.assistant,
        preferences: event.preferences,
        usage: event.usage,
        actions: event.actions,
        says: Object.fromEntries(event.actions.map(({ name, says }) => [name, says])),
      };
    case 'preferences-changed':
      return { ...state, preferences: event.preferences, assistant: event.preferences.assistant };
    case 'usage-changed':
      return { ...state, usage: event.usage };
    case 'conversation-snapshot':
      return openSnapshot(state, event);
    case 'conversations':
      return { ...state, conversations: { query: event.query, lines: event.conversations } };
    case 'conversation-renamed':
      return state.conversation?.id === event.conversationId
        ? { ...state, conversation: { ...state.conversation, title: event.title } }
        : state;
    case 'conversation-deleted':
      return state;
    case 'messages-changed':
      return { ...state, messages: event.messages };
    case 'queue-changed': {
      const ids = new Set(event.queued.map(({ messageId }) => messageId));
      return {
        ...state,
        queued: event.queued,
        outgoing: state.outgoing.filter(({ messageId }) => !ids.has(messageId)),
      };
    }
    case 'message-added':
      return takeMessage(state, event);
    case 'turn-start':
      return takeTurnStart(state, event);
    case 'message-chunk':
      return takeFrame(state, event);
    case 'turn-end':
      return takeTurnEnd(state, event);
    case 'filter-changed':
      if (event.filter.revision < state.filter.revision) return state;
      return { ...state, filter: event.filter, canUndo: event.canUndo };
    case 'matches-changed':
      return takeMatches(state, event);
    case 'matches-read':
      return takeWindow(state, event);
    case 'matches-count': {
      const shown = state.counts?.revision === event.revision ? state.counts.total : null;
      if (shown === null || shown === event.total) return { ...state, newMatches: 0 };
      // Samples end when real postings come, however few: then all are new.
      return { ...state, newMatches: state.counts?.samples === true ? event.total : Math.max(0, event.total - shown) };
    }
    case 'counts-changed':
      return event.counts.revision < state.filter.revision ? state : { ...state, counts: event.counts, newMatches: 0 };
    case 'sources-changed':
      return { ...state, sources: event.sources };
    case 'changed-elsewhere':
      return { ...state, needsReopen: true };
    case 'postings-changed':
    case 'searches-changed':
    case 'heartbeat':
      return state;
    case 'action-result':
      return takeResult(state, event);
    case 'error':
      return {
        ...state,
        notice: { text: event.message, undoId: null, failed: true, link: null },
      };
  }
}

/** What an answer has just opened, null when nothing. */
export function openedView(chunks: readonly Chunk[]): NonNullable<Outcome['view']> | null {
  const views = chunks.map((chunk) => (chunk.type === 'tool-output-available' ? chunk.outcome.view : null));
  return views.findLast((view) => view !== null) ?? null;
}

/** Actions whose result is a line that a click wants to read. */
const TELLING: ReadonlySet<string> = new Set([
  'add_job',
  'save_job',
  'hide_job',
  'save_search',
  'change_search',
  'remove_search',
  'separate_job',
  'export',
  'count_jobs',
  'fetch_jobs',
  'set_model',
  'test_model',
]);

/** Actions that open a posting beside the list. */
const OPENING: ReadonlySet<string> = new Set(['show_job', 'add_job', 'separate_job']);

function takeResult(state: PageState, event: Of<'action-result'>): PageState {
  const { action, outcome, detail, compared, marked, searches } = event;
  const link = outcome.view?.kind === 'export' ? outcome.view.url : null;
  return {
    ...state,
    detail: OPENING.has(action) && detail !== null ? detail : compared === null ? state.detail : null,
    compared: action === 'compare_jobs' ? compared : detail === null ? state.compared : null,
    marked: marked ?? state.marked,
    searches: searches?.searches ?? state.searches,
    view: marked?.mark ?? state.view,
    notice: TELLING.has(action) ? { text: outcome.line, undoId: outcome.undoId, failed: false, link } : state.notice,
  };
}

function openSnapshot(state: PageState, event: Of<'conversation-snapshot'>): PageState {
  // What was said before there was any conversation is meant for the first one.
  const isSame = state.conversation === null || state.conversation.id === event.conversation.id;
  const confirmed = new Set([...event.messages.map(({ id }) => id), ...event.queued.map(({ messageId }) => messageId)]);
  return {
    ...state,
    conversation: event.conversation,
    messages: event.messages,
    running: resumeAnswer(state.running, event.turn),
    outgoing: isSame ? state.outgoing.filter(({ messageId }) => !confirmed.has(messageId)) : [],
    queued: event.queued,
    filter: event.filter,
    matches: event.page.matches,
    further: new Map(),
    revision: event.page.revision,
    hasMore: event.page.hasMore,
    counts: event.counts,
    sources: event.sources,
    canUndo: event.canUndo,
    newMatches: 0,
    needsReopen: false,
  };
}

/** The open posting has another score by now: the CV was corrected, or a model has rated it. */
export function hasOldScore(detail: PageState['detail'], { upserted }: Of<'matches-changed'>): boolean {
  const now = upserted.find(({ id }) => id === detail?.id);
  if (detail === null || now === undefined) return false;
  return now.score?.value !== detail.score?.value || now.rated?.value !== detail.rated?.value;
}
