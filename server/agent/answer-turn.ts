/**
 * Answers one turn: the model first where it is asked, the built-in assistant where the model fails, goes round in
 * circles or only talks about what it was told to do. So a model is never worse than none.
 */
import type { Chunk } from '../conversations/message.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Localized } from '../kernel/text.ts';
import type { Meaning } from '../language/meaning.ts';
import type { Assistants, ChosenAssistant } from './assistants.ts';
import { runModelLoop } from './model-loop.ts';
import type { PreparedTurn } from './prepare-turn.ts';
import type { TurnCost } from './turn-cost.ts';
import type { TurnTools } from './turn-tools.ts';

/** Resolves to who answered. Rejects when the turn was stopped, or the model failed after it had done something. */
export async function answerTurn(turn: {
  userId: string;
  assistants: Assistants;
  prepared: PreparedTurn;
  tools: TurnTools;
  cost: TurnCost;
  signal: AbortSignal;
  logger: Logger;
  now(): Date;
  push(chunk: Chunk): void;
}): Promise<ChosenAssistant> {
  const { assistants, prepared, tools, signal, push } = turn;
  let spoke = false;
  const run = async (who: ChosenAssistant, isModel: boolean): Promise<void> =>
    await runModelLoop({
      who,
      messages: isModel ? prepared.forModel : prepared.messages,
      tools: isModel ? tools.forModel : tools.forBuiltin,
      isModel,
      signal,
      now: turn.now,
      push(chunk) {
        spoke ||= chunk.type === 'text-delta' && chunk.delta.trim() !== '';
        push(chunk);
      },
    });

  try {
    const model = await assistants.model({ userId: turn.userId, meaning: prepared.meaning, cost: turn.cost });
    if (model !== null) {
      await run(model, true);
      const looked = spoke && tools.succeeded() > 0 && prepared.meaning.change === null;
      if (tools.hasActed() && !spoke) push({ type: 'notice', text: WITHOUT_WORDS });
      if (tools.hasActed() || tools.hasAsked() || looked || (spoke && !wasAnOrder(prepared.meaning))) return model;
      push({ type: 'notice', text: spoke ? ONLY_TALKED : SAID_NOTHING });
    }
  } catch (error) {
    if (signal.aborted || tools.hasActed() || tools.hasAsked()) throw error;
    turn.logger.warn({ error }, 'the language model failed; the built-in assistant answers');
    push({ type: 'notice', text: assistants.explain(error) });
  }
  await run(assistants.builtin, false);
  return assistants.builtin;
}

/** The built-in assistant is sure that something was to be done: stories and questions are left to the model. */
function wasAnOrder({ calls, complete, talk, asides }: Meaning): boolean {
  return calls.length > 0 && (complete || (talk === null && asides.length === 0));
}

const ONLY_TALKED: Localized = {
  en: 'The language model changed nothing, so the built-in assistant does what it understood.',
  de: 'Das Sprachmodell hat nichts geändert; deshalb führt der eingebaute Assistent aus, was er verstanden hat.',
  uk: 'Мовна модель нічого не змінила, тож вбудований помічник виконує те, що зрозумів.',
};
const SAID_NOTHING: Localized = {
  en: 'The language model gave no answer, so the built-in assistant answers.',
  de: 'Das Sprachmodell hat keine Antwort gegeben; deshalb antwortet der eingebaute Assistent.',
  uk: 'Мовна модель не дала відповіді, тож відповідає вбудований помічник.',
};
const WITHOUT_WORDS: Localized = {
  en: 'That is done. The language model added no words of its own.',
  de: 'Das ist erledigt. Das Sprachmodell hat nichts weiter dazu gesagt.',
  uk: 'Готово. Мовна модель нічого не додала.',
};
