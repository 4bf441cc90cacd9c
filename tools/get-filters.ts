/** get_filters: what constrains the list now. */
import { z } from 'zod';
import { localize } from '../server/kernel/plural.ts';
import { defineAction } from './action.ts';
import { filterWords } from './filter-words.ts';
import { reportList } from './list-report.ts';
import { said } from './words.ts';

const NONE = { en: 'No filters', de: 'Keine Filter', uk: 'Фільтрів немає' };

export const getFilters = defineAction({
  name: 'get_filters',
  title: { en: 'Show filters', de: 'Filter zeigen', uk: 'Показати фільтри' },
  says: { en: 'Reading the filters', de: 'Filter werden gelesen', uk: 'Читаю фільтри' },
  description: 'Reads the current filter and how many postings pass it. Changes nothing.',
  input: z.strictObject({}),
  effect: 'read',
  guarded: false,
  async run(context, _input, services) {
    const report = await reportList(context, services);
    const line = localize((language) => filterWords(report.filter, language).join(', ') || NONE[language]);
    return {
      outcome: said(line),
      forModel: report,
      data: { filter: report.filter, revision: report.revision, total: report.total, unclear: report.unclear },
    };
  },
});
