/** CVs of a person: added, corrected, chosen, erased. Nothing is kept of a file but its text and what that says. */
import { z } from 'zod';
import { addChange } from '../conversations/change-repository.ts';
import { cleanLine } from '../kernel/clean-text.ts';
import type { Clock } from '../kernel/clock.ts';
import { PerchError } from '../kernel/errors.ts';
import type { Events } from '../kernel/events.ts';
import { newId } from '../kernel/ids.ts';
import type { Store, Unit } from '../store/store.ts';
import { correctionsSchema } from './corrections.ts';
import { changeCorrections } from './change-corrections.ts';
import { type CorrectionChange, type Cv, type Cvs, cvSchema, type CvView } from './cv.ts';
import { viewOf } from './cv-view.ts';
import type { CvParser } from './cv-parser.ts';
import {
  activate,
  deleteCv,
  findActiveCv,
  findCv,
  insertCv,
  listCvs,
  noteUpload,
  writeCorrections,
  writeProfile,
} from './cv-repository.ts';
import { type Profile, profileSchema } from './profile.ts';
import { qualityWords } from './quality-words.ts';
import { readProfile } from './read-profile.ts';

export interface CvEvents {
  /** After a commit: another CV is active, or the active one says something else. */
  'cv-changed': { userId: string };
}

export interface CvService {
  /**
   * Reads a file or pasted text and makes it the active CV. Throws PerchError: invalid with what to do when nothing can
   * be read, too_large, too_many over 20 an hour or 20 CVs.
   */
  add(options: { userId: string; bytes: Uint8Array; name: string; signal?: AbortSignal }): Promise<CvView>;
  show(userId: string): Promise<Cvs>;
  /** Changes what was read; undoable. `cvId` unless it is the active one. Throws not_found. */
  correct(options: CvPlace & { change: CorrectionChange }): Promise<{ changeId: string; cv: CvView }>;
  /** Makes another one the active one; undoable. Throws not_found. */
  choose(options: CvPlace & { cvId: string }): Promise<{ changeId: string; cv: CvView }>;
  /** Puts in what a model added to the profile; undoable. Throws not_found. */
  takeOver(
    options: CvPlace & { cvId: string; profile: Profile; filled: NonNullable<Cv['filled']> },
  ): Promise<{ changeId: string; cv: CvView }>;
  /** Undoes a change of kind 'cv', inside the unit that takes it back. */
  restore(unit: Unit, userId: string, before: unknown): Promise<void>;
  /** Erases it for good; the newest other one becomes active. Throws not_found. */
  remove(options: { userId: string; cvId: string }): Promise<Cvs>;
}

interface CvPlace {
  userId: string;
  conversationId: string;
  cvId?: string | undefined;
}

/** What `correct` and `choose` note to be taken back. */
const stateBefore = z.union([
  z.object({ active: z.uuid().nullable() }),
  z.object({ id: z.uuid(), corrections: correctionsSchema }),
  z.object({ id: z.uuid(), profile: profileSchema, filled: cvSchema.shape.filled }),
]);

const HOUR_MS = 3_600_000;
const MOST_UPLOADS = 20;
const MOST_CVS = 20;
const LONGEST_NAME = 120;

export function createCvService(dependencies: {
  store: Store;
  clock: Clock;
  events: Events<CvEvents>;
  parser: CvParser;
  /** Uploads in an hour; 20 unless said. */
  uploadsPerHour?: number | undefined;
}): CvService {
  const { store, clock, events, parser, uploadsPerHour = MOST_UPLOADS } = dependencies;
  const tell = (unit: Unit, userId: string): void => unit.afterCommit(() => events.emit('cv-changed', { userId }));

  async function find(unit: Unit, cvId: string | undefined): Promise<Cv> {
    const cv = cvId === undefined ? await findActiveCv(unit) : await findCv(unit, cvId);
    if (cv === null) throw noCv();
    return cv;
  }

  const show = async (unit: Unit): Promise<Cvs> => {
    const active = await findActiveCv(unit);
    return { cvs: await listCvs(unit), active: active === null ? null : viewOf(active) };
  };

  return {
    async add({ userId, bytes, name, signal }) {
      const now = clock();
      await store.asPerson(userId, async (unit) => {
        const since = new Date(now.getTime() - HOUR_MS);
        const uploads = await noteUpload(unit, { id: newId(), userId, now, since });
        if (uploads > uploadsPerHour) throw tooOften();
        if ((await listCvs(unit)).length >= MOST_CVS) throw tooMany();
      });
      const parsed = await parser.parse(bytes, name, signal);
      const { format, quality, pages, isCut, hidden } = parsed;
      const { text, profile } = readProfile(parsed.lines);
      if ((quality !== 'ok' && quality !== 'columns') || text.trim() === '') {
        const empty = { ...parsed, quality: quality === 'ok' || quality === 'columns' ? 'empty' : quality } as const;
        throw new PerchError('invalid', qualityWords(empty) ?? noCv().text);
      }
      const id = newId();
      const title = cleanLine(name, LONGEST_NAME) || 'CV';
      return await store.asPerson(userId, async (unit) => {
        await insertCv(unit, { id, userId, name: title, format, quality, pages, isCut, hidden, text, profile, now });
        tell(unit, userId);
        return viewOf(await find(unit, id));
      });
    },

    show: async (userId) => await store.asPerson(userId, show),

    async correct({ cvId, change, ...place }) {
      return await store.asPerson(place.userId, async (unit) => {
        const { id, corrections, profile } = await find(unit, cvId);
        const after = changeCorrections(corrections, change, profile);
        await writeCorrections(unit, id, after, clock());
        const before = { id, corrections };
        const changeId = await record(unit, place, 'correct_profile', before, { id, corrections: after });
        return { changeId, cv: viewOf(await find(unit, id)) };
      });
    },

    async choose({ cvId, ...place }) {
      return await store.asPerson(place.userId, async (unit) => {
        const { id } = await find(unit, cvId);
        const active = await findActiveCv(unit);
        await activate(unit, id);
        const changeId = await record(unit, place, 'choose_cv', { active: active?.id ?? null }, { active: id });
        return { changeId, cv: viewOf(await find(unit, id)) };
      });
    },

    async takeOver({ cvId, profile, filled, ...place }) {
      return await store.asPerson(place.userId, async (unit) => {
        const { id, profile: read, filled: earlier } = await find(unit, cvId);
        await writeProfile(unit, { id, profile, filled, now: clock() });
        const changeId = await record(
          unit,
          place,
          'fill_profile',
          { id, profile: read, filled: earlier },
          { id, filled },
        );
        return { changeId, cv: viewOf(await find(unit, id)) };
      });
    },

    async restore(unit, userId, before) {
      const state = stateBefore.parse(before);
      // One that was erased since stays erased.
      if ('active' in state) await activate(unit, state.active);
      else if ('profile' in state) await writeProfile(unit, { ...state, now: clock() });
      else await writeCorrections(unit, state.id, state.corrections, clock());
      tell(unit, userId);
    },

    async remove({ userId, cvId }) {
      return await store.asPerson(userId, async (unit) => {
        const { isActive } = await find(unit, cvId);
        await deleteCv(unit, cvId);
        const [newest] = await listCvs(unit);
        if (isActive && newest !== undefined) await activate(unit, newest.id);
        tell(unit, userId);
        return await show(unit);
      });
    },
  };

  async function record(
    unit: Unit,
    { userId, conversationId }: CvPlace,
    action: string,
    before: unknown,
    after: unknown,
  ): Promise<string> {
    tell(unit, userId);
    return await addChange(unit, { userId, conversationId, action, kind: 'cv', before, after, now: clock() });
  }
}

export function noCv(): PerchError {
  return new PerchError('not_found', {
    en: 'There is no CV yet. Drop one on the page: PDF, DOCX, text, Markdown or JSON Resume.',
    de: 'Es gibt noch keinen Lebenslauf. Ziehen Sie einen auf die Seite: PDF, DOCX, Text, Markdown oder JSON Resume.',
    uk: 'Резюме ще немає. Перетягніть його на сторінку: PDF, DOCX, текст, Markdown або JSON Resume.',
  });
}

function tooOften(): PerchError {
  return new PerchError('too_many', {
    en: `That is more than ${MOST_UPLOADS} files in an hour. Try it again later.`,
    de: `Das sind mehr als ${MOST_UPLOADS} Dateien in einer Stunde. Versuchen Sie es später noch einmal.`,
    uk: `Це більше ніж ${MOST_UPLOADS} файлів за годину. Спробуйте пізніше.`,
  });
}

function tooMany(): PerchError {
  return new PerchError('too_many', {
    en: `You keep ${MOST_CVS} CVs already. Delete one you no longer need, then drop this one again.`,
    de: `Sie haben schon ${MOST_CVS} Lebensläufe. Löschen Sie einen, den Sie nicht mehr brauchen, und ziehen Sie diesen noch einmal hierher.`,
    uk: `У вас уже ${MOST_CVS} резюме. Видаліть непотрібне й перетягніть це ще раз.`,
  });
}
