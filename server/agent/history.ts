/**
 * What the model is told about earlier turns: what was said, and one line for each action. Tool calls of earlier
 * turns are not replayed: they cost tokens, and a half-done one would break the next request.
 */
import type { ModelMessage } from 'ai';
import type { Message, Part } from '../conversations/message.ts';

/** Turns a model hears; older ones are in the filter, which the data block states in full. */
const MESSAGES_HEARD = 24;

export function toModelMessages(messages: readonly Message[]): ModelMessage[] {
  return messages.slice(-MESSAGES_HEARD).flatMap((message): ModelMessage[] => {
    const text = message.parts.map(partText).filter(Boolean).join('\n');
    return text === '' ? [] : [{ role: message.role, content: text }];
  });
}

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
