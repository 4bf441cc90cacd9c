/** One socket: Commands in, ServerEvents out. */
import type { RawData, WebSocket } from 'ws';
import { PerchError, toLocalized } from '../kernel/errors.ts';
import type { Logger } from '../kernel/logger.ts';
import { CLOSE_CODES } from '../protocol/close-codes.ts';
import { type Command, commandSchema } from '../protocol/commands.ts';
import type { ServerEvent } from '../protocol/events.ts';

const BAD_FRAMES = 3;
const FRAMES_A_MINUTE = 100;
/** Bytes a reader may be behind; whoever reads nothing is closed and may come back for a snapshot. */
const BEHIND_BYTES = 1_000_000;

export interface Connection {
  webSocket: WebSocket;
  userId: string;
  /** The conversation this page shows; events of others are not for it. */
  conversationId: string | null;
  send(event: ServerEvent): void;
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
  let bad = 0;
  let frames = 0;
  let minute = 0;

  const connection: Connection = {
    webSocket,
    userId: options.userId,
    conversationId: null,
    send(event) {
      if (webSocket.readyState !== webSocket.OPEN) return;
      if (webSocket.bufferedAmount > BEHIND_BYTES) {
        webSocket.close(CLOSE_CODES.tooSlow, 'the reader does not read');
        return;
      }
      webSocket.send(JSON.stringify(event));
    },
    async checkSession() {
      const isSignedIn = await options.stillSignedIn().catch(() => true);
      if (!isSignedIn) webSocket.close(CLOSE_CODES.unauthorized, 'the session has ended');
    },
  };

  webSocket.on('message', (data: RawData, isBinary: boolean) => {
    const now = Math.floor(performance.now() / 60_000);
    frames = now === minute ? frames + 1 : 1;
    minute = now;
    if (frames > FRAMES_A_MINUTE) {
      webSocket.close(CLOSE_CODES.tooMany, 'too many frames');
      return;
    }
    const command = isBinary ? null : parse(data);
    if (command === null) {
      bad += 1;
      connection.send({ type: 'error', requestId: null, code: 'invalid', message: NOT_UNDERSTOOD });
      if (bad >= BAD_FRAMES) webSocket.close(CLOSE_CODES.badFrames, 'frames that are no Commands');
      return;
    }
    bad = 0;
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
    const parsed = commandSchema.safeParse(JSON.parse(textOf(data)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return Buffer.from(data instanceof ArrayBuffer ? new Uint8Array(data) : data).toString('utf8');
}

const NOT_UNDERSTOOD = {
  en: 'Perch did not understand its page. Reload it; nothing is lost.',
  de: 'Perch hat seine Seite nicht verstanden. Laden Sie sie neu; nichts geht verloren.',
  uk: 'Perch не зрозумів сторінку. Перезавантажте її; нічого не втрачено.',
};
