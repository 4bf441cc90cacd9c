/** Which events are told to the pages of one conversation only. */
import type { ServerEvent } from '../../server/protocol/index.ts';

/** Is it about the conversation on screen, so that it is worth nothing while another is being opened? */
export function isAboutConversation({ type }: ServerEvent): boolean {
  return ABOUT_CONVERSATION.has(type);
}

const ABOUT_CONVERSATION: ReadonlySet<ServerEvent['type']> = new Set([
  'conversation-snapshot',
  'messages-changed',
  'queue-changed',
  'message-added',
  'turn-start',
  'message-chunk',
  'turn-end',
  'filter-changed',
  'matches-changed',
  'counts-changed',
]);
