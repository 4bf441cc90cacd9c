/** One question to a model and its whole answer as text, without tools: what reading and rating are made of. */
import { generateText } from 'ai';
import { PerchError } from '../kernel/errors.ts';
import { readModelError } from './model-errors.ts';
import type { Model } from './models.ts';

/** Throws PerchError unavailable, in words for people, when the model fails; what `signal` says when it was stopped. */
export async function askModel(options: {
  model: Model;
  instructions: string;
  question: string;
  maxOutputTokens: number;
  signal: AbortSignal;
}): Promise<string> {
  const { model, instructions, question, maxOutputTokens, signal } = options;
  try {
    const { text } = await generateText({
      model,
      instructions,
      prompt: question,
      maxOutputTokens,
      // The guarded model tries again itself.
      maxRetries: 0,
      abortSignal: signal,
    });
    return text;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof PerchError) throw error;
    throw new PerchError('unavailable', readModelError(error).text, { cause: error });
  }
}
