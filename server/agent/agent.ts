/**
 * One turn: message saved → history and data block → model ⇄ actions → frames stored and sent → answer saved.
 * The server owns the run: a closed socket aborts nothing, any page may watch it or stop it.
 */
import type { ActionContext, ActionServices } from '../../tools/action.ts';
import type { Registry } from '../../tools/registry.ts';
import type { ConversationEvents } from '../conversations/conversation.ts';
import type { TurnState } from '../conversations/message.ts';
import type { QueueService } from '../conversations/queue-service.ts';
import type { BegunTurn, TurnService } from '../conversations/turn-service.ts';
import { stillRunning } from '../conversations/conversation-service.ts';
import type { Clock } from '../kernel/clock.ts';
import { PerchError, toLocalized } from '../kernel/errors.ts';
import type { Events } from '../kernel/events.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Language } from '../kernel/text.ts';
import { createFrameWriter } from './frame-writer.ts';
import { prepareTurn } from './prepare-turn.ts';
import { answerTurn } from './answer-turn.ts';
import type { Assistants } from './assistants.ts';
import { createTurnCost } from './turn-cost.ts';
import { type CalledTool, createTurnTools } from './turn-tools.ts';

export interface TurnRequest {
  userId: string;
  conversationId: string;
  /** Made by the page, so that a resend is recognised. */
  messageId: string;
  text: string;
  /** The revision on screen when it was said. */
  revision: number;
  /** The message that this one is another version of; what the conversation changed since is taken back first. */
  replaces?: string | undefined;
  /** Of the page it was said on; without it the person's preference, else English. */
  language?: Language | undefined;
}

export interface TurnOutcome {
  state: TurnState;
  called: CalledTool[];
  text: string;
}

export interface Agent {
  /** Saves the message and begins its turn; resolves as soon as it runs. `done` resolves when it has ended. */
  send(request: TurnRequest): Promise<BegunTurn & { done: Promise<TurnOutcome> }>;
  /** As `send`, but while an answer runs the message waits and begins by itself afterwards. */
  say(request: TurnRequest): Promise<void>;
  /** Begins a waiting message now: what runs is stopped first. */
  hurry(options: { userId: string; conversationId: string; messageId: string }): Promise<void>;
  /** Stops a turn, also one that another process runs. Resolves to false when it does not run any more. */
  stop(options: { userId: string; turnId: string }): Promise<boolean>;
  /** Marks turns of dead processes as interrupted; run at every start and again a little later. */
  recover(): Promise<number>;
  /** Interrupts what runs and waits until it is saved. */
  close(): Promise<void>;
}

interface Running {
  stop: AbortController;
  done: Promise<TurnOutcome>;
}

/** The reason a turn is aborted with tells how it is saved. */
const STOPPED = new PerchError('conflict', { en: 'Stopped.', de: 'Angehalten.', uk: 'Зупинено.' });
const INTERRUPTED = new PerchError('unavailable', {
  en: 'Perch was shut down while answering.',
  de: 'Perch wurde während der Antwort beendet.',
  uk: 'Perch завершив роботу під час відповіді.',
});

export function createAgent(dependencies: {
  turns: TurnService;
  queue: QueueService;
  services: ActionServices;
  registry: Registry;
  assistants: Assistants;
  events: Events<ConversationEvents>;
  clock: Clock;
  logger: Logger;
}): Agent {
  const { turns, queue, services, registry, assistants, events, clock, logger } = dependencies;
  const running = new Map<string, Running>();
  let closing = false;

  async function runTurn(request: TurnRequest, turn: BegunTurn, stop: AbortController): Promise<TurnOutcome> {
    const { userId, conversationId } = request;
    const place = { userId, conversationId, turnId: turn.turnId };
    const writer = createFrameWriter({
      store: async (frames) => await turns.append({ userId, turnId: turn.turnId, frames }),
      send: (frame) => events.emit('message-chunk', { ...place, n: frame.n, chunks: frame.chunks }),
      stopRequested: () => stop.abort(STOPPED),
      failed: (error) => {
        logger.error({ error, turnId: turn.turnId }, 'a frame could not be stored');
        stop.abort(INTERRUPTED);
      },
    });
    const context: Omit<ActionContext, 'progress' | 'signal' | 'tainted'> = {
      userId,
      conversationId,
      revision: request.revision,
      by: 'assistant',
    };
    const tools = createTurnTools({
      registry,
      context,
      signal: stop.signal,
      mayReadCv: async () =>
        (await services.cvs.show(userId)).active === null || (await services.models.mayReadCv(userId)),
      clock,
      logger,
      push: writer.push,
    });
    let state: TurnState = 'ended';
    let failure: string | null = null;
    let assistant = assistants.builtin;
    const cost = createTurnCost();
    try {
      const prepared = await prepareTurn({
        request,
        services,
        tellsOfCv: (action) => registry.find(action)?.tellsOfCv === true,
        clock,
      });
      const { push } = writer;
      const { signal } = stop;
      const turnOf = { userId, assistants, prepared, tools, cost, signal, logger, now: clock, push };
      assistant = await answerTurn(turnOf);
      const suggestions = await prepared.suggest(assistant === assistants.builtin);
      if (suggestions.length > 0) writer.push({ type: 'suggestions', sentences: suggestions });
    } catch (error) {
      state =
        stop.signal.reason === STOPPED ? 'stopped' : stop.signal.reason === INTERRUPTED ? 'interrupted' : 'failed';
      failure = toLocalized(error).en;
      if (state === 'failed') {
        logger.warn({ error, turnId: turn.turnId }, 'a turn failed');
        writer.push({ type: 'notice', text: assistants.explain(error) });
      }
    }
    const spent = cost.total();
    if (spent !== null) writer.push({ type: 'cost', ...spent });
    await writer.close();
    const parts = writer.parts();
    await turns.end({
      ...place,
      messageId: turn.messageId,
      state,
      parts,
      error: failure,
      assistant: assistant.name,
      promptVersion: assistant.promptVersion,
    });
    const text = parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n\n');
    return { state, called: tools.called, text };
  }

  /** Takes back what the shown branch changed from a message on, so that its other version begins where it began. */
  async function goBack(place: { userId: string; conversationId: string; messageId: string }): Promise<void> {
    const { userId, conversationId } = place;
    if ((await services.conversations.runningTurn({ userId, conversationId, after: 0 })) !== null) throw stillRunning();
    for (const changeId of await services.conversations.undoableSince(place)) {
      const undone = await services.changes.undo({ userId, conversationId, changeId });
      if (undone !== null) await services.conversations.markUndone({ userId, conversationId, undoId: changeId });
    }
  }

  /** Begins what waits. After a stop only what the person put first: who stops wants to look. */
  async function goOn(place: { userId: string; conversationId: string }, state: TurnState): Promise<void> {
    if (closing || state === 'interrupted') return;
    try {
      const next = await queue.next({ ...place, afterStop: state === 'stopped' });
      if (next === null) return;
      const { revision } = await services.filters.get(place);
      await agent.send({ ...place, ...next, revision });
    } catch (error) {
      logger.warn({ error }, 'a waiting message could not begin');
    }
  }

  const agent: Agent = {
    async send(request) {
      const { userId, conversationId, messageId, text, replaces } = request;
      const isEdit = replaces !== undefined && !(await turns.knows({ userId, messageId }));
      if (isEdit) await goBack({ userId, conversationId, messageId: replaces });
      const turn = await turns.begin({ userId, conversationId, messageId, text, replaces });
      const known = running.get(turn.turnId);
      if (!turn.isNew) {
        return { ...turn, done: known?.done ?? Promise.resolve({ state: 'ended', called: [], text: '' }) };
      }
      const stop = new AbortController();
      const done = runTurn(request, turn, stop)
        .catch((error: unknown): TurnOutcome => {
          // The store itself failed: the turn stays "running" there and is recovered as interrupted.
          logger.error({ error, turnId: turn.turnId }, 'a turn could not be saved');
          return { state: 'interrupted', called: [], text: '' };
        })
        .finally(() => running.delete(turn.turnId));
      running.set(turn.turnId, { stop, done });
      void done.then(async ({ state }) => await goOn({ userId, conversationId }, state));
      return { ...turn, done };
    },

    async say(request) {
      const { userId, conversationId, messageId, text } = request;
      const waits = async (): Promise<boolean> => {
        if (request.replaces !== undefined) return false;
        const added = await queue.add({ userId, conversationId, messageId, text });
        // The answer before it has ended meanwhile: whoever is first in the queue begins, in case nobody else sees to it.
        if (added.waits && added.isFree) await goOn({ userId, conversationId }, 'ended');
        return added.waits;
      };
      if (await waits()) return;
      try {
        await agent.send(request);
      } catch (error) {
        // Another message began a turn in between.
        if (!(error instanceof PerchError) || error.code !== 'conflict' || !(await waits())) throw error;
      }
    },

    async hurry({ userId, conversationId, messageId }) {
      const { waits, turnId } = await queue.hurry({ userId, conversationId, messageId });
      if (!waits) return;
      if (turnId === null) await goOn({ userId, conversationId }, 'stopped');
      else await agent.stop({ userId, turnId });
    },

    async stop({ userId, turnId }) {
      const asked = await turns.requestStop({ userId, turnId });
      if (asked) running.get(turnId)?.stop.abort(STOPPED);
      return asked;
    },

    recover: async () => await turns.recover(),

    async close() {
      closing = true;
      for (const { stop } of running.values()) stop.abort(INTERRUPTED);
      await Promise.all([...running.values()].map(async ({ done }) => await done));
    },
  };
  return agent;
}
