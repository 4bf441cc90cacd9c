/** save_job: keeps a posting for later. */
import { defineAction } from './action.ts';
import { markInput, markJobs } from './mark-jobs.ts';

export const saveJob = defineAction({
  name: 'save_job',
  title: { en: 'Save', de: 'Merken', uk: 'Зберегти' },
  says: { en: 'Saving', de: 'Wird gemerkt', uk: 'Зберігаю' },
  description: 'Saves a posting: `job` is a place in the list, an id or words; or `company`; `off` takes it back.',
  input: markInput,
  effect: 'change',
  guarded: false,
  async run(context, input, services) {
    return await markJobs(context, input, services, {
      mark: 'saved',
      action: 'save_job',
      words: {
        en: { on: 'Saved', off: 'No longer saved' },
        de: { on: 'Gemerkt', off: 'Nicht mehr gemerkt' },
        uk: { on: 'Збережено', off: 'Більше не збережено' },
      },
    });
  },
});
