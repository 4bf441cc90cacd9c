/** CV against a posting, against pasted text, and against what the current search asks for. */
import { noteAnalyzed } from '../../cv/cv-repository.ts';
import { noCv } from '../../cv/cv-service.ts';
import { cleanLine, cleanText } from '../../kernel/clean-text.ts';
import type { Clock } from '../../kernel/clock.ts';
import { PerchError } from '../../kernel/errors.ts';
import { NOTHING_SAID, type SourcePosting } from '../../postings/job-posting.ts';
import { readPosting } from '../../postings/reading/read-posting.ts';
import type { Store, Unit } from '../../store/store.ts';
import type { List, Place } from '../list.ts';
import type { MatchSearch } from '../match-search.ts';
import { type Analysis, analysisOf } from './analysis.ts';
import type { ScoredPosting } from './requirements.ts';
import type { Scorer, Scoring } from './scorer.ts';
import { scoredRows } from './scoring-repository.ts';
import { skillShownBy } from '../../taxonomy/skill-families.ts';

/** What the current search asks for. */
export interface Market {
  /** Postings looked at, the first of the list. */
  postings: number;
  /** Most asked first; `has` as the CV shows it. */
  skills: { skill: string; postings: number; has: 'yes' | 'partly' | 'no' }[];
}

export interface AnalysisService {
  /** Throws not_found without a CV or posting. */
  analyze(options: Place & { postingId: string }): Promise<Analysis>;
  /** Of an advertisement somebody pasted; nothing of it is kept. Throws not_found without a CV. */
  analyzeText(options: Place & { text: string }): Promise<Analysis>;
  market(place: Place): Promise<Market>;
}

/** Postings of a search that tell what it asks for. */
const LOOKED_AT = 300;
const MOST_SKILLS = 25;
const LONGEST_TITLE = 160;

export function createAnalysisService(dependencies: {
  store: Store;
  clock: Clock;
  list: List;
  search: MatchSearch;
  scorer: Scorer;
}): AnalysisService {
  const { store, clock, list, search, scorer } = dependencies;

  async function withCv<T>(place: Place, work: (unit: Unit, scoring: Scoring) => Promise<T>): Promise<T> {
    return await store.asPerson(place.userId, async (unit) => {
      await list.row(unit, place);
      const scoring = await scorer.current(unit);
      if (scoring === null) throw noCv();
      return await work(unit, scoring);
    });
  }
  async function against(unit: Unit, scoring: Scoring, posting: ScoredPosting): Promise<Analysis> {
    await noteAnalyzed(unit, scoring.cv.id, clock());
    return analysisOf(scoring.cv, scoring.fit(posting));
  }

  return {
    analyze: async ({ postingId, ...place }) =>
      await withCv(place, async (unit, scoring) => {
        const [posting] = await scoredRows(unit, [postingId]);
        if (posting === undefined) throw gone();
        return await against(unit, scoring, posting);
      }),

    analyzeText: async ({ text, ...place }) =>
      await withCv(place, async (unit, scoring) => await against(unit, scoring, postingOf(text, list.today()))),

    market: async (place) =>
      await withCv(place, async (unit, { candidate }) => {
        const { state } = await list.row(unit, place);
        const query = { filter: state.filter, showUnclear: state.showUnclear, today: list.today() };
        const ids = await search.page(unit, { ...query, offset: 0, limit: LOOKED_AT });
        const rows = await scoredRows(unit, ids);
        const counts = new Map<string, number>();
        for (const { facts } of rows) {
          const asked = facts.skillsAsked.length > 0 ? facts.skillsAsked : facts.skills.map(({ name }) => name);
          for (const skill of new Set(asked)) counts.set(skill, (counts.get(skill) ?? 0) + 1);
        }
        const own = [...candidate.skills.keys()];
        const has = (skill: string): Market['skills'][number]['has'] => {
          if (candidate.skills.has(skill)) return 'yes';
          const shown = own.map((one) => skillShownBy(skill, one));
          return shown.includes('whole') ? 'yes' : shown.includes('part') ? 'partly' : 'no';
        };
        const skills = [...counts]
          .toSorted(([a, one], [b, other]) => other - one || a.localeCompare(b))
          .slice(0, MOST_SKILLS)
          .map(([skill, postings]) => ({ skill, postings, has: has(skill) }));
        return { postings: rows.length, skills };
      }),
  };
}

/** An advertisement somebody pasted, read like any other. Its first line counts as the title. */
function postingOf(pasted: string, today: string): ScoredPosting {
  const text = cleanText(pasted);
  const [first = ''] = text.trim().split('\n');
  const source: SourcePosting = {
    ...NOTHING_SAID,
    source: 'pasted',
    sourceId: 'pasted',
    url: 'https://example.org/',
    title: cleanLine(first, LONGEST_TITLE) || '–',
    description: text.slice(0, 100_000),
  };
  const { title, description, completeness } = source;
  return { title, description, completeness, facts: readPosting(source), postedOn: today, validThrough: null };
}

function gone(): PerchError {
  return new PerchError('not_found', {
    en: 'This posting is not there any more. The list shows what there is.',
    de: 'Diese Anzeige gibt es nicht mehr. Die Liste zeigt, was da ist.',
    uk: 'Цієї вакансії вже немає. Список показує те, що є.',
  });
}
