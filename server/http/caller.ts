/** Who calls, and about which conversation: from the session, never from an input. */
import type { Request } from 'express';
import { z } from 'zod';
import type { ActionContext } from '../../tools/action.ts';
import type { ConversationService } from '../conversations/conversation-service.ts';
import { PerchError } from '../kernel/errors.ts';
import type { FilterService } from '../matching/filter-service.ts';

/** A caller gives up after a minute; nothing here takes longer. */
const CALL_MS = 60_000;

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

/** The context of an action called over HTTP: `?conversation=` or the person's last conversation. */
export async function contextOf(
  request: Request,
  services: { conversations: ConversationService; filters: FilterService },
): Promise<ActionContext> {
  const userId = callerOf(request);
  const wanted = z.uuid().optional().safeParse(request.query['conversation']);
  if (!wanted.success) {
    throw new PerchError('invalid', {
      en: 'conversation is not an id.',
      de: 'conversation ist keine Kennung.',
      uk: 'conversation не є ідентифікатором.',
    });
  }
  const conversation = await services.conversations.open({ userId, conversationId: wanted.data });
  const { revision } = await services.filters.get({ userId, conversationId: conversation.id });
  return {
    userId,
    conversationId: conversation.id,
    revision,
    by: 'person',
    tainted: false,
    signal: AbortSignal.timeout(CALL_MS),
    progress: () => undefined,
  };
}
