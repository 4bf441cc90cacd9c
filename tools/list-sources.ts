/** list_sources: the boards and followed employers, how each stands, and how its last fetches went. */
import { z } from 'zod';
import { counted, localize } from '../server/kernel/plural.ts';
import type { SourceHealth } from '../server/postings/source-health.ts';
import { requestsLine } from '../server/postings/source-lines.ts';
import { defineAction } from './action.ts';
import { sourcesOutcome } from './source-words.ts';

const SOURCES = {
  en: { one: 'source', other: 'sources' },
  de: { one: 'Quelle', other: 'Quellen' },
  uk: { one: 'джерело', few: 'джерела', many: 'джерел', other: 'джерела' },
};
const FOLLOWED = {
  en: { one: 'employer you follow', other: 'employers you follow' },
  de: { one: 'Arbeitgeber, dem Sie folgen', other: 'Arbeitgeber, denen Sie folgen' },
  uk: {
    one: 'роботодавець, за яким ви стежите',
    few: 'роботодавці, за якими ви стежите',
    many: 'роботодавців, за якими ви стежите',
    other: 'роботодавця, за яким ви стежите',
  },
};

const OFF = { en: 'turned off by you', de: 'von Ihnen abgeschaltet', uk: 'вимкнено вами' };

export const listSources = defineAction({
  name: 'list_sources',
  title: { en: 'Show the sources', de: 'Quellen zeigen', uk: 'Показати джерела' },
  says: { en: 'Looking at the sources', de: 'Quellen werden nachgesehen', uk: 'Переглядаю джерела' },
  description:
    'Lists the job boards and the employers the person follows: how many postings each gave, how its last fetches went, what it stopped giving, from when it may be asked again.',
  input: z.strictObject({}),
  effect: 'read',
  guarded: false,
  async run(context, _input, services) {
    const { userId } = context;
    const sources = await services.ingest.sourceHealth({ userId });
    const off = new Set((await services.preferences.read(userId)).sourcesOff);
    const employers = sources.filter(({ isFollowed }) => isFollowed).length;
    const line = localize((language) => {
      const all = counted(language, sources.length, SOURCES[language]);
      if (employers === 0) return all;
      const followed = counted(language, employers, FOLLOWED[language]);
      return {
        en: `${all}, among them ${followed}`,
        de: `${all}, darunter ${followed}`,
        uk: `${all}, з них ${followed}`,
      }[language];
    });
    return {
      outcome: sourcesOutcome(
        line,
        sources.map((source) => shown(source, off.has(source.source))),
      ),
      forModel: {
        sources: sources.map(
          ({ source, title, state, postings, isFollowed, nextAllowedAt, drift, budget, line: { en } }) => ({
            title,
            state,
            postings,
            isFollowed,
            nextAllowedAt,
            line: en,
            ...(off.has(source) ? { turnedOff: true } : {}),
            ...(budget === null ? {} : { requestsIn24Hours: budget.requests, requestsAllowed: budget.perDay }),
            ...(drift.length === 0 ? {} : { missingFields: drift.map(({ field }) => field) }),
          }),
        ),
      },
      data: { sources },
    };
  },
});

/** The line also says what of a limited key is used, and that the person does not want the source. */
function shown(source: SourceHealth, isOff: boolean): SourceHealth {
  const { budget, line } = source;
  const asked = budget === null ? null : requestsLine(budget.requests, budget.perDay);
  const more = [...(isOff ? [OFF] : []), ...(asked === null ? [] : [asked])];
  return { ...source, line: localize((language) => [line, ...more].map((words) => words[language]).join('; ')) };
}
