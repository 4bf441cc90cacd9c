/** rate_projects: freelance projects of the list by skill, budget and complexity, best first, with yes, maybe or no. */
import { z } from 'zod';
import { formatNumber, localize } from '../server/kernel/plural.ts';
import type { Language } from '../server/kernel/text.ts';
import type { RatedProject } from '../server/matching/scoring/project-service.ts';
import { defineAction } from './action.ts';
import { fitSentence } from './score-words.ts';
import { said } from './words.ts';

/** The specification's least mean. */
const LEAST = 7;
const NAMED = 3;
const MOST = 50;

export const rateProjects = defineAction({
  name: 'rate_projects',
  title: { en: 'Rate projects', de: 'Projekte bewerten', uk: 'Оцінити проєкти' },
  says: { en: 'Rating the projects', de: 'Projekte werden bewertet', uk: 'Оцінюю проєкти' },
  description:
    'Rates the freelance projects of the list against the CV: skill, budget and complexity from 0 to 10, the client’s ' +
    'rating where a board tells it, and yes, maybe or no. Sorted by their mean; `least` is the least mean (7 unless ' +
    'said). Needs no model. For “which projects are worth answering?”.',
  input: z.strictObject({ least: z.number().min(0).max(10).default(LEAST) }),
  effect: 'read',
  guarded: false,
  tellsOfCv: true,
  async run({ userId, conversationId }, { least }, services) {
    const { looked, unranked, projects } = await services.projects.rate({ userId, conversationId, least });
    const [first] = projects;
    const line = localize((language) => {
      const [all, good, from] = [looked, projects.length, least].map((value) => formatNumber(language, value));
      const names = projects.slice(0, NAMED).map((project) => named(project, language));
      const none = {
        en: `No freelance project here has a mean of ${from} or more (${all} looked at)`,
        de: `Kein Freelance-Projekt hier hat im Mittel ${from} oder mehr (${all} angesehen)`,
        uk: `Жоден проєкт тут не має в середньому ${from} чи більше (переглянуто: ${all})`,
      }[language];
      if (first === undefined) return none;
      return {
        en: `${good} of ${all} projects have a mean of ${from} or more: ${names.join('; ')}`,
        de: `Im Mittel ${from} oder mehr haben ${good} von ${all} Projekten: ${names.join('; ')}`,
        uk: `Середнє ${from} чи більше мають ${good} з ${all} проєктів: ${names.join('; ')}`,
      }[language];
    });
    const shown = projects.slice(0, MOST).map(({ fit, marketplace, ...project }) => ({
      ...project,
      ...marketplace,
      score: fit.value,
      reasoning: fitSentence(project.title, fit),
    }));
    const view = first === undefined ? null : ({ kind: 'posting', postingId: first.id } as const);
    const say = localize((language) => `${line[language]}.`);
    return {
      outcome: { ...said(line), view },
      forModel: { looked, unranked, projects: shown.slice(0, NAMED), say },
      data: { looked, unranked, least, projects: shown },
    };
  },
});

/** "Payments API, Acme (8.5, worth answering)". */
function named({ title, company, marketplace }: RatedProject, language: Language): string {
  const verdict = {
    en: { yes: 'worth answering', maybe: 'perhaps', no: 'rather not' },
    de: { yes: 'lohnt sich', maybe: 'vielleicht', no: 'eher nicht' },
    uk: { yes: 'варто', maybe: 'можливо', no: 'радше ні' },
  }[language][marketplace.recommendation];
  const name = company === null ? title : `${title}, ${company}`;
  const mean = marketplace.mean === null ? '' : `${formatNumber(language, marketplace.mean)}, `;
  return `${name} (${mean}${verdict})`;
}
