/** Holds the state, talks to the server, and tells the elements. What a person can do here, a sentence can do too. */
import type { Command, Language, Localized, ServerEvent } from '../../server/protocol/index.ts';
import { isAboutConversation } from './about-conversation.ts';
import { type Address, isSamePlace, type PagePlace, placeOf } from './address.ts';
import type { Ordered } from './ordered.ts';
import { isMarked, type View } from './page-state.ts';
import { NOT_ANSWERED, NOT_SENT } from './not-sent.ts';
import { openSocket, type Socket } from './socket.ts';
import { emptyState, hasOldScore, openedView, type PageState, reduce } from './state.ts';

/** Postings arrive in bursts; one look after a burst is enough. */
const COUNT_AFTER_MS = 800;
/** After a conversation could not be opened because the store was busy. */
const OPEN_AGAIN_MS = 2000;

export interface Store {
  state(): PageState;
  /** Returns the function that ends listening. */
  listen(listener: () => void): () => void;
  /** Says it; with `replaces` as another version of that message. */
  say(text: string, replaces?: string): void;
  /** Takes back what was said but has not reached the server. */
  unsay(messageId: string): void;
  stop(): void;
  run(action: string, input: unknown): void;
  openConversation(options: { conversationId?: string; fresh?: boolean }): void;
  /** A Command that needs no answer of its own; the conversation on screen is filled in. */
  order(command: Ordered): void;
  /** Shows what came in the background. */
  refresh(): void;
  show(view: View): void;
  closeDetail(): void;
  dismissNotice(): void;
  retry(): void;
  /** Follows the address after back or forward. */
  follow(): void;
  /** Ends the connection for good. */
  close(): void;
}

/** `isOwn`: this page is Perch's own, so that a new one brings a new session; `language`: of the page, now. */
export function createStore(options: { address: Address; server: URL; isOwn: boolean; language(): Language }): Store {
  const { address } = options;
  let state: PageState = emptyState;
  const listeners = new Set<() => void>();
  /** Where the address wants to be; it is not written until the page is there. */
  let wanted: PagePlace | null = address.read();
  let countTimer: ReturnType<typeof setTimeout> | undefined;
  /** The request that carries the first outgoing message; none while it is confirmed or to be sent. */
  let carrier: { requestId: string; messageId: string } | null = null;
  /** The conversation that was asked for and has not come; until then nothing that is told is about what is shown. */
  let opening: { requestId: string; conversationId: string | undefined; fresh: boolean | undefined } | null = null;
  let openTimer: ReturnType<typeof setTimeout> | undefined;
  /** Clicks whose answer has not come. */
  const clicks = new Set<string>();

  const change = (next: PageState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const send = (command: Command): boolean => socket.send(command);
  const requestId = (): string => crypto.randomUUID();

  const open = (place: { conversationId?: string | undefined; fresh?: boolean | undefined }): void => {
    const { running } = state;
    clearTimeout(openTimer);
    opening = { requestId: requestId(), conversationId: place.conversationId, fresh: place.fresh };
    send({
      type: 'conversation-open',
      requestId: opening.requestId,
      ...(running === null ? {} : { turnId: running.turnId, lastChunk: running.lastChunk }),
      ...(place.conversationId === undefined ? {} : { conversationId: place.conversationId }),
      ...(place.fresh === undefined ? {} : { fresh: place.fresh }),
    });
  };
  /** One at a time, so that what was said first is also heard first. */
  const sendOutgoing = (): void => {
    const { conversation, filter } = state;
    const [first] = state.outgoing;
    if (first === undefined || conversation === null || opening !== null) return;
    if (carrier?.messageId === first.messageId) return;
    const next = { requestId: requestId(), messageId: first.messageId };
    const sent = send({
      type: 'message-send',
      conversationId: conversation.id,
      text: first.text,
      revision: filter.revision,
      language: options.language(),
      ...(first.replaces === undefined ? {} : { replaces: first.replaces }),
      ...next,
    });
    if (sent) carrier = next;
  };
  /** The number of its answer; null when it could not be sent. */
  const ask = (action: string, input: unknown): string | null => {
    const { conversation, filter } = state;
    if (conversation === null) return null;
    const id = requestId();
    const order = { requestId: id, conversationId: conversation.id, action, input, revision: filter.revision };
    return send({ type: 'action-run', ...order }) ? id : null;
  };
  const run = (action: string, input: unknown): void => {
    if (state.conversation === null) return;
    const id = ask(action, input);
    if (id === null) tellFailure(NOT_SENT);
    else clicks.add(id);
  };
  const tellFailure = (text: Localized): void =>
    change({ ...state, notice: { text, undoId: null, failed: true, link: null } });

  /** Lists of postings are shown when they have come. */
  const show = (view: View): void => {
    if (isMarked(view)) run('show_marked', { mark: view });
    else change({ ...state, view, marked: null });
  };
  /** In the background: nobody waits for the answer. */
  const readSearches = (): void => void ask('show_searches', {});

  const reach = ({ postingId, compared, view }: PagePlace): void => {
    if (state.view !== view) show(view);
    if (postingId !== undefined && state.detail?.id !== postingId) run('show_job', { job: postingId });
    if (compared.length > 1) run('compare_jobs', { jobs: compared });
    if (postingId === undefined && compared.length === 0) change({ ...state, detail: null, compared: null });
  };
  const writeAddress = (): void => {
    const now = placeOf(state);
    if (wanted !== null && !isSamePlace(wanted, now)) return;
    wanted = null;
    if (now.conversationId !== undefined) address.write(now);
  };

  /** A conversation could not be opened: it is gone, or the store was busy. */
  const openElse = (code: string, conversationId: string | undefined): void => {
    const shown = state.conversation?.id;
    if (code !== 'not_found') openTimer = setTimeout(() => open({ conversationId }), OPEN_AGAIN_MS);
    else open({ conversationId: conversationId === shown ? undefined : shown });
  };
  const took = (event: ServerEvent, before: PageState): void => {
    if (state.needsReopen && !before.needsReopen) open({ conversationId: state.conversation?.id });
    switch (event.type) {
      case 'conversation-snapshot':
        readSearches();
        if (wanted !== null) {
          wanted = { ...wanted, conversationId: event.conversation.id };
          reach(wanted);
        } else if (isMarked(state.view)) show(state.view);
        break;
      case 'message-chunk': {
        // What the assistant opened opens here as after a click.
        const opened = openedView(event.chunks);
        if (opened?.kind === 'posting') run('show_job', { job: opened.postingId });
        if (opened?.kind === 'comparison') run('compare_jobs', { jobs: opened.postingIds });
        if (opened?.kind === 'marked') show(opened.mark);
        if (opened?.kind === 'searches') show('searches');
        break;
      }
      case 'action-result':
        // A posting that was added by hand is what the person wants to see.
        if (event.action === 'add_job' && event.outcome.view?.kind === 'posting')
          run('show_job', { job: event.outcome.view.postingId });
        break;
      case 'matches-changed':
        if (isMarked(state.view)) show(state.view);
        if (hasOldScore(state.detail, event)) run('show_job', { job: state.detail?.id });
        break;
      case 'postings-changed':
        clearTimeout(countTimer);
        countTimer = setTimeout(() => {
          const { conversation } = state;
          if (conversation !== null)
            send({ type: 'matches-count', requestId: requestId(), conversationId: conversation.id });
          if (state.searches !== null && state.searches.length > 0) readSearches();
        }, COUNT_AFTER_MS);
        break;
      case 'searches-changed':
        readSearches();
        break;
      case 'conversation-renamed':
      case 'conversation-deleted':
        if (state.conversations !== null)
          send({ type: 'conversation-list', requestId: requestId(), query: state.conversations.query });
        if (event.type === 'conversation-deleted' && event.conversationId === state.conversation?.id) open({});
        break;
      case 'error':
        // A place of the address that is gone or foreign: the page stays where it is.
        wanted = null;
        if (opening !== null && event.requestId === opening.requestId) openElse(event.code, opening.conversationId);
        if (carrier !== null && event.requestId === carrier.requestId) {
          // What the server refuses would be refused again.
          const { messageId } = carrier;
          change({ ...state, outgoing: state.outgoing.filter((message) => message.messageId !== messageId) });
        }
        break;
      default:
        break;
    }
    if (state.outgoing.length > 0) sendOutgoing();
    writeAddress();
  };

  const beginSession = async (): Promise<void> => {
    await fetch(new URL('/api/session', options.server), { method: 'POST', credentials: 'include' });
  };
  const socket: Socket = openSocket(options.server, {
    opened() {
      carrier = null;
      clicks.clear();
      change({ ...state, connection: 'open' });
      // What was asked for when the line broke is asked for again: a new conversation must not become the last one.
      open(opening ?? { conversationId: state.conversation?.id ?? wanted?.conversationId });
    },
    lost() {
      change({ ...state, connection: 'lost' });
      // Perhaps it was done: the list will show it.
      if (clicks.size > 0) tellFailure(NOT_ANSWERED);
      clicks.clear();
    },
    // A page of Perch's own brings a session with it; any other begins one by itself.
    prepare: options.isOwn ? undefined : beginSession,
    sessionEnded() {
      if (options.isOwn) location.reload();
      else void beginSession().finally(() => socket.retry());
    },
    event(event) {
      if ('requestId' in event && event.requestId !== null) clicks.delete(event.requestId);
      if (opening !== null && isAboutConversation(event)) {
        if (event.type !== 'conversation-snapshot' || event.requestId !== opening.requestId) return;
        opening = null;
      }
      const before = state;
      change(reduce(state, event));
      took(event, before);
    },
  });

  return {
    state: () => state,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    say(text, replaces) {
      const message = { messageId: crypto.randomUUID(), text, ...(replaces === undefined ? {} : { replaces }) };
      change({ ...state, outgoing: [...state.outgoing, message] });
      if (state.connection === 'open') sendOutgoing();
    },
    unsay(messageId) {
      if (carrier?.messageId !== messageId)
        change({ ...state, outgoing: state.outgoing.filter((message) => message.messageId !== messageId) });
    },
    stop() {
      if (state.running !== null) send({ type: 'turn-stop', requestId: requestId(), turnId: state.running.turnId });
    },
    run,
    openConversation(place) {
      // Without a conversation, what is said now waits for the one that is being opened.
      change({
        ...state,
        conversation: null,
        detail: null,
        compared: null,
        view: 'matches',
        marked: null,
        running: null,
      });
      open(place);
    },
    order(command) {
      const id = requestId();
      if (command.type === 'conversation-list' || 'conversationId' in command) send({ ...command, requestId: id });
      else if (state.conversation !== null) send({ ...command, requestId: id, conversationId: state.conversation.id });
    },
    refresh: () => open({ conversationId: state.conversation?.id }),
    show(view) {
      // Clicked before the page was where its address wants to be.
      if (wanted !== null) wanted = { ...wanted, view };
      show(view);
      writeAddress();
    },
    closeDetail() {
      change({ ...state, detail: null, compared: null });
      writeAddress();
    },
    dismissNotice: () => change({ ...state, notice: null }),
    retry: () => socket.retry(),
    follow() {
      wanted = address.read();
      const { conversationId } = wanted;
      if (conversationId !== undefined && conversationId !== state.conversation?.id) open({ conversationId });
      else reach(wanted);
      writeAddress();
    },
    close() {
      clearTimeout(countTimer);
      clearTimeout(openTimer);
      socket.close();
    },
  };
}
