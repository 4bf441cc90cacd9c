/** A posting as Perch reads it, in the fields that `import --json` prints and evaluations compare. Pure. */
import type { Eligibility } from './job-posting.ts';
import type { ReadRow } from './write-stream.ts';

/** `countries` are the columns of `eligible`. An empty list and null mean "not said". */
export function asRead({ id, source, facts }: ReadRow, countries: readonly string[]): Record<string, unknown> {
  const { pay } = facts;
  return {
    id,
    url: source.url,
    title: source.title,
    company: source.company,
    workplace: facts.workplace[0] ?? null,
    eligible: Object.fromEntries(countries.map((country) => [country, answerFor(facts.eligible, country)])),
    countries: facts.countries,
    cities: facts.cities,
    pay: pay === null ? null : { min: pay.min, max: pay.max, currency: pay.currency, period: pay.period },
    employment: facts.employment,
    seniority: facts.seniority,
    skills: facts.skillsAsked.length > 0 ? facts.skillsAsked : facts.skills.map(({ name }) => name),
    skillsNice: facts.skillsNice,
    languages: facts.languages,
    visa: facts.visa,
  };
}

/** May the work be done while living in that country? */
export function answerFor(eligible: Eligibility, country: string): 'yes' | 'no' | 'unclear' {
  if (eligible.yes.includes(country)) return 'yes';
  if (eligible.no.includes(country)) return 'no';
  return eligible.unclear.includes(country) ? 'unclear' : eligible.elsewhere;
}
