/** Adds one posting that a person found elsewhere: by its address, or by its text. */
import { PerchError, toLocalized } from '../../kernel/errors.ts';
import type { Events } from '../../kernel/events.ts';
import type { HttpClient } from '../../kernel/http-client.ts';
import { HttpFailure } from '../../kernel/http-client-failure.ts';
import type { Embedder } from '../../llm/embedder.ts';
import type { Store } from '../../store/store.ts';
import type { PostingEvents } from '../ingest-service.ts';
import type { SourcePosting } from '../job-posting.ts';
import { hasRealPosting, postingId } from '../posting-repository.ts';
import { createStreamWriter } from '../write-stream.ts';
import { pagePosting } from './page-posting.ts';
import { textPosting } from './text-posting.ts';

export type AddingService = {
  /**
   * Reads the page or the text as a posting and keeps it; `isNew` is false when it was there. Throws PerchError: invalid
   * when no posting can be read, or the reason why the page could not be had, and what to do instead.
   */
  add: (
    given: { url: string; text?: undefined } | { text: string; url?: string | undefined },
    options: { signal: AbortSignal },
  ) => Promise<{ id: string; isNew: boolean }>;
};

const TIMEOUT_MS = 15_000;
const MOST_BYTES = 6_000_000;

export function createAddingService(dependencies: {
  store: Store;
  http: HttpClient;
  embedder: Embedder;
  clock: () => Date;
  events: Pick<Events<PostingEvents>, 'emit'>;
}): AddingService {
  const { store, http, embedder, clock, events } = dependencies;

  const fetchPage = async (url: string, signal: AbortSignal): Promise<SourcePosting> => {
    const answer = await http
      .send({ url, signal, timeoutMs: TIMEOUT_MS, maxBytes: MOST_BYTES, headers: { accept: 'text/html,*/*;q=0.5' } })
      .catch((error: unknown) => {
        throw error instanceof HttpFailure ? notReached(error) : error;
      });
    return pagePosting(answer.text, answer.url) ?? refuse('page');
  };

  return {
    async add(given, { signal }) {
      const posting =
        given.text === undefined
          ? await fetchPage(given.url, signal)
          : (textPosting(given.text, given.url ?? null) ?? refuse('text'));
      const hadSamples = !(await store.asSystem('sources', hasRealPosting));
      const writer = createStreamWriter({ store, clock, embedder });
      await writer.take(posting);
      await writer.finish();
      const { added, updated } = writer.counts;
      if (added + updated > 0) events.emit('postings-changed', { added, samplesEnded: hadSamples });
      return { id: postingId(posting), isNew: added > 0 };
    },
  };
}

function notReached(failure: HttpFailure): PerchError {
  const why = toLocalized(failure);
  const bare = (words: string): string => words.replace(/\.$/u, '');
  return new PerchError('invalid', {
    en: `The page could not be read. ${bare(why.en)}. Open it yourself, copy the text of the posting and paste it here.`,
    de: `Die Seite war nicht lesbar. ${bare(why.de)}. Öffnen Sie sie selbst, kopieren Sie den Text der Anzeige und fügen Sie ihn hier ein.`,
    uk: `Сторінку не вдалося прочитати. ${bare(why.uk)}. Відкрийте її самі, скопіюйте текст вакансії та вставте сюди.`,
  });
}

function refuse(what: 'page' | 'text'): never {
  throw new PerchError(
    'invalid',
    what === 'page'
      ? {
          en: 'There is no posting on this page that can be read without running its scripts. Copy the text of the posting and paste it here.',
          de: 'Auf dieser Seite steht keine Anzeige, die sich ohne ihre Skripte lesen lässt. Kopieren Sie den Text der Anzeige und fügen Sie ihn hier ein.',
          uk: 'На цій сторінці немає вакансії, яку можна прочитати без її скриптів. Скопіюйте текст вакансії та вставте сюди.',
        }
      : {
          en: 'This is too little for a posting. Paste its title on the first line and its text below.',
          de: 'Das ist zu wenig für eine Anzeige. Fügen Sie den Titel in der ersten Zeile und darunter den Text ein.',
          uk: 'Цього замало для вакансії. Вставте назву в першому рядку, а текст нижче.',
        },
  );
}
