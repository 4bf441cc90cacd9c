/** Who calls, and about which conversation: from the session, never from an action's input. */
import type { Request } from 'express';
import { z } from 'zod';
import type { ActionContext } from '../../tools/action.ts';
import type { ConversationService } from '../conversations/conversation-service.ts';
import { PerchError } from '../kernel/errors.ts';
import type { FilterService } from '../matching/filter-service.ts';

/** A caller gives up after a minute; nothing here takes longer. */
const CALL_MS = 60_000;

/** What an address of an action takes beside its input: which conversation, without it the last one. */
export const conversationQuery = z.strictObject({ conversation: z.uuid().optional() });

/** The signed-in person. Throws PerchError unauthorized. */
export function callerOf(request: Request): string {
  const { userId } = request.session;
  if (userId === undefined) {
    throw new PerchError('unauthorized', {
      en: 'Sign in first.',
      de: 'Melden Sie sich zuerst an.',
      uk: 'Спершу увійдіть.',
    });
  }
  return userId;
}

/** The context of an action called over HTTP, in the conversation asked for or the person's last one. */
export async function contextOf(
  request: Request,
  wanted: string | undefined,
  services: { conversations: ConversationService; filters: FilterService },
): Promise<ActionContext> {
  const userId = callerOf(request);
  const { id: conversationId } = await services.conversations.open({ userId, conversationId: wanted });
  const { revision } = await services.filters.get({ userId, conversationId });
  return {
    userId,
    conversationId,
    revision,
    by: 'person',
    tainted: false,
    signal: AbortSignal.timeout(CALL_MS),
    progress: () => undefined,
  };
}
