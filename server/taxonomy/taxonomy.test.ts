/** Places, skills, titles and currencies: what people write, and what it means. */
import { describe, expect, it } from 'vitest';
import { findCurrency, perYear, toEur } from './currencies.ts';
import { cityOf, countryName, countryOf, findPlaces, regionCountries } from './places.ts';
import { canonicalSkill, findSkills, skillNames } from './skills.ts';
import { canonicalTitle, relation, roleOf, rolesIn } from './titles.ts';

const codes = (text: string, location = false): string =>
  findPlaces(text, { location })
    .map((place) => (place.kind === 'city' ? `${place.code}/${place.country ?? ''}` : place.code))
    .join(' ');
const names = (text: string): string =>
  findSkills(text)
    .map((skill) => skill.name)
    .join(' ');

describe('places', () => {
  it.each([
    ['Remote (United States | Canada)', 'US CA'],
    ['Darmstadt, DE', 'Darmstadt/DE DE'],
    ['Tel Aviv - IL', 'Tel Aviv/IL IL'],
    ['Chicago, IL', 'Chicago/US US'],
    ['Indianapolis, IN', 'Indianapolis/US US'],
    ['Bangalore, IN', 'Bengaluru/IN IN'],
    ['Atlanta, Georgia', 'Atlanta/US US'],
    ['London, Ontario', 'London/CA CA'],
    ['SF / NY', 'San Francisco/US New York City/US'],
    ['Remote - North to South America', 'AMERICAS'],
    ['EU/UK', 'EU GB'],
    ['How, ', ''],
  ])('reads the location %j', (text, expected) => expect(codes(text, true)).toBe(expected));

  it.each([
    ['remote python jobs in germany', 'DE'],
    ['work with us in Munich, reading books', 'Munich/DE'],
    ['розробник у Києві або Львові', 'Kyiv/UA Lviv/UA'],
    ['Jobs in Köln oder München', 'Cologne/DE Munich/DE'],
    ['let us talk about it', ''],
  ])('reads the sentence %j', (text, expected) => expect(codes(text)).toBe(expected));

  it('knows countries by name and code, and their names in three languages', () => {
    expect([countryOf('DE'), countryOf('usa'), countryOf('Україна'), countryOf('Narnia')]).toEqual([
      'DE',
      'US',
      'UA',
      null,
    ]);
    expect([countryName('DE', 'en'), countryName('DE', 'de'), countryName('DE', 'uk')]).toEqual([
      'Germany',
      'Deutschland',
      'Німеччина',
    ]);
    expect(cityOf('Kiew')).toBe('Kyiv');
  });

  it('knows the members of regions', () => {
    expect(regionCountries('EU')).toHaveLength(27);
    expect(regionCountries('EMEA')).toEqual(expect.arrayContaining(['DE', 'UA', 'ZA', 'AE']));
    expect(regionCountries('EU')).not.toContain('GB');
    expect(regionCountries('WORLDWIDE').length).toBeGreaterThan(210);
    expect(regionCountries('ATLANTIS')).toEqual([]);
  });
});

describe('skills', () => {
  it.each([
    ['experience with Kotlin, Swift, Rust, JavaScript, Go, or related languages', 'Kotlin Swift Rust JavaScript Go'],
    ['own our go-to-market, go above and beyond, and go to the office', 'Go-to-market'],
    ['Series C startup with an R&D team and C-level sponsors', ''],
    ['C/C++ and C#', 'C C++ C#'],
    ['ASP.NET or .NET Core, and a wide network', '.NET .NET'],
    ['We react fast to the rest of the team', ''],
    ['a Sous Chef', ''],
    ['Chef, Puppet and Ansible', 'Chef Puppet Ansible'],
    ['k8s, Postgres and node.js', 'Kubernetes PostgreSQL Node.js'],
    ['Staplerschein und Kommissionierung', 'Forklift driving Order picking'],
  ])('finds in %j', (text, expected) => expect(names(text)).toBe(expected));

  it('gives offsets of the words that named the skill', () => {
    const text = 'Needs golang and .NET.';
    expect(findSkills(text).map((skill) => text.slice(skill.start, skill.end))).toEqual(['golang', '.NET']);
  });

  it('knows usual names and keeps each name once', () => {
    expect([canonicalSkill('k8s'), canonicalSkill('go'), canonicalSkill('C++'), canonicalSkill('tea')]).toEqual([
      'Kubernetes',
      'Go',
      'C++',
      null,
    ]);
    expect(new Set(skillNames()).size).toBe(skillNames().length);
  });
});

describe('titles', () => {
  it.each([
    ['Senior Backend Developer (m/f/d)', ['backend engineer']],
    ['Developer, Backend', ['backend engineer']],
    ['Manager, Software Engineering', ['engineering manager']],
    ['Gesundheits- und Krankenpfleger (m/w/d)', ['nurse']],
    ['Розробник Python', ['software engineer']],
    ['LKW-Fahrer:in', ['truck driver']],
    ['Mechanical Engineer', ['mechanical engineer']],
    ['Chief Happiness Wizard', []],
  ])('names the role of %j', (title, roles) => expect(rolesIn(title)).toEqual(roles));

  it('relates roles', () => {
    expect(relation('software engineer', 'backend engineer')).toBe('narrower');
    expect(relation('backend engineer', 'software engineer')).toBe('related');
    expect(relation('backend engineer', 'full-stack engineer')).toBe('related');
    expect(relation('nurse', 'chef')).toBeNull();
  });

  it('keeps titles singular and finds their role', () => {
    expect(canonicalTitle('Data Scientists')).toBe('data scientist');
    expect([roleOf('programmers'), roleOf('engineer'), roleOf('web designers')]).toEqual([
      'software engineer',
      'engineer',
      'web designer',
    ]);
  });
});

describe('currencies', () => {
  it('reads signs and names, converts and annualises', () => {
    expect([findCurrency('€'), findCurrency('US$'), findCurrency('грн'), findCurrency('shells')]).toEqual([
      'EUR',
      'USD',
      'UAH',
      null,
    ]);
    expect(toEur(100, 'EUR')).toBe(100);
    expect(toEur(100, 'XXX')).toBeNull();
    expect([perYear(50, 'hour'), perYear(5000, 'month'), perYear(900, 'fixed')]).toEqual([104_000, 60_000, null]);
  });
});
