/** hide_job: keeps a posting, or all of a company in the list, out of sight. */
import { defineAction } from './action.ts';
import { markInput, markJobs } from './mark-jobs.ts';

export const hideJob = defineAction({
  name: 'hide_job',
  title: { en: 'Hide', de: 'Ausblenden', uk: 'Приховати' },
  says: { en: 'Hiding', de: 'Wird ausgeblendet', uk: 'Приховую' },
  description: 'Hides a posting: `job` is a place in the list, an id or words; or `company`; `off` shows it again.',
  input: markInput,
  effect: 'change',
  guarded: false,
  async run(context, input, services) {
    return await markJobs(context, input, services, {
      mark: 'hidden',
      action: 'hide_job',
      words: {
        en: { on: 'Hidden', off: 'Shown again' },
        de: { on: 'Ausgeblendet', off: 'Wieder sichtbar' },
        uk: { on: 'Приховано', off: 'Знову видно' },
      },
    });
  },
});
