/** Compares postings as read with labels, field by field, and keeps what differed. Pure. */
import { z } from 'zod';
import { fold } from '../../server/taxonomy/fold.ts';
import { cityOf } from '../../server/taxonomy/places.ts';
import type { Label, LabelledPay } from './labels.ts';
import { isSameSkill } from './skill-match.ts';
import { type Overlap, overlap, sameSet, type Share, scoresOf, shareOf } from './tally.ts';

/** The countries that the bars are about. */
export const COUNTRIES = ['DE', 'US', 'GB', 'UA', 'IN', 'BR', 'CA', 'PL'] as const;
/** City and country at once: whether it is listed as a city is a matter of taste. */
const CITY_STATES = new Set(['singapore', 'hong kong', 'luxembourg']);

/** The fields of a line of `import --json` that are compared. */
export const readLineSchema = z.object({
  workplace: z.string().nullable(),
  eligible: z.record(z.string(), z.string()),
  countries: z.array(z.string()),
  cities: z.array(z.string()),
  pay: z
    .object({
      min: z.number().nullable(),
      max: z.number().nullable(),
      currency: z.string().nullable(),
      period: z.string().nullable(),
    })
    .nullable(),
  employment: z.array(z.string()),
  seniority: z.array(z.string()),
  skills: z.array(z.string()),
  languages: z.array(z.string()),
  visa: z.boolean().nullable(),
});
export type ReadLine = z.output<typeof readLineSchema>;

export const FIELDS = [
  'workplace',
  'eligible',
  'pay',
  'countries',
  'cities',
  'seniority',
  'employment',
  'languages',
  'visa',
  'skills',
] as const;
export type Field = (typeof FIELDS)[number];
/** What differed in one posting. */
export type Miss = { id: string; field: Field; label: unknown; read: unknown };

const share = (): Share => ({ right: 0, of: 0 });
const sets = (): Overlap => ({ found: 0, wrong: 0, missed: 0 });

function cityKeys(cities: readonly string[]): string[] {
  return cities.map((city) => fold(cityOf(city) ?? city)).filter((city) => !CITY_STATES.has(city));
}

function samePay(one: LabelledPay, other: ReadLine['pay']): boolean {
  if (one === null || other === null) return one === other;
  return (['min', 'max', 'currency', 'period'] as const).every((part) => one[part] === other[part]);
}

/** Creates a comparison; `take` one posting after another, then `figures`. */
export function createComparison(): {
  take: (label: Label, read: ReadLine) => Miss[];
  figures: () => Record<string, unknown>;
} {
  const shares: Record<string, Share> = {};
  const overlaps = { countries: sets(), cities: sets(), languages: sets(), skills: sets() };
  const answers = { said: { yes: share(), no: share(), unclear: share() }, all: share() };
  let postings = 0;
  const judge = (field: Field, isRight: boolean): boolean => {
    const tally = (shares[field] ??= share());
    tally.of += 1;
    if (isRight) tally.right += 1;
    return isRight;
  };

  const eligible = (label: Label, read: ReadLine): boolean => {
    let isRight = true;
    for (const country of COUNTRIES) {
      const [right, said] = [label.eligible[country], read.eligible[country]];
      answers.all.of += 1;
      if (right === said) answers.all.right += 1;
      else isRight = false;
      if (said !== 'yes' && said !== 'no' && said !== 'unclear') continue;
      answers.said[said].of += 1;
      if (right === said) answers.said[said].right += 1;
    }
    return isRight;
  };

  const skills = (label: Label, read: ReadLine): boolean => {
    if (label.skillsAsked.length === 0) return true;
    const known = [...label.skillsAsked, ...label.skillsNice];
    const missed = label.skillsAsked.filter((asked) => !read.skills.some((skill) => isSameSkill(asked, skill)));
    const wrong = read.skills.filter((skill) => !known.some((asked) => isSameSkill(asked, skill)));
    overlaps.skills.found += label.skillsAsked.length - missed.length;
    overlaps.skills.missed += missed.length;
    overlaps.skills.wrong += wrong.length;
    return missed.length === 0;
  };

  return {
    take: (label, read) => {
      postings += 1;
      overlap(overlaps.countries, read.countries, label.countries);
      overlap(overlaps.cities, cityKeys(read.cities), cityKeys(label.cities));
      overlap(overlaps.languages, read.languages, label.languages);
      const right: Record<Field, boolean> = {
        workplace: judge('workplace', read.workplace === label.workplace),
        eligible: judge('eligible', eligible(label, read)),
        pay: judge(
          'pay',
          [label.pay, ...label.payAlso].some((pay) => samePay(pay, read.pay)),
        ),
        countries: judge('countries', sameSet(read.countries, label.countries)),
        cities: judge('cities', sameSet(cityKeys(read.cities), cityKeys(label.cities))),
        seniority: judge('seniority', sameSet(read.seniority, label.seniority)),
        employment: judge('employment', sameSet(read.employment, label.employment)),
        languages: judge('languages', sameSet(read.languages, label.languages)),
        visa: judge('visa', read.visa === label.visa),
        skills: judge('skills', skills(label, read)),
      };
      const labelOf: Record<Field, unknown> = { ...label, skills: label.skillsAsked };
      return FIELDS.filter((field) => !right[field]).map((field) => ({
        id: label.id,
        field,
        label: field === 'pay' ? [label.pay, ...label.payAlso] : labelOf[field],
        read: read[field],
      }));
    },
    figures: () => ({
      postings,
      workplace: shareOf(shares['workplace'] ?? share()),
      eligibility: {
        accuracy: shareOf(answers.all),
        precisionOfYes: shareOf(answers.said.yes),
        precisionOfNo: shareOf(answers.said.no),
        precisionOfUnclear: shareOf(answers.said.unclear),
      },
      pay: shareOf(shares['pay'] ?? share()),
      countries: scoresOf(overlaps.countries),
      cities: scoresOf(overlaps.cities),
      seniority: shareOf(shares['seniority'] ?? share()),
      employment: shareOf(shares['employment'] ?? share()),
      languages: { same: shareOf(shares['languages'] ?? share()), ...scoresOf(overlaps.languages) },
      visa: shareOf(shares['visa'] ?? share()),
      skillsAsked: scoresOf(overlaps.skills),
    }),
  };
}
