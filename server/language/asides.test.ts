/** What people say beside their wish: the past, opinions, explanations; and what they leave out, misspell or dictate. */
import { describe, expect, it } from 'vitest';
import { filterAfter } from './testing.ts';

describe('asides', () => {
  it.each([
    [
      'I cooked in Oslo for twelve years, now a dispatcher job in Bergen please',
      { titles: ['dispatcher'], cities: ['Bergen'] },
    ],
    [
      'nurse in Leeds, the hospital would have to sponsor my visa',
      { titles: ['nurse'], cities: ['Leeds'], visaSponsorship: true },
    ],
    ['time to slide into something new: florist in Leeds', { titles: ['florist'], cities: ['Leeds'] }],
    ["I can't cook, driver jobs in Leeds", { titles: ['driver'], cities: ['Leeds'] }],
  ])('%s', (text, filter) => {
    expect(filterAfter(text)).toEqual(filter);
  });

  it.each(['not in Dubai though, too hectic', 'not in Dubai, it is way too glitzy', 'no Dubai, so artificial'])(
    '%s refuses the city and nothing else',
    (text) => {
      expect(filterAfter(text, { countries: ['AE'] })).toEqual({ countries: ['AE'], exclude: { cities: ['Dubai'] } });
    },
  );

  it.each(['the hybrid part is irrelevant', "the hybrid bit doesn't matter", 'forget the hybrid requirement'])(
    '%s',
    (text) => {
      expect(filterAfter(text, { titles: ['nurse'], workplace: ['hybrid'] })).toEqual({ titles: ['nurse'] });
    },
  );
});

describe('explanations', () => {
  it.each([
    [
      'DevOps with Chef or Puppet, the software, not the cooking, Dublin',
      { anySkills: ['Chef', 'Puppet'], cities: ['Dublin'] },
    ],
    ["I'm a swift typist, any bank teller jobs in Toronto?", { titles: ['bank teller'], cities: ['Toronto'] }],
    ['PLC programmer, TIA Portal, Nuremberg', { skills: ['PLC', 'TIA Portal'], cities: ['Nuremberg'] }],
    ['civil engineer, must know Civil 3D', { titles: ['civil engineer'], skills: ['Civil 3D'] }],
    ['Portuguese to English translator', { titles: ['translator'], languages: ['pt', 'en'] }],
    ['French-speaking nanny, Copenhagen, live-in', { query: 'live-in', languages: ['fr'] }],
    ['dispatcher in Gdynia, Gdańsk would do as well', { cities: ['Gdynia', 'Gdansk'] }],
    ['electrical engineer at ABB or Hitachi Energy', { companies: ['ABB', 'Hitachi Energy'] }],
    ['locksmith, no weekend callouts', { exclude: { keywords: ['weekend callout'] } }],
    ["Target isn't for me and neither is Walmart", { exclude: { companies: ['Walmart', 'Target'] } }],
    ['iOS developer, Copenhagen, hybrid is fine', { workplace: ['hybrid'] }],
  ])('%s', (text, filter) => {
    expect(filterAfter(text)).toMatchObject(filter);
  });

  it('hears a currency said behind the amount', () => {
    const pay = { min: 60_000, period: 'year' as const };
    expect(filterAfter('make it 70, and I mean US dollars', { pay })).toEqual({
      pay: { min: 70_000, currency: 'USD', period: 'year' },
    });
  });
});

describe('areas', () => {
  it.each([
    ['carpenter in Somerset', 'Somerset'],
    ['teacher in Kent', 'Kent'],
    ['ski instructor, French Alps', 'French Alps'],
  ])('%s ranks by the area', (text, query) => {
    expect(filterAfter(text)).toMatchObject({ query });
    expect(filterAfter(text).cities).toBeUndefined();
  });

  it('leaves the city of that name beside its state', () => {
    expect(filterAfter('nurse in Kent, WA').cities).toEqual(['Kent']);
  });
});

describe('one end of a range', () => {
  const range = { pay: { min: 80_000, max: 100_000, period: 'year' as const } };

  it.each([
    ['make the floor 90', { min: 90_000, max: 100_000, period: 'year' }],
    ['raise the top end to 120', { min: 80_000, max: 120_000, period: 'year' }],
    ['at least 70k', { min: 70_000, period: 'year' }],
    ['lower the ceiling to 95k', { min: 80_000, max: 95_000, period: 'year' }],
  ])('%s', (text, pay) => {
    expect(filterAfter(text, range).pay).toEqual(pay);
  });
});

describe('slips and dictation', () => {
  it.each([
    ['wordpres developer', ['WordPress']],
    ['developer with Kuberntes', ['Kubernetes']],
  ])('%s', (text, skills) => {
    expect(filterAfter(text).skills).toEqual(skills);
  });

  it('hears the marks that were spoken', () => {
    expect(filterAfter('um crane operator in Houston Texas comma full time period')).toEqual({
      titles: ['crane operator'],
      countries: ['US'],
      cities: ['Houston'],
      employment: ['full_time'],
    });
  });
});

describe('out', () => {
  it.each([
    ['illustrator gigs. Leave Upwork out, please', { sources: ['upwork'] }],
    ['nurse, and please leave the recruiters out of it', { keywords: ['agency'] }],
    ["optician but I can't do Saturdays", { keywords: ['saturday'] }],
    ["C++ roles that don't need Swedish", { languages: ['sv'] }],
  ])('%s', (text, exclude) => {
    expect(filterAfter(text).exclude).toEqual(exclude);
  });
});
