/** Following employers: a person pastes the address of a careers page, and its postings are fetched with the rest. */
import { z } from 'zod';
import { addChange } from '../conversations/change-repository.ts';
import { lockConversation } from '../conversations/conversation-repository.ts';
import { noConversation } from '../conversations/conversation-service.ts';
import type { Clock } from '../kernel/clock.ts';
import { PerchError } from '../kernel/errors.ts';
import type { Events } from '../kernel/events.ts';
import type { Store, Unit } from '../store/store.ts';
import { employerAt, employerKey, type FollowedEmployer, followedEmployer } from './employer.ts';
import { deleteEmployer, insertEmployer, listEmployers } from './employer-repository.ts';
import { recogniseEmployer } from './sources/employer-boards.ts';

type Place = { userId: string; conversationId: string };
/** `changeId` is what undo takes; null when it was so already. */
export type Followed = { employer: FollowedEmployer; changeId: string | null };

export type EmployerService = {
  /** Throws PerchError: invalid for an address of no known board, conflict at the limit, forbidden when switched off. */
  follow: (options: Place & { address: string }) => Promise<Followed>;
  /** By address, name or key. Throws not_found naming those that are followed. */
  unfollow: (options: Place & { employer: string }) => Promise<Followed>;
  list: (options: { userId: string }) => Promise<FollowedEmployer[]>;
  /** Takes back a change of kind `follow`, in the unit that takes it back. */
  restore: (unit: Unit, userId: string, before: unknown) => Promise<void>;
};

const beforeSchema = z.object({ employer: followedEmployer, isFollowed: z.boolean() });
/** More would be asked of boards than a person reads. */
const MOST = 200;

/** `switchedOn`: boards that are off by default and that whoever runs Perch wants. */
export function createEmployerService({
  store,
  clock,
  events,
  switchedOn,
}: {
  store: Store;
  clock: Clock;
  events: Pick<Events<{ 'sources-changed': Record<string, never> }>, 'emit'>;
  switchedOn: ReadonlySet<string>;
}): EmployerService {
  const note = async (unit: Unit, place: Place, employer: FollowedEmployer, isFollowed: boolean): Promise<string> =>
    await addChange(unit, {
      userId: place.userId,
      conversationId: place.conversationId,
      action: 'follow_employer',
      kind: 'follow',
      before: { employer, isFollowed: !isFollowed },
      after: { employer, isFollowed },
      now: clock(),
    });

  const tell = (unit: Unit): void => unit.afterCommit(() => events.emit('sources-changed', {}));

  const inConversation = async <T>(place: Place, work: (unit: Unit) => Promise<T>): Promise<T> =>
    await store.asPerson(place.userId, async (unit) => {
      if ((await lockConversation(unit, place.conversationId)) === null) throw noConversation();
      return await work(unit);
    });

  return {
    follow: async ({ address, ...place }) =>
      await inConversation(place, async (unit) => {
        const employer = employerAt(address, switchedOn);
        const known = await listEmployers(unit);
        const standing = known.find(({ board, slug }) => board === employer.board && slug === employer.slug);
        if (standing !== undefined) return { employer: standing, changeId: null };
        if (known.length >= MOST) throw tooMany();
        await insertEmployer(unit, { ...employer, userId: place.userId, now: clock() });
        tell(unit);
        return { employer, changeId: await note(unit, place, employer, true) };
      }),

    unfollow: async ({ employer: words, ...place }) =>
      await inConversation(place, async (unit) => {
        const known = await listEmployers(unit);
        const employer = findEmployer(known, words);
        if (employer === undefined) throw notFollowed(words, known);
        await deleteEmployer(unit, employer);
        tell(unit);
        return { employer, changeId: await note(unit, place, employer, false) };
      }),

    list: async ({ userId }) => await store.asPerson(userId, async (unit) => await listEmployers(unit)),

    restore: async (unit, userId, before) => {
      const { employer, isFollowed } = beforeSchema.parse(before);
      if (isFollowed) await insertEmployer(unit, { ...employer, userId, now: clock() });
      else await deleteEmployer(unit, employer);
      tell(unit);
    },
  };
}

/** The one meant by an address, or by a name as it is shown. */
function findEmployer(known: readonly FollowedEmployer[], words: string): FollowedEmployer | undefined {
  const wanted = words.trim().toLowerCase();
  const named = known.find(({ board, name, slug, address }) =>
    [name, slug, address, employerKey({ board, slug })].some((own) => own.toLowerCase() === wanted),
  );
  if (named !== undefined) return named;
  const found = recogniseEmployer(words);
  return known.find(({ board, slug }) => board === found?.board.name && slug === found.slug);
}

function tooMany(): PerchError {
  return new PerchError('conflict', {
    en: `You follow ${MOST} employers already. Unfollow one first.`,
    de: `Sie folgen schon ${MOST} Arbeitgebern. Entfernen Sie zuerst einen.`,
    uk: `Ви вже стежите за ${MOST} роботодавцями. Спершу приберіть одного.`,
  });
}

function notFollowed(words: string, known: readonly FollowedEmployer[]): PerchError {
  const name = words.slice(0, 80);
  const names = known.map((employer) => employer.name).join(', ');
  const none = known.length === 0;
  return new PerchError('not_found', {
    en: `You do not follow “${name}”. ${none ? 'You follow nobody yet.' : `You follow: ${names}.`}`,
    de: `Sie folgen „${name}“ nicht. ${none ? 'Sie folgen noch niemandem.' : `Sie folgen: ${names}.`}`,
    uk: `Ви не стежите за «${name}». ${none ? 'Ви ще ні за ким не стежите.' : `Ви стежите за: ${names}.`}`,
  });
}
