/** What a turn knows when it begins: the history, and one data block about the list as it stands. */
import type { ModelMessage } from 'ai';
import type { ActionServices } from '../../tools/action.ts';
import type { Message } from '../conversations/message.ts';
import type { Clock } from '../kernel/clock.ts';
import { renderDataBlock } from '../language/data-block.ts';
import type { Context, Meaning } from '../language/meaning.ts';
import { languageOf, readings, suggestions } from '../language/answers/suggestions.ts';
import { understand } from '../language/understand.ts';
import { newId } from '../kernel/ids.ts';
import type { Language } from '../kernel/text.ts';
import { toModelMessages } from './history.ts';

/** Postings the data block names; more cost tokens, and people seldom say "the thirtieth". */
const ON_SCREEN = 20;
const MOST_SUGGESTIONS = 3;

export interface PreparedTurn {
  /** For the built-in assistant. */
  messages: ModelMessage[];
  /** For a model: the same, with what the built-in assistant has understood already. */
  forModel: ModelMessage[];
  meaning: Meaning;
  /**
   * Sentences to offer after the answer, from the list as it stands then; when the built-in assistant answered, the
   * nearest readings of what it did not understand come first.
   */
  suggest(builtin: boolean): Promise<string[]>;
}

export async function prepareTurn(options: {
  request: { userId: string; conversationId: string; text: string; language?: Language | undefined };
  services: ActionServices;
  /** Actions whose answers a model may hear only with the person's consent. */
  tellsOfCv(action: string): boolean;
  clock: Clock;
}): Promise<PreparedTurn> {
  const { request, services, tellsOfCv, clock } = options;
  const place = { userId: request.userId, conversationId: request.conversationId };
  const read = async (): Promise<{
    context: Context;
    counts: { total: number; unclear: number; hidden: number };
    revision: number;
  }> => {
    const state = await services.filters.get(place);
    const page = await services.matches.page(place);
    const { total, unclear, hidden } = await services.matches.counts(place);
    const onScreen = page.matches
      .slice(0, ON_SCREEN)
      .map(({ id, title, company }, index) => ({ n: index + 1, id, title, company }));
    return {
      context: { filter: state.filter, today: clock().toISOString().slice(0, 10), onScreen },
      counts: { total, unclear, hidden },
      revision: state.revision,
    };
  };

  const now = await read();
  const { homeCountry, language: preferred } = await services.preferences.read(request.userId);
  const pageLanguage = request.language ?? preferred ?? 'en';
  const earlier = (await services.conversations.messages(place)).slice(0, -1);
  const mayReadCv = await services.models.mayReadCv(request.userId);
  const history = toModelMessages(earlier);
  const heard = toModelMessages(earlier, (action) => !mayReadCv && tellsOfCv(action));
  const spokenOf = spokenOfIn(earlier);
  const meaning = understand(request.text, { ...now.context, spokenOf });
  const data = {
    ...now.context,
    onScreen: [...now.context.onScreen],
    spokenOf,
    revision: now.revision,
    counts: now.counts,
    language: pageLanguage,
  };
  const withBlock = (before: readonly ModelMessage[], block: string): ModelMessage[] => [
    ...before,
    { role: 'user', content: `${block}\n${request.text}` },
  ];
  const { calls, rest, asides, talk } = meaning;
  return {
    messages: withBlock(history, renderDataBlock(data, newId())),
    forModel: withBlock(
      heard,
      renderDataBlock(
        {
          ...data,
          homeCountry: homeCountry ?? undefined,
          understood: { calls: calls.slice(0, 10), rest: [...rest, ...asides].slice(0, 20), talk },
        },
        newId(),
      ),
    ),
    meaning,
    async suggest(builtin) {
      const after = await read();
      const language = languageOf(request.text) ?? pageLanguage;
      const next = suggestions({ filter: after.context.filter, total: after.counts.total, language });
      const nearest = builtin ? readings(request.text, now.context.filter, language) : [];
      return [...nearest, ...next].slice(0, MOST_SUGGESTIONS);
    },
  };
}

/** The one posting that the last answer opened or explained. */
function spokenOfIn(earlier: readonly Message[]): string | undefined {
  const parts = earlier.findLast(({ role }) => role === 'assistant')?.parts ?? [];
  const ids = parts.flatMap((part) =>
    part.type === 'action' && part.outcome?.view?.kind === 'posting' ? [part.outcome.view.postingId] : [],
  );
  return new Set(ids).size === 1 ? ids[0] : undefined;
}
