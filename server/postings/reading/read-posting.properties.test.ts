/** What holds of whatever stands in a posting: nothing throws, deciding words are the posting's own, no guesses. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsSchema, type SourcePosting } from '../job-posting.ts';
import { bare } from '../testing/bare-posting.ts';
import { readPosting } from './read-posting.ts';

const PHRASES = [
  'Remote',
  'Remote - US only.',
  'Hybrid, 3 days a week in our Berlin office.',
  'This role is fully on-site.',
  'not remote',
  'Must be authorized to work in France (EU nationality or permit).',
  'CET +/- 2',
  'Work from anywhere in the world!',
  '$120k–$90k OTE',
  'Salary: 0 EUR',
  '70.000 € – 90.000 $ im Jahr',
  '-5000 USD per month',
  'competitive salary',
  '5+ years of experience with C/C++, Go & R',
  'Досвід роботи від 3 років, Київ',
  'العمل عن بعد',
  '在家工作 東京',
  '🌍🏠 (((',
  'e.g. Node.js/React',
  '\u0000\u202e',
  'Except: Cuba, Iran',
];
const PLACES = ['How, ', 'LOCATION', 'Headquarters', 'Berlin', 'US', 'Remote', 'EMEA', 'Georgia', 'N/A', '—', ', , ,'];
const words = fc.oneof(fc.constantFrom(...PHRASES), fc.string({ unit: 'grapheme', maxLength: 60 }));
const amount = fc.option(
  fc.oneof(fc.integer({ min: -10, max: 300_000 }), fc.double({ noNaN: true, noDefaultInfinity: true })),
  { nil: null },
);

const posting: fc.Arbitrary<SourcePosting> = fc
  .record({
    title: words.map((title) => title || 'x'),
    locations: fc.array(fc.oneof(fc.constantFrom(...PLACES), words), { maxLength: 4 }),
    locationCountry: fc.option(fc.constantFrom('Germany', 'US', 'Narnia', '', 'European Union'), { nil: null }),
    isRemote: fc.option(fc.boolean(), { nil: null }),
    description: fc.array(words, { maxLength: 12 }).map((lines) => lines.join('\n')),
    pay: fc.option(
      fc.record({
        min: amount,
        max: amount,
        currency: fc.option(fc.constantFrom('EUR', 'USD', '???'), { nil: null }),
        period: fc.option(fc.constantFrom('year' as const, 'hour' as const), { nil: null }),
        words,
      }),
      { nil: null },
    ),
    skills: fc.array(words, { maxLength: 3 }),
  })
  .map((said) => bare(said));

const spaced = (text: string): string => text.replace(/\s+/gu, ' ');

describe('whatever a posting says', () => {
  it('gives facts of the promised shape, with words of the posting and no country twice', () => {
    fc.assert(
      fc.property(posting, (source) => {
        const facts = factsSchema.parse(readPosting(source));
        const texts = {
          title: [source.title],
          location: source.locations,
          text: [source.description],
          field: null,
        };
        for (const { words: quoted, where } of Object.values(facts.evidence).flat()) {
          const places = texts[where];
          if (places !== null) expect(places.some((text) => spaced(text).includes(quoted))).toBe(true);
        }
        const { yes, no, unclear } = facts.eligible;
        expect(new Set([...yes, ...no, ...unclear]).size).toBe(yes.length + no.length + unclear.length);
        for (const skill of facts.skillsAsked) expect(facts.skills.map(({ name }) => name)).toContain(skill);
        if (facts.pay !== null && facts.pay.min !== null && facts.pay.max !== null)
          expect(facts.pay.max).toBeGreaterThanOrEqual(facts.pay.min);
        if (facts.pay !== null) expect(Math.max(facts.pay.min ?? 0, facts.pay.max ?? 0)).toBeGreaterThan(0);
      }),
      { numRuns: 400 },
    );
  });

  it.each([['How, '], ['LOCATION'], ['Headquarters'], ['—'], ['']])(
    'location %j names no country and no city',
    (location) => {
      const facts = readPosting(bare({ locations: [location] }));
      expect([facts.countries, facts.eligible.yes, facts.eligible.elsewhere]).toEqual([[], [], 'unclear']);
    },
  );

  it('reads forty cities in one string', () => {
    const cities =
      'Berlin, Hamburg, Munich, Cologne, Paris, Lyon, Madrid, Rome, Milan, Vienna, Prague, Warsaw, Kyiv, Lviv';
    const facts = readPosting(bare({ locations: [`${cities}, ${cities}, ${cities}`], isRemote: false }));
    expect(facts.countries).toEqual(['AT', 'CZ', 'DE', 'ES', 'FR', 'IT', 'PL', 'UA']);
  });

  it.each([['Salary: 0'], ['Salary: competitive'], ['Salary: -5000 USD per month'], ['Salary: €€€']])(
    '%j is no pay',
    (description) => expect(readPosting(bare({ description })).pay?.min ?? null).toBeNull(),
  );

  it('says unclear where one name is remote everywhere and nothing else is said', () => {
    expect(readPosting(bare({ locations: ['Remote'] })).eligible).toMatchObject({
      yes: [],
      no: [],
      elsewhere: 'unclear',
    });
  });
});
