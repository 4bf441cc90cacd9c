/**
 * What the assistant wanted to do and a person has to allow: it waits in the saved answer, for as long as it takes, and
 * one click does it or lets it be. What is done is what was shown: the input comes from the store, not from the page.
 */
import type { ActionServices, Result } from '../../tools/action.ts';
import type { Registry } from '../../tools/registry.ts';
import { STOPPED_BEFORE_DONE } from '../conversations/conversation.ts';
import type { ActionPart } from '../conversations/message.ts';
import type { Clock } from '../kernel/clock.ts';
import { PerchError, toLocalized } from '../kernel/errors.ts';
import type { Localized } from '../kernel/text.ts';

export interface ApprovalAnswer {
  userId: string;
  conversationId: string;
  messageId: string;
  callId: string;
  approves: boolean;
  /** Ends an action that takes too long. */
  signal: AbortSignal;
}

/**
 * Takes the person's answer; resolves to the action and what it did, null when they said no. Throws conflict for what
 * waits for no answer (any more), and what the action throws.
 */
export async function answerApproval(
  { userId, conversationId, messageId, callId, approves, signal }: ApprovalAnswer,
  { services, registry, clock }: { services: ActionServices; registry: Registry; clock: Clock },
): Promise<{ action: string; result: Result } | null> {
  const { conversations, filters } = services;
  const call = { userId, conversationId, messageId, callId };
  const waits = (next: (part: ActionPart) => ActionPart) => (part: ActionPart) =>
    part.state === 'waiting' ? next(part) : null;
  if (!approves) {
    const denied = await conversations.changeCall({
      ...call,
      kept: waits((part) => ({ ...part, state: 'denied', error: denial(registry.find(part.action)?.title) })),
    });
    if (denied === null) throw noQuestion();
    return null;
  }

  const startedAt = clock();
  const asked = await conversations.changeCall({
    ...call,
    // Pages see it run; should the process die now, the store says what then is true.
    kept: waits((part) => ({ ...part, state: 'failed', error: STOPPED_BEFORE_DONE })),
    told: (part) => ({ ...part, state: 'running', error: null, startedAt: startedAt.toISOString() }),
  });
  if (asked === null) throw noQuestion();
  const { action, input } = asked;
  const end = async (change: Partial<ActionPart>): Promise<void> => {
    const elapsedMs = clock().getTime() - startedAt.getTime();
    await conversations.changeCall({ ...call, kept: (part) => ({ ...part, elapsedMs, ...change }) });
  };
  try {
    const { revision } = await filters.get({ userId, conversationId });
    const by = { by: 'person' as const, tainted: false, progress: () => undefined };
    const result = await registry.run(action, input, { userId, conversationId, revision, signal, ...by });
    await end({ state: 'done', outcome: result.outcome, error: null });
    return { action, result };
  } catch (error) {
    await end({ state: 'failed', error: toLocalized(error) });
    throw error;
  }
}

function denial(title: Localized = { en: 'This', de: 'Dies', uk: 'Це' }): Localized {
  return {
    en: `${title.en}: not done, you said no.`,
    de: `${title.de}: nicht ausgeführt, Sie haben abgelehnt.`,
    uk: `${title.uk}: не виконано, ви відмовили.`,
  };
}

function noQuestion(): PerchError {
  return new PerchError('conflict', {
    en: 'This waits for no answer any more. What became of it is in the conversation.',
    de: 'Hier ist keine Antwort mehr offen. Was daraus wurde, steht in der Unterhaltung.',
    uk: 'Тут відповідь уже не потрібна. Що з цього вийшло, видно в розмові.',
  });
}
