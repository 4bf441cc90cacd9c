/** How set_filter, clear_filters, show_unclear and open_search tell what they did. */
import { localize } from '../server/kernel/plural.ts';
import type { Language } from '../server/kernel/text.ts';
import type { FilterChanged } from '../server/matching/filter-service.ts';
import type { Filter } from '../server/matching/filter.ts';
import type { ActionContext, ActionServices, Result } from './action.ts';
import { filterWords } from './filter-words.ts';
import { reportList } from './list-report.ts';
import { jobsWas, said } from './words.ts';

interface Words {
  set: string;
  cleared: string;
  removed: string;
  same: string;
  unclear: string;
  sure: string;
}

const WORDS: Record<Language, Words> = {
  en: {
    set: 'Filters set',
    cleared: 'Filters cleared',
    removed: 'Filter removed',
    same: 'The filter was like that already',
    unclear: 'Unclear ones shown',
    sure: 'Unclear ones left out',
  },
  de: {
    set: 'Filter gesetzt',
    cleared: 'Filter geleert',
    removed: 'Filter entfernt',
    same: 'Der Filter war schon so',
    unclear: 'Unklare werden gezeigt',
    sure: 'Unklare ausgeblendet',
  },
  uk: {
    set: 'Фільтри встановлено',
    cleared: 'Фільтри очищено',
    removed: 'Фільтр прибрано',
    same: 'Фільтр уже такий',
    unclear: 'Неясні показано',
    sure: 'Неясні приховано',
  },
};

interface FilterReport {
  filter: Filter;
  revision: number;
  total: number;
  unclear: number;
  was: number;
}

/** "Filters set: remote, Germany, Python: 44 jobs, was 5,586", with the change that undo takes back. */
export async function describeFilterChange(
  context: ActionContext,
  services: ActionServices,
  changed: FilterChanged,
): Promise<Result<FilterReport>> {
  const report = await reportList(context, services);
  const was = changed.totalBefore;
  const line = localize((language) => {
    const words = WORDS[language];
    if (changed.changeId === null) return words.same;
    const count = jobsWas(language, report.total, was);
    return `${whatChanged(changed, language)}: ${count}`;
  });
  return {
    outcome: said(line, changed.changeId),
    forModel: { ...report, was },
    data: {
      filter: changed.after.filter,
      revision: changed.after.revision,
      total: report.total,
      unclear: report.unclear,
      was,
    },
  };
}

function whatChanged(changed: FilterChanged, language: Language): string {
  const words = WORDS[language];
  const { showUnclear } = changed.after;
  if (showUnclear !== changed.before.showUnclear) return showUnclear ? words.unclear : words.sure;
  const [before, after]: [Filter, Filter] = [changed.before.filter, changed.after.filter];
  if (Object.keys(after).length === 0) return words.cleared;
  const old = new Set(filterWords(before, language));
  const now = filterWords(after, language);
  const fresh = now.filter((word) => !old.has(word));
  if (fresh.length > 0) return `${words.set}: ${fresh.join(', ')}`;
  const kept = new Set(now);
  const gone = filterWords(before, language).filter((word) => !kept.has(word));
  return `${words.removed}: ${gone.join(', ')}`;
}
