/** Keeps what a person prefers. The key of a model goes in sealed and never comes out to a page. */
import type { Clock } from '../kernel/clock.ts';
import { PerchError } from '../kernel/errors.ts';
import type { Events } from '../kernel/events.ts';
import type { Seal } from '../kernel/seal.ts';
import { type ModelSettings, PROVIDER_ADDRESSES } from '../llm/model-settings.ts';
import type { Store } from '../store/store.ts';
import type { AccountEvents } from './account-events.ts';
import { findPreferences, type PreferenceRow, savePreferences } from './preference-repository.ts';
import type { ChosenModel, Limits, Preferences, ShownPreferences } from './preferences.ts';

export interface PreferenceService {
  read(userId: string): Promise<ShownPreferences>;
  /** Changes what is given. */
  change(userId: string, change: Partial<Omit<Preferences, 'model' | 'limits'>>): Promise<ShownPreferences>;
  /**
   * Another model, none of one's own (null), or other limits. A key that is not given stays, unless provider or
   * address change: a key is only ever sent to the server it was entered for. Throws invalid without an address.
   */
  changeModel(
    userId: string,
    change: { model?: ChosenModel | null | undefined; key?: string | undefined; limits?: Partial<Limits> | undefined },
  ): Promise<ShownPreferences>;
  /** How this person's model is reached: their own, else the environment's; null for the built-in assistant alone. */
  modelSettings(userId: string): Promise<ModelSettings | null>;
}

export function createPreferenceService(dependencies: {
  store: Store;
  clock: Clock;
  events: Events<AccountEvents>;
  seal: Seal;
  /** What the environment says. */
  configured: ModelSettings | null;
  /** False when whoever runs Perch wants no model at all. */
  mayUseModels: boolean;
  /** The model of the configured embedder. */
  embedderName: string | null;
}): PreferenceService {
  const { store, clock, events, seal, configured, mayUseModels, embedderName } = dependencies;

  function settingsOf(userId: string, { preferences: { model }, sealedModelKey }: PreferenceRow): ModelSettings | null {
    if (!mayUseModels) return null;
    if (model === null) return configured;
    const key = sealedModelKey === null ? null : seal.open(sealedModelKey, keyRow(userId));
    const { provider, chat, extraction, writing } = model;
    return { provider, address: addressOf(model), key, models: { chat, extraction, writing } };
  }

  function shown({ preferences, sealedModelKey }: PreferenceRow): ShownPreferences {
    const { model } = preferences;
    const name = mayUseModels ? (model?.chat ?? configured?.models.chat) : undefined;
    const address = model === null ? configured?.address : addressOf(model);
    const assistant =
      name === undefined || address === undefined
        ? { kind: 'builtin' as const, name: 'builtin', host: null }
        : { kind: 'model' as const, name, host: new URL(address).host };
    return { ...preferences, hasModelKey: sealedModelKey !== null, assistant, embedder: embedderName };
  }

  async function save(userId: string, next: (row: PreferenceRow) => PreferenceRow): Promise<ShownPreferences> {
    return await store.asPerson(userId, async (unit) => {
      const row = next(await findPreferences(unit, userId, true));
      await savePreferences(unit, { userId, ...row, now: clock() });
      const preferences = shown(row);
      unit.afterCommit(() => events.emit('preferences-changed', { userId, preferences }));
      return preferences;
    });
  }

  const find = async (userId: string): Promise<PreferenceRow> =>
    await store.asPerson(userId, async (unit) => await findPreferences(unit, userId));

  return {
    read: async (userId) => shown(await find(userId)),
    change: async (userId, change) =>
      await save(userId, (row) => ({ ...row, preferences: { ...row.preferences, ...change } })),
    async changeModel(userId, { model: wanted, key, limits }) {
      return await save(userId, ({ preferences, sealedModelKey }) => {
        const model = wanted === undefined ? preferences.model : tidy(wanted);
        const sameServer = reaches(model) === reaches(preferences.model);
        const kept = sameServer && model !== null ? sealedModelKey : null;
        if (key !== undefined && key !== '' && model === null) throw keyWithoutModel();
        return {
          preferences: { ...preferences, model, limits: { ...preferences.limits, ...limits } },
          sealedModelKey: key === undefined ? kept : key === '' ? null : seal.seal(key, keyRow(userId)),
        };
      });
    },
    modelSettings: async (userId) => settingsOf(userId, await find(userId)),
  };
}

const keyRow = (userId: string): string => `person_preference.sealed_model_key ${userId}`;
const reaches = (model: ChosenModel | null): string => (model === null ? '' : `${model.provider} ${addressOf(model)}`);

function addressOf({ provider, address }: ChosenModel): string {
  if (provider === 'compatible') {
    if (address === null) throw noAddress();
    return address;
  }
  return address ?? PROVIDER_ADDRESSES[provider];
}

/** The address as the clients want it; checked to be there. */
function tidy(model: ChosenModel | null): ChosenModel | null {
  if (model === null) return null;
  addressOf(model);
  return { ...model, address: model.address?.replace(/\/+$/u, '') ?? null };
}

function noAddress(): PerchError {
  return new PerchError('invalid', {
    en: 'A server of your own needs its address, such as http://127.0.0.1:11434/v1.',
    de: 'Ein eigener Server braucht seine Adresse, zum Beispiel http://127.0.0.1:11434/v1.',
    uk: 'Для власного сервера потрібна адреса, наприклад http://127.0.0.1:11434/v1.',
  });
}

function keyWithoutModel(): PerchError {
  return new PerchError('invalid', {
    en: 'A key belongs to a model: choose the provider and the model together with it.',
    de: 'Ein Schlüssel gehört zu einem Modell: Wählen Sie Anbieter und Modell mit ihm zusammen.',
    uk: 'Ключ належить до моделі: виберіть разом із ним постачальника й модель.',
  });
}
