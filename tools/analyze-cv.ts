/** analyze_cv: the CV against a posting, pasted text, or what the current search asks for most. */
import { z } from 'zod';
import { localize } from '../server/kernel/plural.ts';
import type { Localized } from '../server/kernel/text.ts';
import type { Analysis } from '../server/matching/scoring/analysis.ts';
import type { Market } from '../server/matching/scoring/analysis-service.ts';
import { defineAction } from './action.ts';
import { jobReference } from './show-job.ts';
import { said } from './words.ts';

const NAMED = 5;

export const analyzeCv = defineAction({
  name: 'analyze_cv',
  title: { en: 'Analyse my CV', de: 'Lebenslauf auswerten', uk: 'Проаналізувати резюме' },
  says: { en: 'Reading your CV', de: 'Ihr Lebenslauf wird gelesen', uk: 'Читаю ваше резюме' },
  description:
    'Holds the CV against one posting (`job`: place, id or words), against a pasted advertisement (`text`), or, without either, against what the current search asks for most. Gives relevance 0 to 10, matched and missing keywords, and which lines to change; it never invents experience.',
  input: z
    .strictObject({ job: jobReference.optional(), text: z.string().trim().min(20).max(50_000).optional() })
    .refine(({ job, text }) => job === undefined || text === undefined, 'give a job or a text, not both'),
  effect: 'read',
  guarded: false,
  tellsOfCv: true,
  async run(context, { job, text }, services) {
    const place = { userId: context.userId, conversationId: context.conversationId };
    if (job === undefined && text === undefined) {
      const market = await services.analysis.market(place);
      const say = marketSentence(market);
      return { outcome: said(say), forModel: { ...market, say }, data: market };
    }
    const match = job === undefined ? null : await services.matches.resolve({ ...place, job });
    const analysis =
      match === null
        ? await services.analysis.analyzeText({ ...place, text: text ?? '' })
        : await services.analysis.analyze({ ...place, postingId: match.id });
    const say = analysisSentence(analysis, match?.title ?? null);
    return {
      outcome: { ...said(say), view: match === null ? null : { kind: 'posting', postingId: match.id } },
      forModel: { title: match?.title ?? null, ...analysis, say },
      data: analysis,
    };
  },
});

const some = (names: readonly string[]): string => names.slice(0, NAMED).join(', ');

function analysisSentence({ relevance, matched, missing, improvements }: Analysis, title: string | null): Localized {
  return localize((language) => {
    const words = {
      en: {
        for: title ?? 'the text',
        is: 'relevance',
        of: 'of 10',
        has: 'Matched',
        lacks: 'Missing',
        can: 'First line to change',
      },
      de: {
        for: title ?? 'den Text',
        is: 'Relevanz',
        of: 'von 10',
        has: 'Gefunden',
        lacks: 'Es fehlt',
        can: 'Diese Zeile zuerst ändern',
      },
      uk: {
        for: title ?? 'текст',
        is: 'відповідність',
        of: 'з 10',
        has: 'Збігається',
        lacks: 'Бракує',
        can: 'Спершу змініть рядок',
      },
    }[language];
    const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(relevance);
    const [first] = improvements;
    return [
      `${words.for}: ${words.is} ${number} ${words.of}.`,
      matched.length === 0 ? '' : `${words.has}: ${some(matched)}.`,
      missing.length === 0 ? '' : `${words.lacks}: ${some(missing)}.`,
      first === undefined
        ? ''
        : `${words.can}: ${first.line === null ? '' : `“${first.line}”. `}${first.advice[language]}`,
    ]
      .filter(Boolean)
      .join(' ');
  });
}

function marketSentence({ postings, skills }: Market): Localized {
  return localize((language) => {
    const number = new Intl.NumberFormat(language);
    const lacking = skills.filter(({ has }) => has !== 'yes').slice(0, NAMED);
    const having = skills.filter(({ has }) => has === 'yes').slice(0, NAMED);
    const list = (part: typeof skills): string =>
      part.map(({ skill, postings: count }) => `${skill} (${number.format(count)})`).join(', ');
    const words = {
      en: {
        looked: `I looked at the first ${number.format(postings)} postings of this search.`,
        lack: 'Asked most and not in your CV',
        have: 'Asked most and in your CV',
      },
      de: {
        looked: `Ich habe die ersten ${number.format(postings)} Anzeigen dieser Suche angesehen.`,
        lack: 'Am meisten verlangt und nicht in Ihrem Lebenslauf',
        have: 'Am meisten verlangt und in Ihrem Lebenslauf',
      },
      uk: {
        looked: `Переглянуто перших вакансій цього пошуку: ${number.format(postings)}.`,
        lack: 'Найчастіше потрібно, а в резюме немає',
        have: 'Найчастіше потрібно і є в резюме',
      },
    }[language];
    return [
      words.looked,
      lacking.length === 0 ? '' : `${words.lack}: ${list(lacking)}.`,
      having.length === 0 ? '' : `${words.have}: ${list(having)}.`,
    ]
      .filter(Boolean)
      .join(' ');
  });
}
