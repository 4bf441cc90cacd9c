/**
 * Has a language model judge the first postings of a list against the CV: what that costs is said before, its words are
 * checked, the score is computed by code, and what was asked once is not asked again while both texts stay as they are.
 */
import type { ModelService } from '../../accounts/model-service.ts';
import type { PreferenceService } from '../../accounts/preference-service.ts';
import { noCv } from '../../cv/cv-service.ts';
import type { Clock } from '../../kernel/clock.ts';
import { PerchError, toLocalized } from '../../kernel/errors.ts';
import type { Events } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import type { Localized } from '../../kernel/text.ts';
import { askModel } from '../../llm/ask-model.ts';
import { OUTPUT_TOKENS } from '../../llm/models.ts';
import type { Prompts } from '../../llm/prompts.ts';
import type { Store, Unit } from '../../store/store.ts';
import type { CardMaker } from '../card.ts';
import type { List, Place } from '../list.ts';
import type { MatchDetail } from '../match.ts';
import { wideRows } from '../match-repository.ts';
import type { MatchSearch } from '../match-search.ts';
import type { RatingEstimate } from './fit.ts';
import { type RatingQuestion, readAnswer } from './model-verdicts.ts';
import { ratingsOf, saveRating } from './rating-repository.ts';
import type { Scorer, ScoringEvents } from './scorer.ts';
import { scoredRows } from './scoring-repository.ts';

export interface RatingRun {
  model: string;
  /** The postings that were looked at, in the order of the list. */
  matches: MatchDetail[];
  asked: number;
  /** Answers that were no answer, and quotes that stand nowhere. */
  refusedAnswers: number;
  refusedQuotes: number;
  tokens: number;
  /** Why it ended early; null when it did not. */
  failure: Localized | null;
}

type Options = Place & { top: number };

export interface RatingService {
  /** Throws not_found without a CV, conflict without a model. */
  estimate(options: Options): Promise<RatingEstimate>;
  /** Throws as `estimate`, and forbidden while nobody agreed to who reads the CV. */
  rate(options: Options & { signal: AbortSignal; progress(done: number, of: number): void }): Promise<RatingRun>;
}

const AT_ONCE = 2;
const PROMPT = 'rate-requirements';

export function createRatingService(dependencies: {
  store: Store;
  clock: Clock;
  events: Events<ScoringEvents>;
  list: List;
  search: MatchSearch;
  scorer: Scorer;
  /** Whether a source's terms let its postings be scored. */
  mayRank(source: string): boolean;
  cards: CardMaker;
  models: ModelService;
  preferences: Pick<PreferenceService, 'read'>;
  prompts: Prompts;
}): RatingService {
  const { store, clock, events, list, search, scorer, mayRank, cards, models, preferences, prompts } = dependencies;

  /** The first postings of the list with what is to be asked about each that has no rating yet. */
  async function plan(unit: Unit, { top, ...place }: Options, prompt: string, model: string) {
    const { state } = await list.row(unit, place);
    const scoring = await scorer.current(unit);
    if (scoring === null) throw noCv();
    const query = { filter: state.filter, showUnclear: state.showUnclear, today: list.today() };
    const postingIds = await search.page(unit, { ...query, offset: 0, limit: top });
    const known = await ratingsOf(unit, scoring.cv.id, postingIds);
    const open: { postingId: string; question: RatingQuestion }[] = [];
    for (const posting of await scoredRows(unit, postingIds)) {
      const question = scoring.question(posting);
      if (question === null || !mayRank(posting.source)) continue;
      const { content } = question;
      const isRated = known.some(
        (one) =>
          one.postingId === posting.id &&
          one.content === content &&
          one.prompt === prompt &&
          one.model === model &&
          one.verdicts.length > 0,
      );
      if (!isRated) open.push({ postingId: posting.id, question });
    }
    return { cvId: scoring.cv.id, postingIds, open };
  }

  async function prepare(options: Options, spent?: (tokens: number) => void) {
    const { userId } = options;
    // Throws for a conversation that is not this person's.
    await store.asPerson(userId, async (unit) => await list.row(unit, options));
    const opened = await models.open({
      userId,
      purpose: 'extraction',
      spent: (_model, { inputTokens, outputTokens }) => spent?.(inputTokens + outputTokens),
    });
    if (opened === null) throw noModel();
    const prompt = prompts.get(PROMPT);
    const version = `${prompt.id}@${prompt.version}`;
    const planned = await store.asPerson(userId, async (unit) => await plan(unit, options, version, opened.name));
    const { cvGoesTo } = await preferences.read(userId);
    return { ...opened, ...planned, instructions: prompt.text, version, needsConsent: cvGoesTo !== opened.host };
  }

  return {
    async estimate(options) {
      const { name, host, postingIds, open, needsConsent } = await prepare(options);
      return {
        model: name,
        host,
        postings: postingIds.length,
        known: postingIds.length - open.length,
        calls: open.length,
        tokens: open.reduce((sum, { question }) => sum + question.tokens, 0),
        needsConsent,
      };
    },

    async rate({ signal, progress, ...options }) {
      let tokens = 0;
      const { userId } = options;
      const prepared = await prepare(options, (more) => {
        tokens += more;
      });
      const { name, host, model, instructions, version, cvId, postingIds, open, needsConsent } = prepared;
      if (needsConsent) throw notAgreed(host);
      const run: RatingRun = {
        model: name,
        matches: [],
        asked: 0,
        refusedAnswers: 0,
        refusedQuotes: 0,
        tokens: 0,
        failure: null,
      };
      const queue = [...open];
      const work = async (): Promise<void> => {
        for (let next = queue.shift(); next !== undefined && run.failure === null; next = queue.shift()) {
          const { postingId, question } = next;
          try {
            const answer = await askModel({
              model,
              instructions,
              question: question.words(newId()),
              maxOutputTokens: OUTPUT_TOKENS.extraction,
              signal,
            });
            const { verdicts, refused } = readAnswer(answer, question);
            run.asked += 1;
            run.refusedAnswers += verdicts.length === 0 ? 1 : 0;
            run.refusedQuotes += refused.filter((reason) => reason !== 'no_verdicts').length;
            const row = { postingId, content: question.content, prompt: version, model: name, verdicts, refused };
            await store.asPerson(
              userId,
              async (unit) => await saveRating(unit, { ...row, userId, cvId, now: clock() }),
            );
            progress(run.asked, open.length);
          } catch (error) {
            signal.throwIfAborted();
            if (!(error instanceof PerchError)) throw error;
            // The budget is used up or the server is down: the others would fail the same way.
            run.failure = toLocalized(error);
          }
        }
      };
      try {
        await Promise.all(Array.from({ length: AT_ONCE }, work));
      } finally {
        events.emit('scores-changed', { userId, isComplete: true });
      }
      const matches = await store.asPerson(userId, async (unit) => {
        const { state } = await list.row(unit, options);
        const seen = await cards.for(unit, postingIds);
        return (await wideRows(unit, postingIds)).map((row) => seen.detail(row, state.filter, list.today()));
      });
      return { ...run, matches, tokens };
    },
  };
}

function noModel(): PerchError {
  return new PerchError('conflict', {
    en: 'No language model is set up. Choose one in the settings; the score by rules needs none.',
    de: 'Es ist kein Sprachmodell eingerichtet. Wählen Sie eines in den Einstellungen; die Punkte nach Regeln brauchen keines.',
    uk: 'Мовну модель не налаштовано. Виберіть її в налаштуваннях; оцінка за правилами її не потребує.',
  });
}

function notAgreed(host: string): PerchError {
  return new PerchError('forbidden', {
    en: `${host} has not read your CV before. Switch “Rate with the model” on above the list: the notice there says what it would get, and asks you.`,
    de: `${host} hat Ihren Lebenslauf noch nicht gelesen. Schalten Sie über der Liste „Mit dem Modell bewerten“ ein: Der Hinweis dort sagt, was übermittelt würde, und fragt Sie.`,
    uk: `${host} ще не бачив вашого резюме. Увімкніть над списком «Оцінювати моделлю»: там сказано, що буде надіслано, і вас запитають.`,
  });
}
