/** Tries a model: does it answer, and can it call a tool? What a person reads after "Test the model". */
import { generateText, tool } from 'ai';
import { z } from 'zod';
import type { Localized } from '../kernel/text.ts';
import { readModelError } from './model-errors.ts';
import type { Model } from './models.ts';
import { PerchError } from '../kernel/errors.ts';

export interface ModelTrial {
  answers: boolean;
  callsTools: boolean;
  text: Localized;
}

/** Never rejects: what fails is the result. */
export async function tryModel(model: Model, signal: AbortSignal): Promise<ModelTrial> {
  const ask = { model, abortSignal: signal, maxRetries: 0, maxOutputTokens: 2000 };
  try {
    const { toolCalls } = await generateText({
      ...ask,
      prompt: 'Call the tool set_color with the color blue.',
      tools: { set_color: tool({ description: 'Sets the color.', inputSchema: z.object({ color: z.string() }) }) },
    });
    const called = toolCalls.some(({ toolName, invalid }) => toolName === 'set_color' && invalid !== true);
    return { answers: true, callsTools: called, text: called ? WORKS : NO_TOOLS };
  } catch (error) {
    const text = error instanceof PerchError ? error.text : readModelError(error).text;
    return { answers: false, callsTools: false, text };
  }
}

const WORKS: Localized = {
  en: 'The model answers and can use Perch’s tools.',
  de: 'Das Modell antwortet und kann die Werkzeuge von Perch benutzen.',
  uk: 'Модель відповідає й уміє користуватися інструментами Perch.',
};
const NO_TOOLS: Localized = {
  en: 'The model answers, but did not call a tool when asked to. Perch will read tool calls that it prints as text; a model made for tools works better.',
  de: 'Das Modell antwortet, hat aber trotz Aufforderung kein Werkzeug aufgerufen. Perch liest Aufrufe auch aus seinem Text; ein Modell, das für Werkzeuge gemacht ist, arbeitet besser.',
  uk: 'Модель відповідає, але не викликала інструмент на прохання. Perch прочитає виклики й у її тексті; модель, навчена працювати з інструментами, впорається краще.',
};
