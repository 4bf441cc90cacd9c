/** The lines that say how a run of a source went, in the three languages. Honest: what failed, and what is still there. Pure. */
import { counted, localize } from '../kernel/plural.ts';
import type { Language, Localized } from '../kernel/text.ts';
import { WHOLE_ITEM } from './source-drift.ts';

const POSTINGS = {
  en: { one: 'posting', other: 'postings' },
  de: { one: 'Anzeige', other: 'Anzeigen' },
  uk: { one: 'вакансія', few: 'вакансії', many: 'вакансій', other: 'вакансії' },
};
/** After "kept": the case that the verb asks for. */
const KEPT = {
  en: POSTINGS.en,
  de: POSTINGS.de,
  uk: { one: 'вакансію', few: 'вакансії', many: 'вакансій', other: 'вакансії' },
};
const LOCALE = { en: 'en-GB', de: 'de-DE', uk: 'uk-UA' } as const;

/** "09:40", with the day when it is another one, in the time zone of the machine. */
export function clockTime(language: Language, iso: string, now: Date): string {
  const at = new Date(iso);
  const time = new Intl.DateTimeFormat(LOCALE[language], { hour: '2-digit', minute: '2-digit' }).format(at);
  if (at.toDateString() === now.toDateString()) return time;
  return `${new Intl.DateTimeFormat(LOCALE[language], { day: 'numeric', month: 'short' }).format(at)}, ${time}`;
}

/** While it runs. */
export function runningLine(read: number): Localized {
  return localize((language) => {
    const postings = counted(language, read, POSTINGS[language]);
    return {
      en: `Reading: ${postings} so far`,
      de: `Wird gelesen: bisher ${postings}`,
      uk: `Читаю: поки що ${postings}`,
    }[language];
  });
}

type Done = {
  added: number;
  updated: number;
  unchanged: number;
  refused: number;
  merged: number;
  closed: number;
  drift: readonly { field: string }[];
  nextAllowedAt: string | null;
};

/** After a run that worked: what came, what looks changed at the board, from when it may be asked again. */
export function doneLine(run: Done, now: Date): Localized {
  const { added, updated, unchanged, refused, merged, closed, drift, nextAllowedAt } = run;
  return localize((language) => {
    const again =
      nextAllowedAt === null || Date.parse(nextAllowedAt) <= now.getTime()
        ? null
        : clockTime(language, nextAllowedAt, now);
    const isUnreadable = drift.some(({ field }) => field === WHOLE_ITEM);
    const gone = drift
      .filter(({ field }) => field !== WHOLE_ITEM)
      .slice(0, 3)
      .map(({ field }) => field)
      .join(', ');
    const words = {
      en: {
        added: counted(language, added, { one: 'new posting', other: 'new postings' }),
        updated: `${updated} changed`,
        same: `${unchanged} as before`,
        refused: `${refused} unreadable${isUnreadable ? ', more than usual' : ''}`,
        merged: `${merged} also on other boards`,
        closed: `${closed} closed`,
        drift: `the board changed: no ${gone}`,
        again: `again from ${again}`,
      },
      de: {
        added: counted(language, added, { one: 'neue Anzeige', other: 'neue Anzeigen' }),
        updated: `${updated} geändert`,
        same: `${unchanged} wie zuvor`,
        refused: `${refused} nicht lesbar${isUnreadable ? ', mehr als sonst' : ''}`,
        merged: `${merged} auch auf anderen Börsen`,
        closed: `${closed} geschlossen`,
        drift: `die Börse hat sich geändert: ${gone} fehlt`,
        again: `wieder ab ${again}`,
      },
      uk: {
        added: counted(language, added, {
          one: 'нова вакансія',
          few: 'нові вакансії',
          many: 'нових вакансій',
          other: 'нової вакансії',
        }),
        updated: `змінено: ${updated}`,
        same: `без змін: ${unchanged}`,
        refused: `не прочитано: ${refused}${isUnreadable ? ', більше, ніж зазвичай' : ''}`,
        merged: `є й на інших сайтах: ${merged}`,
        closed: `закрито: ${closed}`,
        drift: `на сайті зміни: немає ${gone}`,
        again: `знову з ${again}`,
      },
    }[language];
    const counts = [
      words.added,
      ...(updated > 0 ? [words.updated] : []),
      ...(unchanged > 0 ? [words.same] : []),
      ...(merged > 0 ? [words.merged] : []),
      ...(closed > 0 ? [words.closed] : []),
      ...(refused > 0 ? [words.refused] : []),
    ].join(', ');
    return [counts, ...(gone === '' ? [] : [words.drift]), ...(again === null ? [] : [words.again])].join('; ');
  });
}

/** After a run that failed: why, and what is still there from when. */
export function failedLine(why: Localized, kept: number, keptFrom: string | null, now: Date): Localized {
  return localize((language) => {
    const reason = why[language].replace(/(?<![.!?])$/u, '.');
    if (kept === 0) return reason;
    const postings = counted(language, kept, KEPT[language]);
    const from =
      keptFrom === null
        ? ''
        : {
            en: ` from ${clockTime(language, keptFrom, now)}`,
            de: ` von ${clockTime(language, keptFrom, now)}`,
            uk: ` від ${clockTime(language, keptFrom, now)}`,
          }[language];
    return `${reason} ${{ en: `Kept ${postings}${from}.`, de: `${postings}${from} behalten.`, uk: `Збережено ${postings}${from}.` }[language]}`;
  });
}

/** A board that may not be asked again yet: since it was fetched, or since it failed and asked for peace. */
export function tooSoonLine(
  title: string,
  last: { state: string; startedAt: string; endedAt: string | null },
  next: string,
  now: Date,
): Localized {
  return localize((language) => {
    const at = clockTime(language, last.endedAt ?? last.startedAt, now);
    const again = clockTime(language, next, now);
    const isFailed = last.state === 'failed';
    return {
      en: `${isFailed ? 'Failed' : 'Fetched'} at ${at}; ${title} may be asked again at ${again}.`,
      de: `Um ${at} ${isFailed ? 'gescheitert' : 'geholt'}; ${title} darf um ${again} wieder gefragt werden.`,
      uk: `${isFailed ? 'Не вдалося' : 'Отримано'} о ${at}; ${title} можна запитати знову о ${again}.`,
    }[language];
  });
}

/** A board whose key has no requests left. */
export function spentLine(requests: number, perDay: number, next: string, now: Date): Localized {
  return localize((language) => {
    const again = clockTime(language, next, now);
    return {
      en: `${requestsLine(requests, perDay).en}; again from ${again}.`,
      de: `${requestsLine(requests, perDay).de}; wieder ab ${again}.`,
      uk: `${requestsLine(requests, perDay).uk}; знову з ${again}.`,
    }[language];
  });
}

/** What a key has asked in the last 24 hours. */
export function requestsLine(requests: number, perDay: number): Localized {
  return {
    en: `${requests} of ${perDay} requests in 24 hours`,
    de: `${requests} von ${perDay} Anfragen in 24 Stunden`,
    uk: `запитів за 24 години: ${requests} із ${perDay}`,
  };
}

/** Postings that came by import. */
export function storedLine(postings: number): Localized {
  return localize((language) => counted(language, postings, POSTINGS[language]));
}

/** The sample board. */
export function samplesLine(postings: number): Localized {
  return localize((language) => {
    const words = counted(language, postings, POSTINGS[language]);
    return {
      en: `${words}, written for trying out`,
      de: `${words}, zum Ausprobieren geschrieben`,
      uk: `${words}, написані для проби`,
    }[language];
  });
}

/** A board that was not asked yet. */
export const neverLine: Localized = { en: 'Not asked yet', de: 'Noch nicht gefragt', uk: 'Ще не запитували' };
/** A process died while it fetched. */
export const interruptedLine: Localized = {
  en: 'The last fetch was interrupted.',
  de: 'Der letzte Abruf wurde unterbrochen.',
  uk: 'Останнє завантаження перервано.',
};
/** The person stopped it. */
export const stoppedLine: Localized = { en: 'Stopped.', de: 'Angehalten.', uk: 'Зупинено.' };
/** Something that has no text of its own. */
export const brokenLine: Localized = {
  en: 'The answer could not be read.',
  de: 'Die Antwort war nicht lesbar.',
  uk: 'Відповідь не вдалося прочитати.',
};
/** Another process on the same store is at it. */
export const elsewhereLine: Localized = {
  en: 'Being fetched by another process.',
  de: 'Wird von einem anderen Prozess geholt.',
  uk: 'Завантажує інший процес.',
};
/** A board that gives and gives. */
export const lateLine: Localized = {
  en: 'It took too long and was ended.',
  de: 'Es dauerte zu lange und wurde beendet.',
  uk: 'Тривало надто довго, тому зупинено.',
};
