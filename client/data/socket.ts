/** The socket: Commands up, ServerEvents down, and patience in between. */
import { CLOSE_CODES, type Command, type ServerEvent, serverEventSchema } from '../../server/protocol/index.ts';

const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 15_000;

export interface Socket {
  /** False when there is no connection; the caller keeps what must not be lost. */
  send(command: Command): boolean;
  /** Tries at once instead of waiting. */
  retry(): void;
  /** Ends it for good. */
  close(): void;
}

/** `server` is the address of Perch's page, which may be another one's than this page's. */
export function openSocket(
  server: URL,
  handlers: {
    event(event: ServerEvent): void;
    opened(): void;
    lost(): void;
    sessionEnded(): void;
  },
): Socket {
  const url = new URL('/ws/chat', server);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  let webSocket: WebSocket | null = null;
  let attempts = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const connect = (): void => {
    clearTimeout(timer);
    const next = new WebSocket(url);
    webSocket = next;
    next.addEventListener('open', () => {
      attempts = 0;
      handlers.opened();
    });
    next.addEventListener('message', ({ data }) => {
      const parsed = serverEventSchema.safeParse(JSON.parse(String(data)));
      // An event of a newer server than this page: the page is reloaded with the next answer.
      if (parsed.success) handlers.event(parsed.data);
    });
    next.addEventListener('close', ({ code }) => {
      if (webSocket !== next) return;
      webSocket = null;
      handlers.lost();
      if (code === CLOSE_CODES.unauthorized) {
        handlers.sessionEnded();
        return;
      }
      // Jitter, so that a restarted server is not met by everybody at once.
      const wait = Math.min(FIRST_WAIT_MS * 2 ** attempts, LONGEST_WAIT_MS) * (0.5 + Math.random());
      attempts += 1;
      timer = setTimeout(connect, wait);
    });
  };
  connect();
  const online = (): void => {
    if (webSocket === null) connect();
  };
  addEventListener('online', online);

  return {
    send(command) {
      if (webSocket?.readyState !== WebSocket.OPEN) return false;
      webSocket.send(JSON.stringify(command));
      return true;
    },
    retry() {
      if (webSocket === null) connect();
    },
    close() {
      clearTimeout(timer);
      removeEventListener('online', online);
      const last = webSocket;
      webSocket = null;
      last?.close();
    },
  };
}
