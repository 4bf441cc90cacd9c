/** choose_cv: which of several CVs counts. */
import { z } from 'zod';
import type { Cvs } from '../server/cv/cv.ts';
import { noCv } from '../server/cv/cv-service.ts';
import { PerchError } from '../server/kernel/errors.ts';
import { fold } from '../server/taxonomy/fold.ts';
import { defineAction } from './action.ts';
import { forModel } from './show-profile.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const OTHER = /^(?:the )?(?:other|another|previous|andere\p{L}*|vorige\p{L}*|інше|друге|попереднє)(?: one)?$/iu;
const NEWEST = /^(?:new|newest|latest|last|neue\p{L}*|neueste\p{L}*|letzte\p{L}*|нове|найновіше|останнє)$/iu;
const OLDEST = /^(?:old|oldest|first|alte\p{L}*|älteste\p{L}*|erste\p{L}*|старе|найстаріше|перше)$/iu;

export const chooseCv = defineAction({
  name: 'choose_cv',
  title: { en: 'Choose a CV', de: 'Lebenslauf wählen', uk: 'Вибрати резюме' },
  says: { en: 'Changing the CV', de: 'Lebenslauf wird gewechselt', uk: 'Змінюю резюме' },
  description:
    'Makes another of the person’s CVs the active one. `cv` is its id as show_profile gives it, words of its name, or ' +
    '"other", "newest", "oldest".',
  input: z.strictObject({ cv: z.string().trim().min(1).max(120) }),
  effect: 'change',
  guarded: false,
  tellsOfCv: true,
  async run(context, { cv: said }, services) {
    const { userId, conversationId } = context;
    await services.filters.get({ userId, conversationId });
    const cvId = UUID.test(said) ? said : find(said, await services.cvs.show(userId));
    const { changeId, cv } = await services.cvs.choose({ userId, conversationId, cvId });
    const line = {
      en: `CV in use: ${cv.name}`,
      de: `Lebenslauf in Gebrauch: ${cv.name}`,
      uk: `Активне резюме: ${cv.name}`,
    };
    return {
      outcome: { line, undoId: changeId, undone: false, view: null },
      forModel: forModel(cv),
      data: cv,
    };
  },
});

/** The id of the CV that is meant. Throws not_found without CVs, conflict where several or none could be. */
function find(said: string, { cvs }: Cvs): string {
  if (cvs.length === 0) throw noCv();
  const named = (pattern: RegExp, found: typeof cvs): typeof cvs => (pattern.test(said) ? found : []);
  const candidates = [
    named(
      OTHER,
      cvs.filter(({ isActive }) => !isActive),
    ),
    named(NEWEST, cvs.slice(0, 1)),
    named(OLDEST, cvs.slice(-1)),
    cvs.filter(({ name }) => fold(name).includes(fold(said))),
  ].find((found) => found.length > 0);
  const [only] = candidates ?? [];
  if (only === undefined || candidates?.length !== 1) throw whichOne(cvs.map(({ name }) => name));
  return only.id;
}

function whichOne(names: readonly string[]): PerchError {
  const list = names.join(', ');
  return new PerchError('conflict', {
    en: `Which CV do you mean? There are: ${list}. Say words of its name.`,
    de: `Welchen Lebenslauf meinen Sie? Es gibt: ${list}. Nennen Sie Wörter aus dem Namen.`,
    uk: `Яке резюме ви маєте на увазі? Є: ${list}. Назвіть слова з назви.`,
  });
}
