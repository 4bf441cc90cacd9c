/**
 * The registry: every door runs actions through here. Whose conversation it is and the input are checked, approval
 * is enforced, and nothing else decides. A new door needs no change in it; a new action is one file and one line below.
 */
import { z } from 'zod';
import { PerchError } from '../server/kernel/errors.ts';
import type { Action, ActionContext, ActionServices, Result } from './action.ts';
import { addJob } from './add-job.ts';
import { clearFilters } from './clear-filters.ts';
import { analyzeCv } from './analyze-cv.ts';
import { changeSearch } from './change-search.ts';
import { chooseCv } from './choose-cv.ts';
import { compareJobs } from './compare-jobs.ts';
import { correctProfile } from './correct-profile.ts';
import { countJobs } from './count-jobs.ts';
import { explainMatch } from './explain-match.ts';
import { estimateRating } from './estimate-rating.ts';
import { exportMatches } from './export-matches.ts';
import { fillProfile } from './fill-profile.ts';
import { fetchJobs } from './fetch-jobs.ts';
import { followEmployer } from './follow-employer.ts';
import { getFilters } from './get-filters.ts';
import { hideJob } from './hide-job.ts';
import { listSources } from './list-sources.ts';
import { openSearch } from './open-search.ts';
import { rateProjects } from './rate-projects.ts';
import { rateJobs } from './rate-jobs.ts';
import { removeSearch } from './remove-search.ts';
import { saveJob } from './save-job.ts';
import { saveSearch } from './save-search.ts';
import { separateJob } from './separate-job.ts';
import { scoreJobs } from './score-jobs.ts';
import { setFilter } from './set-filter.ts';
import { setModel } from './set-model.ts';
import { setPreferences } from './set-preferences.ts';
import { showJob } from './show-job.ts';
import { showMarked } from './show-marked.ts';
import { showMore } from './show-more.ts';
import { showProfile } from './show-profile.ts';
import { showSearches } from './show-searches.ts';
import { showUnclear } from './show-unclear.ts';
import { testModel } from './test-model.ts';
import { undo } from './undo.ts';

/** An action without its input's type: what a list of different actions has in common. */
export interface RegisteredAction extends Omit<Action, 'run'> {
  run(context: ActionContext, input: unknown): Promise<Result>;
}

export interface Registry {
  actions: readonly RegisteredAction[];
  find(name: string): RegisteredAction | undefined;
  /**
   * Runs an action. Throws PerchError: not_found for an unknown name (with the names there are) and for a conversation
   * that is not this person's, invalid for a wrong input (with its path), needs_approval when a person has to click
   * first.
   */
  run(name: string, input: unknown, context: ActionContext): Promise<Result>;
}

export function createRegistry(services: ActionServices): Registry {
  const register = <Input extends z.ZodType>(action: Action<Input>): RegisteredAction => ({
    ...action,
    async run(context, input) {
      // The input first: nobody shall approve what could not be done.
      const parsed = parseInput(action, input);
      requireApproval(action, context);
      return await action.run(context, parsed, services);
    },
  });

  const actions = [
    register(setFilter),
    register(getFilters),
    register(clearFilters),
    register(undo),
    register(setPreferences),
    register(setModel),
    register(testModel),
    register(fetchJobs),
    register(followEmployer),
    register(listSources),
    register(addJob),
    register(showMore),
    register(showUnclear),
    register(showJob),
    register(compareJobs),
    register(showMarked),
    register(countJobs),
    register(saveJob),
    register(hideJob),
    register(saveSearch),
    register(showSearches),
    register(openSearch),
    register(changeSearch),
    register(removeSearch),
    register(separateJob),
    register(exportMatches),
    register(scoreJobs),
    register(estimateRating),
    register(rateJobs),
    register(rateProjects),
    register(explainMatch),
    register(analyzeCv),
    register(showProfile),
    register(correctProfile),
    register(chooseCv),
    register(fillProfile),
  ];
  const byName = new Map(actions.map((action) => [action.name, action]));

  return {
    actions,
    find: (name) => byName.get(name),
    async run(name, input, context) {
      const action = byName.get(name);
      if (action === undefined) throw unknownAction(name, [...byName.keys()]);
      await services.conversations.expectOwn(context);
      return await action.run(context, input);
    },
  };
}

function parseInput<Input extends z.ZodType>(action: Action<Input>, input: unknown): z.output<Input> {
  const parsed = action.input.safeParse(action.resolve?.(input ?? {}) ?? input ?? {});
  if (parsed.success) return parsed.data;
  const what = z.prettifyError(parsed.error);
  throw new PerchError('invalid', {
    en: `${action.name} does not take this: ${what}`,
    de: `${action.name} nimmt das nicht an: ${what}`,
    uk: `${action.name} цього не приймає: ${what}`,
  });
}

/** Outward actions always need a click; guarded ones once untrusted text is in the turn. */
function requireApproval(action: Pick<Action, 'effect' | 'guarded' | 'title'>, context: ActionContext): void {
  if (context.by === 'person') return;
  if (action.effect !== 'outward' && !(action.guarded && context.tainted)) return;
  throw new PerchError('needs_approval', {
    en: `${action.title.en}: this needs your approval first.`,
    de: `${action.title.de}: Dem müssen Sie erst zustimmen.`,
    uk: `${action.title.uk}: спершу потрібен ваш дозвіл.`,
  });
}

function unknownAction(name: string, known: string[]): PerchError {
  const list = known.join(', ');
  return new PerchError('not_found', {
    en: `There is no action “${name.slice(0, 60)}”. There are: ${list}.`,
    de: `Die Aktion „${name.slice(0, 60)}“ gibt es nicht. Es gibt: ${list}.`,
    uk: `Дії «${name.slice(0, 60)}» немає. Є: ${list}.`,
  });
}
