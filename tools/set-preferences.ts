/** set_preferences: what the person prefers everywhere, whichever browser they use. */
import { z } from 'zod';
import { preferencesSchema, type ShownPreferences, THEMES } from '../server/accounts/preferences.ts';
import { PerchError } from '../server/kernel/errors.ts';
import { LANGUAGES } from '../server/kernel/text.ts';
import { countryOf } from '../server/taxonomy/places.ts';
import { type ActionServices, defineAction } from './action.ts';
import { said } from './words.ts';

const sources = z.array(z.string().min(1).max(60)).max(50);

export const setPreferences = defineAction({
  name: 'set_preferences',
  title: { en: 'Set preferences', de: 'Einstellungen ändern', uk: 'Змінити налаштування' },
  says: { en: 'Changing the settings', de: 'Einstellungen werden geändert', uk: 'Змінюю налаштування' },
  description:
    'Changes what the person prefers everywhere: `homeCountry` (where they live, an ISO code or null), `language` of ' +
    'the page (en, de, uk), `theme` (system, light, dark), which job boards are fetched (`turnOff`, `turnOn`), ' +
    'whether the ratings of a language model show beside the scores (`showsRatings`), and which model server may read ' +
    'the CV (`cvGoesTo`: its host, said by the person alone, or null), whether saves and hides count a little in scores (`learnsFromMarks`), and which of their traits ' +
    'shall not (`leaningOff` adds one such as "skill PHP", `leaningsOff` is the whole list). ' +
    'It changes no filter. Example: {"language":"de","turnOff":["arbeitnow"]}.',
  input: z
    .strictObject({
      homeCountry: preferencesSchema.shape.homeCountry.unwrap().exactOptional(),
      language: z.enum(LANGUAGES).nullable().exactOptional(),
      theme: z.enum(THEMES).nullable().exactOptional(),
      showsRatings: z.boolean().exactOptional(),
      cvGoesTo: preferencesSchema.shape.cvGoesTo.unwrap().exactOptional(),
      learnsFromMarks: z.boolean().exactOptional(),
      leaningsOff: preferencesSchema.shape.leaningsOff.unwrap().exactOptional(),
      leaningOff: preferencesSchema.shape.leaningsOff.unwrap().element.optional(),
      turnOff: sources.optional(),
      turnOn: sources.optional(),
    })
    .refine((change) => Object.keys(change).length > 0, 'say what to change'),
  resolve: resolveCountry,
  effect: 'change',
  guarded: true,
  async run({ userId }, { turnOff = [], turnOn = [], leaningOff, ...change }, services) {
    if (turnOff.length + turnOn.length > 0) await refuseUnknown(userId, [...turnOff, ...turnOn], services);
    const { sourcesOff, leaningsOff } = await services.preferences.read(userId);
    const off = new Set([...sourcesOff, ...turnOff]);
    for (const name of turnOn) off.delete(name);
    const preferences = await services.preferences.change(userId, {
      ...change,
      ...(leaningOff === undefined ? {} : { leaningsOff: [...new Set([...leaningsOff, leaningOff])].slice(-MOST_OFF) }),
      sourcesOff: [...off].toSorted(),
    });
    return { outcome: said(SAVED), forModel: shortly(preferences), data: preferences };
  },
});

const MOST_OFF = 200;
const SAVED = { en: 'Settings saved', de: 'Einstellungen gespeichert', uk: 'Налаштування збережено' };

/** What a model may know: nothing of keys and addresses. */
function shortly({ homeCountry, language, theme, sourcesOff }: ShownPreferences): unknown {
  return { homeCountry, language, theme, sourcesOff };
}

function resolveCountry(input: unknown): unknown {
  const object = z.looseObject({ homeCountry: z.string() }).safeParse(input);
  if (!object.success) return input;
  const { homeCountry } = object.data;
  return { ...object.data, homeCountry: countryOf(homeCountry) ?? homeCountry };
}

async function refuseUnknown(userId: string, names: readonly string[], services: ActionServices): Promise<void> {
  const known = (await services.ingest.sourceStates({ userId })).map(({ source }) => source);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const list = known.join(', ');
  throw new PerchError('not_found', {
    en: `There is no job board “${unknown}”. There are: ${list}.`,
    de: `Die Jobbörse „${unknown}“ gibt es nicht. Es gibt: ${list}.`,
    uk: `Сайту вакансій «${unknown}» немає. Є: ${list}.`,
  });
}
