/**
 * Embeddings of a neural network on this machine, by `@huggingface/transformers`, when whoever runs Perch has installed
 * it: it is large, brings native code and fetches the model at its first use, so Perch does not depend on it.
 */
import { z } from 'zod';
import { PerchError } from '../kernel/errors.ts';
import { type SlowEmbedder, toMeaning } from './embedder.ts';

/** A string to the compiler, which need not know a package that is not there. */
const PACKAGE: string = '@huggingface/transformers';
const INSTALL = `npm install --no-save ${PACKAGE}`;

/** What we use of the package: `pipeline` gives a function from texts to a tensor, a row of numbers a text. */
type Extract = (texts: string[], options: { pooling: 'mean'; normalize: boolean }) => Promise<unknown>;
type Pipeline = (task: 'feature-extraction', model: string) => Promise<Extract>;
const packageSchema = z.object({ pipeline: z.custom<Pipeline>((value) => typeof value === 'function') });
const tensorSchema = z.custom<{ tolist(): unknown }>(
  (value) => typeof value === 'object' && value !== null && 'tolist' in value && typeof value.tolist === 'function',
);
const rowsSchema = z.array(z.array(z.number()));

/** `load` imports the package. Nothing is loaded before the first texts. */
export function createLocalEmbedder(options: { model: string; load?: () => Promise<unknown> }): SlowEmbedder {
  const { model, load = async (): Promise<unknown> => await import(PACKAGE) } = options;
  let opened: Promise<Extract> | null = null;

  async function open(): Promise<Extract> {
    const found = packageSchema.safeParse(await load().catch(() => undefined));
    if (!found.success) throw notInstalled();
    return await found.data.pipeline('feature-extraction', model);
  }

  return {
    model: `local ${model}`,
    async embedAll(texts, signal) {
      opened ??= open();
      // One that could not be opened is tried again next time: the package may be there by then.
      const extract = await opened.catch((error: unknown) => {
        opened = null;
        throw error;
      });
      signal.throwIfAborted();
      const tensor = tensorSchema.parse(await extract([...texts], { pooling: 'mean', normalize: true }));
      return rowsSchema.length(texts.length).parse(tensor.tolist()).map(toMeaning);
    },
  };
}

function notInstalled(): PerchError {
  return new PerchError('unavailable', {
    en: `The package ${PACKAGE} is not installed: run "${INSTALL}" in Perch’s folder, or set EMBEDDER=builtin.`,
    de: `Das Paket ${PACKAGE} ist nicht installiert: Führen Sie „${INSTALL}“ im Ordner von Perch aus, oder setzen Sie EMBEDDER=builtin.`,
    uk: `Пакет ${PACKAGE} не встановлено: виконайте «${INSTALL}» у теці Perch або задайте EMBEDDER=builtin.`,
  });
}
