/** Flags of the commands, read strictly: an unknown one is an error that says what there is. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { PerchError } from '../kernel/errors.ts';

/** What every command takes, beside its own. */
const COMMON_FLAGS = {
  'data-dir': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

export interface Flags {
  values: Record<string, string | boolean | undefined>;
  positionals: string[];
}

/** Throws PerchError invalid for a flag that does not exist or lacks its value, and for words where none belong. */
export function readFlags(
  argv: readonly string[],
  options: ParseArgsOptionsConfig,
  usage: string,
  words: 'words' | 'no words' = 'words',
): Flags {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { ...COMMON_FLAGS, ...options },
      allowPositionals: words === 'words',
      strict: true,
    });
    const plain = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' || typeof value === 'boolean' ? value : undefined,
    ]);
    return { values: Object.fromEntries(plain), positionals };
  } catch (error) {
    const why = error instanceof Error ? error.message.split('. To specify')[0]?.replace(/\.$/u, '') : String(error);
    throw wronglyCalled(`${why}.\n\n${usage}`);
  }
}

export function text(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** `--data-dir` as an override of the configuration. Throws PerchError invalid for an empty one. */
export function dataDirOf(values: Flags['values']): { dataDir?: string } {
  const dataDir = text(values['data-dir']);
  if (dataDir === undefined) return {};
  if (dataDir.trim() === '') throw wronglyCalled('--data-dir needs the name of a directory.');
  return { dataDir };
}

/** The error of a command that was called wrongly; its words are for the terminal, and the exit code is 2. */
export function wronglyCalled(words: string): PerchError {
  return new PerchError('invalid', { en: words, de: words, uk: words });
}
