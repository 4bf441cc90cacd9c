/** Commands about conversations as things: their list, their branches, what waits in them, windows of their list. */
import type { ActionServices } from '../../tools/action.ts';
import type { Agent } from '../agent/agent.ts';
import type { QueueService } from '../conversations/queue-service.ts';
import type { Command } from '../protocol/commands.ts';
import type { Connection } from './connection.ts';

type Own = Exclude<
  Command,
  { type: 'conversation-open' | 'message-send' | 'turn-stop' | 'action-run' | 'approval-answer' }
>;

export function createConversationCommands(dependencies: {
  services: ActionServices;
  agent: Agent;
  queue: QueueService;
}): (connection: Connection, command: Own) => Promise<void> {
  const { services, agent, queue } = dependencies;
  const { conversations } = services;

  return async (connection, command) => {
    const { userId } = connection;
    const { requestId } = command;
    if (command.type === 'conversation-list') {
      const { query } = command;
      const found = await conversations.list({ userId, query });
      connection.send({ type: 'conversations', requestId, query, conversations: found });
      return;
    }
    const place = { userId, conversationId: command.conversationId };
    switch (command.type) {
      case 'conversation-rename':
        await conversations.rename({ ...place, title: command.title });
        break;
      case 'conversation-delete': {
        const turn = await conversations.runningTurn({ ...place, after: 0 });
        if (turn !== null) await agent.stop({ userId, turnId: turn.turnId });
        await conversations.delete(place);
        break;
      }
      case 'branch-show':
        await conversations.showBranch({ ...place, messageId: command.messageId });
        break;
      case 'queue-change':
        await queue.change({ ...place, messageId: command.messageId, text: command.text });
        break;
      case 'queue-run':
        await agent.hurry({ ...place, messageId: command.messageId });
        break;
      case 'matches-read': {
        const { filter, revision, showUnclear } = await services.filters.get(place);
        const { offset, limit } = command;
        const { matches } = await services.matches.list({ userId, filter, showUnclear, offset, limit });
        connection.send({ type: 'matches-read', requestId, revision, offset, matches });
        break;
      }
      case 'matches-count': {
        const { total, revision } = await services.matches.counts(place);
        connection.send({ type: 'matches-count', requestId, revision, total });
        break;
      }
    }
  };
}
