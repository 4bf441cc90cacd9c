/**
 * The prompts, from `prompts.yaml`: checked at the start, read again when the file has changed. A bad edit keeps the
 * last good version and says so in the log.
 */
import { readFileSync, statSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { PerchError } from '../kernel/errors.ts';
import type { Logger } from '../kernel/logger.ts';

const VARIABLE = /\{\{\s*([a-z_]+)\s*\}\}/g;

const promptSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z-]*$/),
    version: z.string().min(1),
    /** Names that `text` uses as {{name}}; exactly these. */
    variables: z.array(z.string().regex(/^[a-z_]+$/)),
    text: z.string().trim().min(1).max(20_000),
  })
  .check((context) => {
    const used = new Set([...context.value.text.matchAll(VARIABLE)].map((match) => match[1] ?? ''));
    const declared = new Set(context.value.variables);
    for (const name of used)
      if (!declared.has(name))
        context.issues.push({ code: 'custom', input: name, message: `{{${name}}} is used but not declared` });
    for (const name of declared)
      if (!used.has(name))
        context.issues.push({ code: 'custom', input: name, message: `${name} is declared but not used` });
  });

const fileSchema = z
  .strictObject({ prompts: z.array(promptSchema).min(1) })
  .refine(
    (file) => new Set(file.prompts.map((prompt) => prompt.id)).size === file.prompts.length,
    'two prompts have the same id',
  );

export interface Prompt {
  id: string;
  version: string;
  text: string;
}

export interface Prompts {
  /** The prompt with its variables filled in. Throws PerchError not_found for an unknown id, invalid for a missing variable. */
  get(id: string, variables?: Record<string, string>): Prompt;
}

/** Loads the file; throws PerchError invalid when it is wrong at the start. */
export function createPrompts({
  path,
  logger,
}: {
  path: string | URL;
  logger: Pick<Logger, 'warn' | 'info'>;
}): Prompts {
  let read = load(path);
  let stamp = stampOf(path);
  return {
    get(id, variables = {}) {
      const now = stampOf(path);
      if (now !== stamp) {
        stamp = now;
        try {
          read = load(path);
          logger.info('prompts.yaml was read again');
        } catch (error) {
          logger.warn(
            { reason: error instanceof Error ? error.message : String(error) },
            'prompts.yaml is wrong after an edit; the last good version stays in use',
          );
        }
      }
      const prompt = read.get(id);
      if (prompt === undefined) throw problem('not_found', `There is no prompt "${id}" in prompts.yaml.`);
      const text = prompt.text.replace(VARIABLE, (_, name: string) => {
        const value = variables[name];
        if (value === undefined) throw problem('invalid', `The prompt "${id}" needs {{${name}}}.`);
        return value;
      });
      return { id, version: prompt.version, text };
    },
  };
}

type PromptFile = ReadonlyMap<string, z.infer<typeof promptSchema>>;

function load(path: string | URL): PromptFile {
  let content: unknown;
  try {
    content = parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw problem('invalid', `prompts.yaml cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const file = fileSchema.safeParse(content);
  if (!file.success) throw problem('invalid', `prompts.yaml is wrong:\n${z.prettifyError(file.error)}`);
  return new Map(file.data.prompts.map((prompt) => [prompt.id, prompt]));
}

/** Changes whenever the file does; "gone" while an editor swaps it. */
function stampOf(path: string | URL): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? 'gone' : `${stat.mtimeMs}-${stat.size}-${stat.ino}`;
}

/** For whoever runs Perch, who edits the file: the detail is in English in every language. */
function problem(code: 'invalid' | 'not_found', detail: string): PerchError {
  return new PerchError(code, {
    en: detail,
    de: `Fehler in den Prompts: ${detail}`,
    uk: `Помилка в промптах: ${detail}`,
  });
}
