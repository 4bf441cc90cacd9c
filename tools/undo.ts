/** undo: takes back the conversation's last change of any kind, or one named change. */
import { z } from 'zod';
import { localize } from '../server/kernel/plural.ts';
import type { Language } from '../server/kernel/text.ts';
import { defineAction } from './action.ts';
import { reportList } from './list-report.ts';
import { jobsWas, said } from './words.ts';

const WORDS: Record<
  Language,
  Record<'filter' | 'mark' | 'follow' | 'cv' | 'separate' | 'search' | 'nothing', string>
> = {
  en: {
    filter: 'Filter change taken back',
    mark: 'Mark taken back',
    follow: 'Followed employers as before',
    cv: 'Change to the CV taken back',
    separate: 'Openings as before',
    search: 'Saved searches as before',
    nothing: 'There is nothing left to undo',
  },
  de: {
    filter: 'Filteränderung zurückgenommen',
    mark: 'Markierung zurückgenommen',
    follow: 'Gefolgte Arbeitgeber wie zuvor',
    cv: 'Änderung am Lebenslauf zurückgenommen',
    separate: 'Stellen wie zuvor',
    search: 'Gespeicherte Suchen wie zuvor',
    nothing: 'Es gibt nichts mehr zurückzunehmen',
  },
  uk: {
    filter: 'Зміну фільтра скасовано',
    mark: 'Позначку скасовано',
    follow: 'Перелік роботодавців такий, як був',
    cv: 'Зміну в резюме скасовано',
    separate: 'Вакансії об’єднано так, як було',
    search: 'Збережені пошуки такі, як були',
    nothing: 'Більше нічого скасовувати',
  },
};

export const undo = defineAction({
  name: 'undo',
  title: { en: 'Undo', de: 'Rückgängig', uk: 'Скасувати' },
  says: { en: 'Taking it back', de: 'Wird zurückgenommen', uk: 'Скасовую' },
  description:
    'Takes back the last change (filter, save, hide, saved search, correction of the CV). Works repeatedly. With changeId it takes back that change.',
  input: z.strictObject({ changeId: z.uuid().optional() }),
  effect: 'change',
  guarded: false,
  async run(context, { changeId }, services) {
    const { userId, conversationId } = context;
    const was = (await services.matches.counts({ userId, conversationId })).total;
    const undone = await services.changes.undo({ userId, conversationId, changeId });
    if (undone !== null) await services.conversations.markUndone({ userId, conversationId, undoId: undone.changeId });
    const report = await reportList(context, services);
    const kind = undone?.kind ?? 'nothing';
    const line = localize((language) => {
      const words = WORDS[language][kind];
      return kind === 'filter' ? `${words}: ${jobsWas(language, report.total, was)}` : words;
    });
    return {
      outcome: said(line),
      forModel: { ...report, was, undid: kind, action: undone?.action ?? null },
      data: { undid: kind, filter: report.filter, revision: report.revision, total: report.total },
    };
  },
});
