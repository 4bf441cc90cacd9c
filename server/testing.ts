/** A whole Perch for a test: real store, sample postings, built-in assistant, no network. */
import type { ActionContext } from '../tools/action.ts';
import { composePerch, type Perch, type Replaceable } from './compose.ts';
import { loadConfig } from './kernel/config.ts';
import { createLogger } from './kernel/logger.ts';
import { newId } from './kernel/ids.ts';
import { openTestPlace } from './store/testing.ts';

export interface TestPerch {
  perch: Perch;
  /** The context of a person's click in a fresh conversation. */
  freshContext(): Promise<ActionContext>;
  /** Somebody else, who exists. */
  strangerId: string;
  close(): Promise<void>;
}

/** `environment` goes over the usual of tests: no network, the built-in assistant. */
export async function openTestPerch(
  replace: Replaceable = {},
  environment: Record<string, string> = {},
): Promise<TestPerch> {
  const place = await openTestPlace();
  const config = loadConfig({ PERCH_FETCH: 'off', ASSISTANT: 'builtin', ...environment }, place.config);
  const perch = await composePerch(config, createLogger({ level: 'fatal' }), replace);
  await perch.services.ingest.ensureSamples();
  const strangerId = newId();
  await perch.store.asSystem('sign-in', async (unit) => {
    await unit.run('insert into app_user (id, name, created_at) values ($1, $2, now())', [strangerId, 'Somebody']);
  });
  return {
    perch,
    strangerId,
    async freshContext() {
      const userId = perch.ownerId;
      const { id: conversationId } = await perch.services.conversations.open({ userId, fresh: true });
      return {
        userId,
        conversationId,
        revision: 0,
        by: 'person',
        tainted: false,
        signal: AbortSignal.timeout(20_000),
        progress: () => undefined,
      };
    },
    async close() {
      await perch.close();
      await place.dispose();
    },
  };
}
