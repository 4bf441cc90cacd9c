/** GET /api/conversations/:id/markdown: the conversation as a file to keep. */
import { Router } from 'express';
import { z } from 'zod';
import type { ConversationService } from '../conversations/conversation-service.ts';
import { noConversation } from '../conversations/conversation-service.ts';
import { toMarkdown } from '../conversations/to-markdown.ts';
import { LANGUAGES } from '../kernel/text.ts';
import { callerOf } from './caller.ts';
import { parseOrRefuse } from './errors.ts';

export const markdownQuery = z.strictObject({ language: z.enum(LANGUAGES).default('en') });

export function conversationRoutes(conversations: ConversationService): Router {
  const router = Router();
  router.get('/api/conversations/:id/markdown', async (request, response) => {
    const { language } = parseOrRefuse(markdownQuery, request.query);
    const conversationId = z.uuid().safeParse(request.params.id);
    if (!conversationId.success) throw noConversation();
    const place = { userId: callerOf(request), conversationId: conversationId.data };
    const { title } = await conversations.open(place);
    const messages = await conversations.messages(place);
    response.setHeader('content-type', 'text/markdown; charset=utf-8');
    const day = messages.at(-1)?.createdAt.slice(0, 10) ?? 'empty';
    response.setHeader('content-disposition', `attachment; filename="perch-conversation-${day}.md"`);
    response.send(toMarkdown(title, messages, language));
  });
  return router;
}
