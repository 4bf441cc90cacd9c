/** Who answers a turn: the built-in assistant or the configured language model: instant turns need no model. */
import type { LanguageModel } from 'ai';
import type { Localized } from '../kernel/text.ts';
import type { Context } from '../language/meaning.ts';
import { understand } from '../language/understand.ts';

export interface ChosenAssistant {
  name: string;
  model: LanguageModel;
  instructions: string;
  promptVersion: string | null;
  /** Who answers when this one fails before it did or said anything. */
  fallback: ChosenAssistant | null;
}

export interface Assistants {
  mode: 'auto' | 'model' | 'builtin';
  builtin: ChosenAssistant;
  /** The model with its current prompt, null when none is configured. */
  model(): ChosenAssistant | null;
  /** What a person reads when the model failed. */
  explain(error: unknown): Localized;
}

/** In `auto`, the model gets only what the built-in assistant could not account for word by word. */
export function chooseAssistant(assistants: Assistants, text: string, context: Context): ChosenAssistant {
  const model = assistants.mode === 'builtin' ? null : assistants.model();
  if (model === null) return assistants.builtin;
  if (assistants.mode === 'auto' && understand(text, context).complete) return assistants.builtin;
  return model;
}
