/** export: a file of everything the list holds now, or of chosen postings. `export` is a reserved word, hence the file's name. */
import { z } from 'zod';
import { localize } from '../server/kernel/plural.ts';
import { defineAction } from './action.ts';
import { jobs } from './words.ts';

export const exportMatches = defineAction({
  name: 'export',
  title: { en: 'Export', de: 'Exportieren', uk: 'Експортувати' },
  says: { en: 'Preparing the file', de: 'Datei wird vorbereitet', uk: 'Готую файл' },
  description:
    'Makes a file of all matches of the current filter, or of the postings with the ids in `jobs`, as `csv` (default) or `json`, and returns its link.',
  input: z.strictObject({
    format: z.enum(['csv', 'json']).default('csv'),
    jobs: z.array(z.uuid()).min(1).max(500).optional(),
  }),
  effect: 'read',
  guarded: false,
  async run(context, { format, jobs: postingIds }, services) {
    const { userId, conversationId } = context;
    const { url, count } = await services.exports.create({ userId, conversationId, format, postingIds });
    return {
      outcome: {
        line: localize((language) => `${format.toUpperCase()}: ${jobs(language, count)}`),
        undoId: null,
        undone: false,
        view: { kind: 'export', url, format, count },
      },
      forModel: { format, count, url },
      data: { format, count, url },
    };
  },
});
