/** show_profile: the person's CVs, and what was read from the active one. */
import { z } from 'zod';
import type { CvView } from '../server/cv/cv.ts';
import { defineAction } from './action.ts';
import { profileSentence } from './profile-words.ts';
import { said } from './words.ts';

const MOST_SKILLS = 60;
const SHORTEST_NAME = 3;

export const showProfile = defineAction({
  name: 'show_profile',
  title: { en: 'Show my CV', de: 'Meinen Lebenslauf zeigen', uk: 'Показати моє резюме' },
  says: { en: 'Reading your CV', de: 'Ihr Lebenslauf wird gelesen', uk: 'Читаю ваше резюме' },
  description: 'The CVs of the person, and what Perch read from the active one: skills, experience, languages, wishes.',
  input: z.strictObject({}),
  effect: 'read',
  guarded: false,
  tellsOfCv: true,
  async run(context, _input, services) {
    const shown = await services.cvs.show(context.userId);
    const { active } = shown;
    const line =
      active === null
        ? {
            en: 'No CV yet: drop one on the page',
            de: 'Noch kein Lebenslauf: Ziehen Sie einen auf die Seite',
            uk: 'Резюме ще немає: перетягніть його на сторінку',
          }
        : {
            en: `Your CV: ${active.name}`,
            de: `Ihr Lebenslauf: ${active.name}`,
            uk: `Ваше резюме: ${active.name}`,
          };
    return {
      outcome: said(line),
      forModel: {
        cvs: shown.cvs.map((cv) => ({ ...cv, name: active === null ? cv.name : withoutName(cv.name, active) })),
        active: active === null ? null : forModel(active),
        say: profileSentence(active),
      },
      data: shown,
    };
  },
});

/** Without what identifies a person: no model needs a name, an address or a birth date to speak about work. */
export function forModel(cv: CvView): unknown {
  const { id, name, profile, corrections } = cv;
  return {
    id,
    file: withoutName(name, cv),
    headline: profile.headline?.value ?? null,
    seniority: profile.seniority?.value ?? null,
    titles: profile.targetTitles.map(({ value }) => value),
    skills: profile.skills.slice(0, MOST_SKILLS).map(({ value }) => value),
    languages: profile.languages.map(({ value }) => value),
    experience: profile.experience.map(({ title, company, start, end }) => ({
      title: title?.value ?? null,
      company: company?.value ?? null,
      start: start?.value ?? null,
      end: end?.value ?? null,
    })),
    wishes: corrections.wishes ?? {},
  };
}

/** The name of a file without the name of its person, whom most people name their CV after. */
function withoutName(file: string, { profile }: CvView): string {
  const parts = (profile.name?.value ?? '').split(/[\s.,-]+/u).filter((part) => part.length >= SHORTEST_NAME);
  return parts.reduce((rest, part) => {
    const at = rest.toLowerCase().indexOf(part.toLowerCase());
    return at === -1 ? rest : `${rest.slice(0, at)}…${rest.slice(at + part.length)}`;
  }, file);
}
