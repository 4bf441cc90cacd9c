/** Holds the state, talks to the server, and tells the elements. What a person can do here, a sentence can do too. */
import { emptyState, openedPosting, type PageState, reduce } from './state.ts';
import { openSocket, type Socket } from './socket.ts';

export interface Store {
  state(): PageState;
  /** Returns the function that ends listening. */
  listen(listener: () => void): () => void;
  say(text: string): void;
  stop(): void;
  run(action: string, input: unknown): void;
  openConversation(options: { conversationId?: string; fresh?: boolean }): void;
  /** Shows what came in the background. */
  refresh(): void;
  closeDetail(): void;
  dismissNotice(): void;
  retry(): void;
}

/** How an opened posting and the conversation stand in the address. */
export interface Address {
  read(): { conversationId: string | undefined; postingId: string | undefined };
  write(place: { conversationId: string; postingId: string | null }): void;
}

export function createStore(address: Address): Store {
  let state: PageState = emptyState;
  const listeners = new Set<() => void>();
  let wantedPosting: string | undefined = address.read().postingId;

  const change = (next: PageState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const requestId = (): string => crypto.randomUUID();

  const open = (options: { conversationId?: string | undefined; fresh?: boolean | undefined }): void => {
    const resume = state.running === null ? {} : { turnId: state.running.turnId, lastChunk: state.running.lastChunk };
    socket.send({
      type: 'conversation-open',
      requestId: requestId(),
      ...resume,
      ...(options.conversationId === undefined ? {} : { conversationId: options.conversationId }),
      ...(options.fresh === undefined ? {} : { fresh: options.fresh }),
    });
  };
  const sendPending = (): void => {
    const { pending, conversation, filter } = state;
    if (pending === null || conversation === null) return;
    socket.send({
      type: 'message-send',
      requestId: requestId(),
      conversationId: conversation.id,
      messageId: pending.messageId,
      text: pending.text,
      revision: filter.revision,
    });
  };
  const run = (action: string, input: unknown): void => {
    const { conversation, filter } = state;
    if (conversation === null) return;
    socket.send({
      type: 'action-run',
      requestId: requestId(),
      conversationId: conversation.id,
      action,
      input,
      revision: filter.revision,
    });
  };

  const socket: Socket = openSocket({
    opened() {
      change({ ...state, connection: 'open' });
      open({ conversationId: state.conversation?.id ?? address.read().conversationId });
    },
    lost: () => change({ ...state, connection: 'lost' }),
    sessionEnded: () => location.reload(),
    event(event) {
      const before = state;
      change(reduce(state, event));
      if (state.needsReopen && !before.needsReopen) open({ conversationId: state.conversation?.id });
      if (event.type === 'conversation-snapshot') {
        sendPending();
        if (wantedPosting !== undefined) run('show_job', { job: wantedPosting });
        wantedPosting = undefined;
      }
      // The assistant opened a posting: it opens here as after a click.
      const opened = event.type === 'message-chunk' ? openedPosting(event.chunks) : null;
      if (opened !== null) run('show_job', { job: opened });
      // A conversation of the address that is gone or foreign: the last one instead.
      if (event.type === 'error' && event.code === 'not_found' && state.conversation === null) open({});
      if (
        state.conversation !== null &&
        (state.conversation !== before.conversation || state.detail?.id !== before.detail?.id)
      ) {
        address.write({ conversationId: state.conversation.id, postingId: state.detail?.id ?? null });
      }
    },
  });

  return {
    state: () => state,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    say(text) {
      change({ ...state, pending: { messageId: crypto.randomUUID(), text } });
      sendPending();
    },
    stop() {
      if (state.running !== null)
        socket.send({ type: 'turn-stop', requestId: requestId(), turnId: state.running.turnId });
    },
    run,
    openConversation(options) {
      change({ ...state, detail: null, running: null });
      open(options);
    },
    refresh: () => open({ conversationId: state.conversation?.id }),
    closeDetail() {
      change({ ...state, detail: null });
      if (state.conversation !== null) address.write({ conversationId: state.conversation.id, postingId: null });
    },
    dismissNotice: () => change({ ...state, notice: null }),
    retry: () => socket.retry(),
  };
}
