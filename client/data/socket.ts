/** The socket: Commands up, ServerEvents down, and patience in between. */
import {
  CLOSE_CODES,
  type Command,
  numberedSchema,
  type ServerEvent,
  serverEventSchema,
} from '../../server/protocol/index.ts';
import { createInOrder } from './in-order.ts';

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 15_000;
/** The server says something every 20 seconds. Whoever hears nothing for so long has lost it, and was not told. */
const SILENCE_MS = 45_000;
/** A missing event that does not come by then is asked for again, by coming back. */
const GAP_MS = 1500;
const LOOK_MS = 500;
/** A connection that is not there by then will not be. */
const CONNECT_MS = 15_000;

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
    /** Goes before the first connection; it waits for its end, good or bad. */
    prepare?: (() => Promise<unknown>) | undefined;
  },
): Socket {
  const url = new URL('/ws/chat', server);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  let webSocket: WebSocket | null = null;
  let attempts = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** When something was heard last; not by the wall clock, which people and time servers set. */
  let heard = 0;
  let waitsSince: number | null = null;

  const wait = (longer: number): void => {
    // Jitter, so that a restarted server is not met by everybody at once.
    const delay = Math.min(FIRST_WAIT_MS * 2 ** longer, LONGEST_WAIT_MS) * (0.5 + Math.random());
    clearTimeout(timer);
    timer = setTimeout(connect, delay);
  };
  /** Lets go of a line without waiting for its end, which a dead one never says. */
  const comeBack = (): void => {
    const last = webSocket;
    webSocket = null;
    last?.close();
    handlers.lost();
    wait(0);
  };
  const connect = (): void => {
    clearTimeout(timer);
    const next = new WebSocket(url);
    webSocket = next;
    heard = performance.now();
    waitsSince = null;
    const line = createInOrder<ServerEvent | 'unknown'>((event) => {
      if (event === 'unknown') return;
      // Whoever gets as far as a snapshot is welcome; being let in and thrown out again is no reason to hurry.
      if (event.type === 'conversation-snapshot') attempts = 0;
      if (event.type !== 'heartbeat') handlers.event(event);
    });
    next.addEventListener('open', () => {
      if (webSocket === next) handlers.opened();
    });
    next.addEventListener('message', ({ data }) => {
      if (webSocket !== next) return;
      heard = performance.now();
      const frame = read(String(data));
      if (frame === null || !line.take(frame.seq, frame.event)) comeBack();
      else waitsSince = line.isWaiting() ? (waitsSince ?? heard) : null;
    });
    next.addEventListener('close', ({ code }) => {
      if (webSocket !== next) return;
      webSocket = null;
      handlers.lost();
      if (code === CLOSE_CODES.unauthorized) {
        handlers.sessionEnded();
        return;
      }
      wait(attempts);
      attempts += 1;
    });
  };
  if (handlers.prepare === undefined) connect();
  else void handlers.prepare().then(connect, () => wait(0));
  const online = (): void => {
    if (webSocket === null) connect();
  };
  addEventListener('online', online);
  const look = setInterval(() => {
    const now = performance.now();
    const patience = webSocket?.readyState === WebSocket.CONNECTING ? CONNECT_MS : SILENCE_MS;
    const isDead = now - heard > patience || (waitsSince !== null && now - waitsSince > GAP_MS);
    if (webSocket !== null && isDead) comeBack();
  }, LOOK_MS);

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
      clearInterval(look);
      removeEventListener('online', online);
      const last = webSocket;
      webSocket = null;
      last?.close();
    },
  };
}

/** A frame and its number; an event of a newer server than this page is unknown; null for what is no frame at all. */
function read(text: string): { seq: number; event: ServerEvent | 'unknown' } | null {
  let frame: unknown;
  try {
    frame = JSON.parse(text);
  } catch {
    return null;
  }
  const number = numberedSchema.safeParse(frame);
  if (!number.success) return null;
  return { seq: number.data.seq, event: serverEventSchema.safeParse(frame).data ?? 'unknown' };
}
