/** What elements may order of the server beside the methods of the store. */
import type { Command } from '../../server/protocol/index.ts';

type Sent<Type extends Command['type']> = Omit<Extract<Command, { type: Type }>, 'requestId'>;

/** The store adds the conversation on screen and a number for the answer. */
export type Ordered =
  | Sent<'conversation-list'>
  | Sent<'conversation-rename'>
  | Sent<'conversation-delete'>
  | Omit<Sent<'branch-show'>, 'conversationId'>
  | Omit<Sent<'queue-change'>, 'conversationId'>
  | Omit<Sent<'queue-run'>, 'conversationId'>
  | Omit<Sent<'approval-answer'>, 'conversationId'>
  | Omit<Sent<'matches-read'>, 'conversationId'>;
