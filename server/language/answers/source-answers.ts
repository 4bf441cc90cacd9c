/** What is said of followed employers and of the sources, from what the actions returned. Pure. */
import { z } from 'zod';
import { counted } from '../../kernel/plural.ts';
import type { Language } from '../../kernel/text.ts';

const run = z.object({ added: z.number().optional(), failed: z.boolean().optional() });
const followedSchema = z.object({ followed: z.string(), sources: z.array(run) });
const unfollowedSchema = z.object({ unfollowed: z.string() });
const listedSchema = z.object({
  sources: z.array(z.object({ title: z.string(), state: z.string(), isFollowed: z.boolean() })),
});

const NEW = {
  en: { one: 'new posting', other: 'new postings' },
  de: { one: 'neue Anzeige', other: 'neue Anzeigen' },
  uk: { one: 'нова вакансія', few: 'нові вакансії', many: 'нових вакансій', other: 'нової вакансії' },
};

/** The answer to follow_employer; nothing when it says something else (a failure has its own words). */
export function aboutFollowing(output: unknown, language: Language): string[] {
  const off = unfollowedSchema.safeParse(output);
  if (off.success) {
    const name = off.data.unfollowed;
    return [
      {
        en: `You no longer follow ${name}. What is already in the list stays until it closes.`,
        de: `Sie folgen ${name} nicht mehr. Was schon in der Liste steht, bleibt, bis es schließt.`,
        uk: `Ви більше не стежите за ${name}. Те, що вже є в списку, лишається, доки не закриється.`,
      }[language],
    ];
  }
  const on = followedSchema.safeParse(output);
  if (!on.success) return [];
  const { followed: name, sources } = on.data;
  if (sources.some(({ failed }) => failed === true))
    return [
      {
        en: `You follow ${name} now, but its board did not answer; the line above says why. It is asked again with the next fetch.`,
        de: `Sie folgen ${name} jetzt, aber die Seite hat nicht geantwortet; die Zeile darüber sagt, warum. Beim nächsten Abruf wird sie wieder gefragt.`,
        uk: `Тепер ви стежите за ${name}, але сайт не відповів; рядок вище пояснює чому. Його буде запитано під час наступного завантаження.`,
      }[language],
    ];
  const postings = counted(
    language,
    sources.reduce((sum, { added }) => sum + (added ?? 0), 0),
    NEW[language],
  );
  return [
    {
      en: `You follow ${name} now: ${postings}. It is fetched with the rest from here on.`,
      de: `Sie folgen ${name} jetzt: ${postings}. Ab jetzt wird es mit allen anderen abgerufen.`,
      uk: `Тепер ви стежите за ${name}: ${postings}. Відтепер завантажується разом з усіма.`,
    }[language],
  ];
}

/** The answer to list_sources. */
export function aboutSources(output: unknown, language: Language): string[] {
  const listed = listedSchema.safeParse(output);
  if (!listed.success) return [];
  const { sources } = listed.data;
  const names = (all: { title: string }[]): string =>
    new Intl.ListFormat(language).format(all.map(({ title }) => title.replace(/[?!.]$/u, '')));
  const followed = sources.filter(({ isFollowed }) => isFollowed);
  const failing = sources.filter(({ state }) => state === 'failed');
  const boards = names(sources.filter(({ isFollowed }) => !isFollowed));
  return [
    { en: `I ask ${boards}.`, de: `Ich frage ${boards}.`, uk: `Я запитую ${boards}.` }[language],
    followed.length === 0
      ? {
          en: 'You follow no employer yet: paste the address of a careers page (“follow https://jobs.lever.co/acme”).',
          de: 'Sie folgen noch keinem Arbeitgeber: Fügen Sie die Adresse einer Karriereseite ein („folge https://jobs.lever.co/acme“).',
          uk: 'Ви ще не стежите за жодним роботодавцем: вставте адресу сторінки вакансій («стеж за https://jobs.lever.co/acme»).',
        }[language]
      : {
          en: `You follow ${names(followed)}.`,
          de: `Sie folgen: ${names(followed)}.`,
          uk: `Ви стежите за: ${names(followed)}.`,
        }[language],
    ...(failing.length === 0
      ? []
      : [
          {
            en: `The last fetch failed at ${names(failing)}.`,
            de: `Zuletzt gescheitert: ${names(failing)}.`,
            uk: `Останнє завантаження не вдалося: ${names(failing)}.`,
          }[language],
        ]),
  ];
}
