/**
 * What the model is told about earlier turns: what was said, and one line for each action. Tool calls of earlier
 * turns are not replayed: they cost tokens, and a half-done one would break the next request.
 */
import type { ModelMessage } from 'ai';
import type { Message, Part } from '../conversations/message.ts';

/** Turns a model hears; older ones are in the filter, which the data block states in full. */
const MESSAGES_HEARD = 24;

/** An answer with an action that `isPrivate` is left out, word for word: whoever hears the rest must not hear it. */
export function toModelMessages(
  messages: readonly Message[],
  isPrivate: (action: string) => boolean = () => false,
): ModelMessage[] {
  return messages.slice(-MESSAGES_HEARD).flatMap((message): ModelMessage[] => {
    if (message.parts.some((part) => part.type === 'action' && isPrivate(part.action)))
      return [{ role: message.role, content: UNHEARD }];
    const text = message.parts.map(partText).filter(Boolean).join('\n');
    return text === '' ? [] : [{ role: message.role, content: text }];
  });
}

const UNHEARD = '[an answer about the CV, which this model may not read]';

function partText(part: Part): string {
  switch (part.type) {
    case 'text':
      return part.text;
    case 'action':
      return `[${part.action}: ${part.outcome?.line.en ?? part.error?.en ?? part.state}]`;
    case 'notice':
      return `[${part.text.en}]`;
    case 'suggestions':
    case 'cost':
      return '';
  }
}
