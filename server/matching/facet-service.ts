/** What can be filtered by: places and categories of the postings that answer now, with how many there are of each. */
import { z } from 'zod';
import type { Language } from '../kernel/text.ts';
import type { Store } from '../store/store.ts';
import { countryName } from '../taxonomy/places.ts';
import { hasBit } from './posting-index/bits.ts';
import type { IndexKeeper } from './posting-index/index-keeper.ts';
import type { PostingIndex } from './posting-index/posting-index.ts';

export const locationsSchema = z.object({
  countries: z.array(z.object({ code: z.string(), name: z.string(), postings: z.number().int() })),
  cities: z.array(z.object({ name: z.string(), postings: z.number().int() })),
});
/** Names as the filter takes them. */
export const categoriesSchema = z.object({
  categories: z.array(z.object({ name: z.string(), postings: z.number().int() })),
});

export interface FacetService {
  /** Countries and cities that postings name, the most frequent first; country names in that language. */
  locations(options: { userId: string; language: Language }): Promise<z.output<typeof locationsSchema>>;
  /** Departments and catalogues of the sources, the most frequent first. */
  categories(options: { userId: string }): Promise<z.output<typeof categoriesSchema>>;
}

/** Values of one kind that are listed. */
const MOST = 1000;

type Counted = { value: string; postings: number };

export function createFacetService(dependencies: { store: Store; keeper: IndexKeeper }): FacetService {
  const { store, keeper } = dependencies;
  /** Counted once for each state of the index. */
  const counted = new Map<string, { index: PostingIndex; version: number; values: Counted[] }>();

  const count = async (userId: string, kind: string): Promise<Counted[]> =>
    await store.asPerson(userId, async (unit) => {
      const index = await keeper.current(unit);
      const known = counted.get(kind);
      if (known?.index === index && known.version === index.version) return known.values;
      const values = countValues(index, kind);
      counted.set(kind, { index, version: index.version, values });
      return values;
    });

  return {
    async locations({ userId, language }) {
      const countries = await count(userId, 'country');
      const cities = await count(userId, 'city');
      return {
        countries: countries.map(({ value, postings }) => ({
          code: value,
          name: countryName(value, language),
          postings,
        })),
        cities: cities.map(({ value, postings }) => ({ name: value, postings })),
      };
    },
    async categories({ userId }) {
      const departments = await count(userId, 'department');
      return { categories: departments.map(({ value, postings }) => ({ name: value, postings })) };
    },
  };
}

function countValues(index: PostingIndex, kind: string): Counted[] {
  const { bits } = index.answering();
  const found: Counted[] = [];
  for (const { value } of index.valuesOf(kind)) {
    let postings = 0;
    for (const slot of index.slotsOf(kind, value)) if (hasBit(bits, slot)) postings += 1;
    if (postings > 0) found.push({ value, postings });
  }
  return found.toSorted((a, b) => b.postings - a.postings || a.value.localeCompare(b.value)).slice(0, MOST);
}
