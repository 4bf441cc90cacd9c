/** Structured logs on standard error, or in a rotated file. Standard output belongs to the commands. */
import { pino, type Logger } from 'pino';

export type { Logger } from 'pino';

/** Paths whose values never reach a log: secrets, and what people wrote. */
const REDACTED = [
  'password',
  'token',
  'secret',
  'authorization',
  'cookie',
  'apiKey',
  'text',
  'say',
  '*.password',
  '*.token',
  '*.secret',
  '*.authorization',
  '*.cookie',
  '*.apiKey',
  '*.text',
  '*.say',
  'headers.authorization',
  'headers.cookie',
  'req.headers.authorization',
  'req.headers.cookie',
];

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

/** With `file`, lines go there; a new file begins every day or at 20 MB, fourteen are kept. */
export function createLogger(options: { level: LogLevel; file?: string | undefined }): Logger {
  const settings = {
    level: options.level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: REDACTED, censor: '[redacted]' },
    serializers: { error: pino.stdSerializers.err },
  };
  if (options.file === undefined) return pino(settings, pino.destination({ fd: 2, sync: true }));
  return pino({
    ...settings,
    transport: {
      target: 'pino-roll',
      options: { file: options.file, frequency: 'daily', size: '20m', mkdir: true, limit: { count: 14 } },
    },
  });
}
