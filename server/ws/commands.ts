/** What each Command does: thin calls into services and agent. */
import type { ActionServices, Result } from '../../tools/action.ts';
import type { Registry } from '../../tools/registry.ts';
import type { Agent } from '../agent/agent.ts';
import { answerApproval } from '../agent/approvals.ts';
import type { QueueService } from '../conversations/queue-service.ts';
import type { Clock } from '../kernel/clock.ts';
import { markedListSchema } from '../matching/marked.ts';
import { matchDetailSchema } from '../matching/match.ts';
import { searchListSchema } from '../notifications/saved-search.ts';
import type { Command } from '../protocol/commands.ts';
import type { CommandHandler, Connection } from './connection.ts';
import { createConversationCommands } from './conversation-commands.ts';

/** Longest time an action started by a click may take. */
const ACTION_MS = 120_000;

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

export function createCommandHandler(dependencies: {
  services: ActionServices;
  registry: Registry;
  agent: Agent;
  queue: QueueService;
  clock: Clock;
}): CommandHandler {
  const { services, registry, agent, queue, clock } = dependencies;
  const aboutConversations = createConversationCommands({ services, agent, queue });

  async function open(connection: Connection, command: Of<'conversation-open'>): Promise<void> {
    const { userId } = connection;
    const { conversationId, fresh } = command;
    await connection.snapshot(async () => {
      const conversation = await services.conversations.open({ userId, conversationId, fresh });
      const place = { userId, conversationId: conversation.id };
      // From here on the page hears what changes, after the snapshot: perhaps twice, never not at all.
      connection.conversationId = conversation.id;
      // The turn before the messages: one that ends in between is in both, one that begins is told of afterwards.
      const turn = await services.conversations.runningTurn({ ...place, after: 0 });
      const after = turn !== null && turn.turnId === command.turnId ? (command.lastChunk ?? 0) : 0;
      return {
        type: 'conversation-snapshot',
        requestId: command.requestId,
        conversation,
        messages: await services.conversations.messages(place),
        filter: await services.filters.get(place),
        page: await services.matches.page(place),
        counts: await services.matches.counts(place),
        sources: await services.ingest.sourceStates({ userId }),
        turn: turn === null ? null : { ...turn, frames: turn.frames.filter(({ n }) => n > after) },
        canUndo: await services.changes.canUndo(place),
        queued: await queue.list(place),
      };
    });
  }

  async function send(connection: Connection, command: Of<'message-send'>): Promise<void> {
    const { conversationId, messageId, text, revision, replaces, language } = command;
    await agent.say({ userId: connection.userId, conversationId, messageId, text, revision, replaces, language });
  }

  async function run(connection: Connection, command: Of<'action-run'>): Promise<void> {
    const { conversationId, requestId, action, input, revision } = command;
    const result = await registry.run(action, input, {
      userId: connection.userId,
      conversationId,
      revision,
      by: 'person',
      tainted: false,
      signal: AbortSignal.timeout(ACTION_MS),
      progress: () => undefined,
    });
    tellResult(connection, { requestId, action, result });
  }

  async function answer(connection: Connection, command: Of<'approval-answer'>): Promise<void> {
    const { requestId, conversationId, messageId, callId, approves } = command;
    const done = await answerApproval(
      {
        userId: connection.userId,
        conversationId,
        messageId,
        callId,
        approves,
        signal: AbortSignal.timeout(ACTION_MS),
      },
      { services, registry, clock },
    );
    if (done !== null) tellResult(connection, { requestId, ...done });
  }

  function tellResult(
    connection: Connection,
    { requestId, action, result }: { requestId: string; action: string; result: Result },
  ): void {
    const detail = matchDetailSchema.safeParse(result.data);
    const compared = matchDetailSchema.array().safeParse(result.data);
    const marked = markedListSchema.safeParse(result.data);
    const searches = searchListSchema.safeParse(result.data);
    connection.send({
      type: 'action-result',
      requestId,
      action,
      outcome: result.outcome,
      detail: detail.success ? detail.data : null,
      compared: compared.success ? compared.data : null,
      marked: marked.success ? marked.data : null,
      searches: searches.success ? searches.data : null,
    });
  }

  return async (connection, command) => {
    switch (command.type) {
      case 'conversation-open':
        await open(connection, command);
        break;
      case 'message-send':
        await send(connection, command);
        break;
      case 'turn-stop':
        await agent.stop({ userId: connection.userId, turnId: command.turnId });
        break;
      case 'action-run':
        await run(connection, command);
        break;
      case 'approval-answer':
        await answer(connection, command);
        break;
      default:
        await aboutConversations(connection, command);
    }
  };
}
