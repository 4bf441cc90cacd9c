/** Opens the model of a person for a purpose, guarded by their budget and the circuit of its server; and tries it. */
import { createHash } from 'node:crypto';
import type { Clock } from '../kernel/clock.ts';
import { createCircuit, type Circuit } from '../llm/circuit.ts';
import { guardModel } from '../llm/guarded-model.ts';
import { type Model, openModel } from '../llm/models.ts';
import type { ModelSettings, Purpose } from '../llm/model-settings.ts';
import { type ModelTrial, tryModel } from '../llm/try-model.ts';
import type { PreferenceService } from './preference-service.ts';
import type { UsageService } from './usage-service.ts';

/** Servers whose circuits are remembered; more are forgotten, the oldest first. */
const CIRCUITS_KEPT = 100;

export interface Spent {
  calls: number;
  inputTokens: number;
  outputTokens: number;
}

export interface ModelService {
  /**
   * Null when this person has none. `spent` hears what is spent; `host` is where their words go. Throws conflict for a
   * key that cannot be read.
   */
  open(options: {
    userId: string;
    purpose: Purpose;
    spent?: ((model: string, spent: Spent) => void) | undefined;
  }): Promise<{ model: Model; name: string; host: string } | null>;
  /** Whether the person agreed that the server of their model may read their CV. */
  mayReadCv(userId: string): Promise<boolean>;
  /** Asks the model to call a tool; null without a model.. */
  try(userId: string, signal: AbortSignal): Promise<(ModelTrial & { name: string }) | null>;
}

export function createModelService(dependencies: {
  preferences: PreferenceService;
  usage: UsageService;
  clock: Clock;
  patienceMs: number;
}): ModelService {
  const { preferences, usage, clock, patienceMs } = dependencies;
  const circuits = new Map<string, Circuit>();

  function circuitOf(settings: ModelSettings, name: string): Circuit {
    const { provider, address, key } = settings;
    const id = createHash('sha256')
      .update(JSON.stringify([provider, address, key, name]))
      .digest('hex');
    const circuit = circuits.get(id) ?? createCircuit(clock);
    circuits.delete(id);
    circuits.set(id, circuit);
    const [oldest] = circuits.keys();
    if (circuits.size > CIRCUITS_KEPT && oldest !== undefined) circuits.delete(oldest);
    return circuit;
  }

  const service: ModelService = {
    async open({ userId, purpose, spent }) {
      const settings = await preferences.modelSettings(userId);
      if (settings === null) return null;
      const model = openModel(settings, purpose);
      const meter = usage.meter(userId);
      const name = model.modelId;
      return {
        name,
        host: new URL(settings.address).host,
        model: guardModel(model, {
          circuit: circuitOf(settings, name),
          patienceMs,
          meter: {
            async begin() {
              await meter.begin();
              spent?.(name, { calls: 1, inputTokens: 0, outputTokens: 0 });
            },
            async used(tokens) {
              spent?.(name, { calls: 0, inputTokens: tokens.input, outputTokens: tokens.output });
              await meter.used(tokens);
            },
          },
        }),
      };
    },
    async mayReadCv(userId) {
      const { assistant, cvGoesTo } = await preferences.read(userId);
      return cvGoesTo !== null && cvGoesTo === assistant.host;
    },
    async try(userId, signal) {
      const settings = await preferences.modelSettings(userId);
      if (settings === null) return null;
      // A trial asks whatever the circuit says: who has just mended the key wants to know now.
      const model = openModel(settings, 'chat');
      const circuit = createCircuit(clock);
      const guarded = guardModel(model, { circuit, patienceMs, meter: usage.meter(userId) });
      const trial = await tryModel(guarded, signal);
      if (trial.answers) circuitOf(settings, model.modelId).succeeded();
      return { ...trial, name: model.modelId };
    },
  };
  return service;
}
