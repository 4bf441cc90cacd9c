/** Flags of the commands, read strictly: an unknown one is an error that says what there is. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { PerchError } from '../kernel/errors.ts';

/** What every command takes, beside its own. */
export const COMMON_FLAGS = {
  'data-dir': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

export interface Flags {
  values: Record<string, string | boolean | undefined>;
  positionals: string[];
}

/** Throws PerchError invalid for a flag that does not exist or lacks its value. */
export function readFlags(argv: readonly string[], options: ParseArgsOptionsConfig, usage: string): Flags {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { ...COMMON_FLAGS, ...options },
      allowPositionals: true,
      strict: true,
    });
    const plain = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' || typeof value === 'boolean' ? value : undefined,
    ]);
    return { values: Object.fromEntries(plain), positionals };
  } catch (error) {
    const words = error instanceof Error ? error.message.split('. To specify')[0] : String(error);
    throw new PerchError('invalid', {
      en: `${words}.\n\n${usage}`,
      de: `${words}.\n\n${usage}`,
      uk: `${words}.\n\n${usage}`,
    });
  }
}

export function text(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
