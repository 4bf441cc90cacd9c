/** One socket: Commands in, ServerEvents out. */
import type { RawData, WebSocket } from 'ws';
import { PerchError, toLocalized } from '../kernel/errors.ts';
import type { Logger } from '../kernel/logger.ts';
import { CLOSE_CODES } from '../protocol/close-codes.ts';
import { type Command, commandSchema } from '../protocol/commands.ts';
import type { ServerEvent } from '../protocol/events.ts';

const BAD_FRAMES = 3;
/** What frames of one minute may weigh together. Reads weigh little: scrolling a long list asks for many windows. */
const WEIGHT_A_MINUTE = 100;
const READ_WEIGHT = 1 / 6;
const READS: ReadonlySet<Command['type']> = new Set(['matches-read', 'matches-count', 'conversation-list']);
const MINUTE_MS = 60_000;
/** Bytes a reader may be behind; whoever reads nothing is closed and may come back for a snapshot. */
const BEHIND_BYTES = 1_000_000;
/** So many Commands are recognised when they come a second time. */
const REMEMBERED = 500;

export interface Connection {
  webSocket: WebSocket;
  userId: string;
  /** The conversation this page shows; events of others are not for it. */
  conversationId: string | null;
  send(event: ServerEvent): void;
  /**
   * Keeps what is sent meanwhile until `work` has given the snapshot it belongs after. One at a time.
   * Throws what `work` throws; what was kept is sent all the same.
   */
  snapshot(work: () => Promise<ServerEvent>): Promise<void>;
  /** Closes when the session has ended meanwhile. */
  checkSession(): Promise<void>;
}

/** Throws PerchError for what the person shall read. */
export type CommandHandler = (connection: Connection, command: Command) => Promise<void>;

export function createConnection(options: {
  webSocket: WebSocket;
  userId: string;
  handle: CommandHandler;
  stillSignedIn(): Promise<boolean>;
  logger: Logger;
}): Connection {
  const { webSocket, handle, logger } = options;
  const isOpen = (): boolean => webSocket.readyState === webSocket.OPEN;
  /** The frames of the last minute. */
  let arrivals: { at: number; weight: number }[] = [];
  const taken = new Set<string>();
  let seq = 0;
  let bad = 0;
  let kept: ServerEvent[] | null = null;
  let snapshots: Promise<void> = Promise.resolve();

  const write = (event: ServerEvent): void => {
    if (!isOpen()) return;
    if (webSocket.bufferedAmount > BEHIND_BYTES) {
      webSocket.close(CLOSE_CODES.tooSlow, 'the reader does not read');
      return;
    }
    seq += 1;
    webSocket.send(JSON.stringify({ ...event, seq }));
  };

  const takeSnapshot = async (work: () => Promise<ServerEvent>): Promise<void> => {
    kept = [];
    try {
      write(await work());
    } finally {
      const later = kept;
      kept = null;
      for (const event of later) write(event);
    }
  };

  const connection: Connection = {
    webSocket,
    userId: options.userId,
    conversationId: null,
    send(event) {
      if (kept === null) write(event);
      else kept.push(event);
    },
    async snapshot(work) {
      const mine = snapshots.then(async () => await takeSnapshot(work));
      snapshots = mine.catch(() => undefined);
      await mine;
    },
    async checkSession() {
      const isSignedIn = await options.stillSignedIn().catch(() => true);
      if (!isSignedIn) webSocket.close(CLOSE_CODES.unauthorized, 'the session has ended');
    },
  };

  const isTooMany = (weight: number): boolean => {
    const now = performance.now();
    arrivals = [...arrivals.filter(({ at }) => at > now - MINUTE_MS), { at: now, weight }];
    return arrivals.reduce((sum, arrival) => sum + arrival.weight, 0) > WEIGHT_A_MINUTE;
  };
  /** A frame that was doubled on its way must not run an action twice. */
  const isKnown = (requestId: string): boolean => {
    if (taken.has(requestId)) return true;
    taken.add(requestId);
    const [oldest] = taken;
    if (taken.size > REMEMBERED && oldest !== undefined) taken.delete(oldest);
    return false;
  };

  webSocket.on('message', (data: RawData, isBinary: boolean) => {
    // Frames that were under way when the socket was being closed are not for us any more.
    if (!isOpen()) return;
    const command = isBinary ? null : parse(data);
    if (isTooMany(command !== null && READS.has(command.type) ? READ_WEIGHT : 1)) {
      webSocket.close(CLOSE_CODES.tooMany, 'too many frames');
      return;
    }
    if (command === null) {
      bad += 1;
      connection.send({ type: 'error', requestId: null, code: 'invalid', message: NOT_UNDERSTOOD });
      if (bad >= BAD_FRAMES) webSocket.close(CLOSE_CODES.badFrames, 'frames that are no Commands');
      return;
    }
    bad = 0;
    if (isKnown(command.requestId)) return;
    handle(connection, command).catch((error: unknown) => {
      if (!(error instanceof PerchError)) logger.error({ error, command: command.type }, 'a command failed');
      const code = error instanceof PerchError ? error.code : 'internal';
      connection.send({ type: 'error', requestId: command.requestId, code, message: toLocalized(error) });
    });
  });
  return connection;
}

function parse(data: RawData): Command | null {
  try {
    const text = Buffer.isBuffer(data) ? data.toString('utf8') : '';
    const parsed = commandSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

const NOT_UNDERSTOOD = {
  en: 'Perch did not understand its page. Reload it; nothing is lost.',
  de: 'Perch hat seine Seite nicht verstanden. Laden Sie sie neu; nichts geht verloren.',
  uk: 'Perch не зрозумів сторінку. Перезавантажте її; нічого не втрачено.',
};
