/** Budgets: what a person's calls to models may cost in an hour and a day (UTC), and what they have cost. */
import type { Clock } from '../kernel/clock.ts';
import { PerchError } from '../kernel/errors.ts';
import type { Events } from '../kernel/events.ts';
import type { Localized } from '../kernel/text.ts';
import type { Meter } from '../llm/guarded-model.ts';
import type { Store, Unit } from '../store/store.ts';
import type { AccountEvents } from './account-events.ts';
import { findPreferences } from './preference-repository.ts';
import type { Limits, Usage } from './preferences.ts';
import { addUsage, sumUsage } from './usage-repository.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export interface UsageService {
  /** Asked before each call of a model, told after it. */
  meter(userId: string): Meter;
  read(userId: string): Promise<Usage>;
}

export function createUsageService(dependencies: {
  store: Store;
  clock: Clock;
  events: Events<AccountEvents>;
}): UsageService {
  const { store, clock, events } = dependencies;
  const beginOf = (length: number): Date => new Date(Math.floor(clock().getTime() / length) * length);

  async function usageIn(unit: Unit, userId: string): Promise<Usage> {
    const [hour, day] = [beginOf(HOUR_MS), beginOf(DAY_MS)];
    const sums = await sumUsage(unit, { userId, hour, day });
    const ends = (begin: Date, length: number): string => new Date(begin.getTime() + length).toISOString();
    return {
      hour: { calls: sums.hour_calls, tokens: sums.hour_tokens, resetsAt: ends(hour, HOUR_MS) },
      day: { calls: sums.day_calls, tokens: sums.day_tokens, resetsAt: ends(day, DAY_MS) },
    };
  }

  async function add(unit: Unit, userId: string, row: { calls: number; input: number; output: number }): Promise<void> {
    const { calls, input, output } = row;
    await addUsage(unit, { userId, hour: beginOf(HOUR_MS), calls, inputTokens: input, outputTokens: output });
  }

  return {
    meter: (userId) => ({
      async begin() {
        await store.asPerson(userId, async (unit) => {
          // The row of the hour first: parallel calls of one person wait for each other here.
          await add(unit, userId, { calls: 1, input: 0, output: 0 });
          const { preferences } = await findPreferences(unit, userId);
          refuseBeyond(preferences.limits, await usageIn(unit, userId));
        });
      },
      async used({ input, output }) {
        await store.asPerson(userId, async (unit) => {
          await add(unit, userId, { calls: 0, input, output });
          const usage = await usageIn(unit, userId);
          unit.afterCommit(() => events.emit('usage-changed', { userId, usage }));
        });
      },
    }),
    read: async (userId) => await store.asPerson(userId, async (unit) => await usageIn(unit, userId)),
  };
}

/** The call that is about to be made counts already; tokens are known afterwards only. */
function refuseBeyond(limits: Limits, { hour, day }: Usage): void {
  if (isOver(hour.calls, limits.callsPerHour)) throw spent('callsPerHour', limits, hour.resetsAt);
  if (isOver(day.calls, limits.callsPerDay)) throw spent('callsPerDay', limits, day.resetsAt);
  if (isOver(hour.tokens + 1, limits.tokensPerHour)) throw spent('tokensPerHour', limits, hour.resetsAt);
  if (isOver(day.tokens + 1, limits.tokensPerDay)) throw spent('tokensPerDay', limits, day.resetsAt);
}

const isOver = (value: number, limit: number | null): boolean => limit !== null && value > limit;

const WHAT: Record<keyof Limits, Localized> = {
  callsPerHour: { en: 'model calls an hour', de: 'Modellaufrufen je Stunde', uk: 'викликів моделі на годину' },
  callsPerDay: { en: 'model calls a day', de: 'Modellaufrufen je Tag', uk: 'викликів моделі на день' },
  tokensPerHour: { en: 'tokens an hour', de: 'Token je Stunde', uk: 'токенів на годину' },
  tokensPerDay: { en: 'tokens a day', de: 'Token je Tag', uk: 'токенів на день' },
};

function spent(kind: keyof Limits, limits: Limits, resetsAt: string): PerchError {
  const limit = limits[kind] ?? 0;
  const time = resetsAt.slice(11, 16);
  const number = (language: string): string => new Intl.NumberFormat(language).format(limit);
  return new PerchError('too_many', {
    en: `Your budget of ${number('en')} ${WHAT[kind].en} is used up until ${time} UTC. You can raise it in the settings; meanwhile the built-in assistant answers.`,
    de: `Ihr Budget von ${number('de')} ${WHAT[kind].de} ist bis ${time} UTC aufgebraucht. Sie können es in den Einstellungen erhöhen; so lange antwortet der eingebaute Assistent.`,
    uk: `Ваш бюджет — ${number('uk')} ${WHAT[kind].uk} — вичерпано до ${time} UTC. Його можна збільшити в налаштуваннях; поки що відповідає вбудований помічник.`,
  });
}
