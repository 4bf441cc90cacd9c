/** Who answers a turn: the built-in assistant, or the language model of the person where it has something to add. */
import type { LanguageModel } from 'ai';
import type { ModelService } from '../accounts/model-service.ts';
import type { Config } from '../kernel/config.ts';
import { PerchError } from '../kernel/errors.ts';
import type { Localized } from '../kernel/text.ts';
import type { Meaning } from '../language/meaning.ts';
import { mendModel } from '../llm/mended-model.ts';
import { readModelError } from '../llm/model-errors.ts';
import { OUTPUT_TOKENS } from '../llm/models.ts';
import type { Prompts } from '../llm/prompts.ts';
import type { TurnCost } from './turn-cost.ts';

export interface ChosenAssistant {
  name: string;
  model: LanguageModel;
  instructions: string;
  promptVersion: string | null;
  /** Tokens that one answer may have; null without a limit. */
  maxOutputTokens: number | null;
}

export interface Assistants {
  builtin: ChosenAssistant;
  /**
   * Whom to ask besides the built-in assistant, with the current prompt; null when that one is enough. Throws
   * PerchError when the person's model cannot be opened.
   */
  model(options: { userId: string; meaning: Meaning; cost: TurnCost }): Promise<ChosenAssistant | null>;
  /** What a person reads when the model failed. */
  explain(error: unknown): Localized;
}

export function createAssistants(dependencies: {
  mode: Config['assistant'];
  models: ModelService;
  prompts: Prompts;
  builtin: LanguageModel;
}): Assistants {
  const { mode, models, prompts, builtin } = dependencies;
  return {
    builtin: { name: 'builtin', model: builtin, instructions: '', promptVersion: null, maxOutputTokens: null },
    async model({ userId, meaning, cost }) {
      // Instant turns: in `auto` a model gets only what was not accounted for word by word.
      if (mode === 'builtin' || (mode === 'auto' && meaning.complete)) return null;
      const opened = await models.open({ userId, purpose: 'chat', spent: cost.add });
      if (opened === null) return null;
      const prompt = prompts.get('assistant');
      return {
        name: opened.name,
        model: mendModel(opened.model),
        instructions: prompt.text,
        promptVersion: `${prompt.id}@${prompt.version}`,
        maxOutputTokens: OUTPUT_TOKENS.chat,
      };
    },
    explain: (error) => (error instanceof PerchError ? error.text : readModelError(error).text),
  };
}
