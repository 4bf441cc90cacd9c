/** What accounts offer to the rest: preferences, models and what they cost. */
import type { Clock } from '../kernel/clock.ts';
import type { Events } from '../kernel/events.ts';
import type { Seal } from '../kernel/seal.ts';
import type { ModelSettings } from '../llm/model-settings.ts';
import type { Store } from '../store/store.ts';
import type { AccountEvents } from './account-events.ts';
import { createModelService, type ModelService } from './model-service.ts';
import { createPreferenceService, type PreferenceService } from './preference-service.ts';
import { createUsageService, type UsageService } from './usage-service.ts';

export interface AccountServices {
  preferences: PreferenceService;
  models: ModelService;
  /** What people's calls to models cost. */
  usage: UsageService;
}

export function createAccountServices(dependencies: {
  store: Store;
  clock: Clock;
  events: Events<AccountEvents>;
  seal: Seal;
  configured: ModelSettings | null;
  mayUseModels: boolean;
  /** The model of the configured embedder. */
  embedderName: string | null;
  patienceMs: number;
}): AccountServices {
  const usage = createUsageService(dependencies);
  const preferences = createPreferenceService(dependencies);
  return { usage, preferences, models: createModelService({ ...dependencies, preferences, usage }) };
}
