/** Has a language model look for what the rules did not find in a CV; what does not stand in it is refused. */
import type { ModelService } from '../accounts/model-service.ts';
import type { PreferenceService } from '../accounts/preference-service.ts';
import { PerchError } from '../kernel/errors.ts';
import { newId } from '../kernel/ids.ts';
import { askModel } from '../llm/ask-model.ts';
import { OUTPUT_TOKENS } from '../llm/models.ts';
import type { Prompts } from '../llm/prompts.ts';
import type { Store } from '../store/store.ts';
import type { CvView, FillingEstimate } from './cv.ts';
import { findActiveCv } from './cv-repository.ts';
import { type CvService, noCv } from './cv-service.ts';
import { asCorrected } from './cv-view.ts';
import { fillGaps } from './model-profile.ts';
import { withoutIdentifiers } from './without-identifiers.ts';

export interface CvFillingService {
  /** Throws not_found without a CV, conflict without a model. */
  estimate(userId: string): Promise<FillingEstimate>;
  /**
   * Throws as `estimate`; forbidden while nobody agreed to who reads the CV; unavailable with what happened when
   * the model fails or answers something else. `changeId` is null when there was nothing to add.
   */
  run(options: {
    userId: string;
    conversationId: string;
    signal: AbortSignal;
  }): Promise<{ changeId: string | null; cv: CvView; added: string[]; refused: number; model: string }>;
}

const PROMPT = 'fill-profile';
const LONGEST_CV = 24_000;
const LETTERS_A_TOKEN = 3.6;
/** The prompt, and an answer that repeats most names of a CV. */
const TOKENS_AROUND = 1500;

export function createCvFillingService(dependencies: {
  store: Store;
  cvs: Pick<CvService, 'takeOver' | 'show'>;
  models: ModelService;
  preferences: Pick<PreferenceService, 'read'>;
  prompts: Prompts;
}): CvFillingService {
  const { store, cvs, models, preferences, prompts } = dependencies;

  async function prepare(userId: string) {
    const cv = await store.asPerson(userId, findActiveCv);
    if (cv === null) throw noCv();
    const opened = await models.open({ userId, purpose: 'extraction' });
    if (opened === null) throw noModel();
    const words = withoutIdentifiers(cv.text, [cv.profile, asCorrected(cv).profile]).slice(0, LONGEST_CV);
    const { cvGoesTo } = await preferences.read(userId);
    const tokens = Math.ceil(words.length / LETTERS_A_TOKEN) + TOKENS_AROUND;
    return { cv, ...opened, words, tokens, needsConsent: cvGoesTo !== opened.host };
  }

  return {
    async estimate(userId) {
      const { name, host, tokens, needsConsent } = await prepare(userId);
      return { model: name, host, tokens, needsConsent };
    },

    async run({ userId, conversationId, signal }) {
      const { cv, name, host, model, words, needsConsent } = await prepare(userId);
      if (needsConsent) throw notAgreed(host);
      const prompt = prompts.get(PROMPT);
      const mark = newId();
      const answer = await askModel({
        model,
        instructions: prompt.text,
        question: `<cv ${mark}>\n${words}\n</cv ${mark}>`,
        maxOutputTokens: OUTPUT_TOKENS.extraction,
        signal,
      });
      const mayAdd = (cv.corrections.experience ?? []).every(({ entry }) => entry < cv.profile.experience.length);
      const found = fillGaps(answer, cv, mayAdd);
      if (found === null) throw otherAnswer(name);
      const { profile, added, refused } = found;
      const filled = {
        model: name,
        prompt: `${prompt.id}@${prompt.version}`,
        added: [...(cv.filled?.added ?? []), ...added],
      };
      const result =
        added.length === 0 ? null : await cvs.takeOver({ userId, conversationId, cvId: cv.id, profile, filled });
      const shown = result?.cv ?? (await cvs.show(userId)).active;
      if (shown === null) throw noCv();
      return { changeId: result?.changeId ?? null, cv: shown, added, refused, model: name };
    },
  };
}

function noModel(): PerchError {
  return new PerchError('conflict', {
    en: 'No language model is set up. Choose one in the settings, or add by hand what is missing.',
    de: 'Es ist kein Sprachmodell eingerichtet. Wählen Sie eines in den Einstellungen, oder ergänzen Sie von Hand, was fehlt.',
    uk: 'Мовну модель не налаштовано. Виберіть її в налаштуваннях або додайте потрібне вручну.',
  });
}

function notAgreed(host: string): PerchError {
  return new PerchError('forbidden', {
    en: `${host} has not read your CV before. Open “My CV”: the notice there says what it would get, and asks you.`,
    de: `${host} hat Ihren Lebenslauf noch nicht gelesen. Öffnen Sie „Mein Lebenslauf“: Der Hinweis dort sagt, was übermittelt würde, und fragt Sie.`,
    uk: `${host} ще не бачив вашого резюме. Відкрийте «Моє резюме»: там сказано, що буде надіслано, і вас запитають.`,
  });
}

function otherAnswer(model: string): PerchError {
  return new PerchError('unavailable', {
    en: `${model} answered something else than was asked for, so nothing was taken over. What Perch read by its rules stays.`,
    de: `${model} hat etwas anderes geantwortet als gefragt; deshalb wurde nichts übernommen. Was Perch nach Regeln gelesen hat, bleibt.`,
    uk: `${model} відповіла не на те, про що питали, тому нічого не взято. Прочитане за правилами лишається.`,
  });
}
