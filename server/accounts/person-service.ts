/** People. In personal mode there is one, who is a person like any other. */
import type { Clock } from '../kernel/clock.ts';
import { stableId } from '../kernel/ids.ts';
import type { Store } from '../store/store.ts';
import { findFirstPerson, insertPerson } from './person-repository.ts';

/** The owner's id; the owner is created at the first start. */
export async function ensureOwner({ store, clock }: { store: Store; clock: Clock }): Promise<string> {
  return await store.asSystem('sign-in', async (unit) => {
    const found = await findFirstPerson(unit);
    if (found !== null) return found;
    const id = stableId('perch', 'owner');
    await insertPerson(unit, { id, name: 'You', now: clock() });
    return id;
  });
}
