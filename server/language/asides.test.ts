/** What people say beside their wish: the past, opinions, explanations; and what they leave out, misspell or dictate. */
import { describe, expect, it } from 'vitest';
import { callsOf, filterAfter } from './testing.ts';

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

describe('what stays of a longer sentence', () => {
  it.each([
    ['Rust contract work in the EU', {}, { skills: ['Rust'], regions: ['EU'], employment: ['contract'] }],
    ['Nice is out as well', { countries: ['FR'] }, { countries: ['FR'], exclude: { cities: ['Nice'] } }],
    ['nurse in Georgia, the state, not the country', {}, { query: 'Georgia', titles: ['nurse'], countries: ['US'] }],
    ['Georgia the country, not the state. Nurse', {}, { titles: ['nurse'], countries: ['GE'] }],
    ['chef jobs in Leeds, in health tech', {}, { query: 'health tech', titles: ['chef'], cities: ['Leeds'] }],
    ['hvac tech in Leeds', {}, { titles: ['hvac technician'], cities: ['Leeds'] }],
    ['welder in Hull, whichever shipyard', {}, { titles: ['welder'], cities: ['Hull'] }],
    ['cook in York, near my uncle’s village', {}, { titles: ['cook'], cities: ['York'] }],
    ['drop Laravel and add Symfony', { skills: ['PHP', 'Laravel'] }, { skills: ['PHP', 'Symfony'] }],
    ['remove the VP one', { titles: ['cto', 'vp of engineering'] }, { titles: ['cto'] }],
    [
      "cook in Leeds, weekends are fine, agencies aren't",
      {},
      { titles: ['cook'], cities: ['Leeds'], exclude: { keywords: ['agency'] } },
    ],
    ['Dutch-speaking, my French is awful', { countries: ['BE'] }, { countries: ['BE'], languages: ['nl'] }],
    ['sous chef in Oslo, English-speaking kitchen', {}, { titles: ['sous chef'], cities: ['Oslo'], languages: ['en'] }],
  ])('%s', (text, before, after) => {
    expect(filterAfter(text, before)).toEqual(after);
  });

  it.each([
    [
      'data scientist, not leaving Granada because of the kids’ school',
      {},
      { titles: ['data scientist'], cities: ['Granada'] },
    ],
    ['staff engineer with Rust or Ada', {}, { titles: ['engineer'], seniority: ['lead'], anySkills: ['Rust', 'Ada'] }],
    ['drop Singapore', { cities: ['Singapore', 'Oslo'] }, { cities: ['Oslo'] }],
    ['just Australia and New Zealand', { regions: ['APAC' as const] }, { countries: ['AU', 'NZ'] }],
    ['widen that to the Baltics', { countries: ['EE'] }, { countries: ['EE'], regions: ['BALTICS'] }],
    ['analyst jobs that don’t ask for a PhD', {}, { titles: ['analyst'], exclude: { keywords: ['phd'] } }],
    [
      "I've been repairing turbines for six years, wind turbine technician, Oslo",
      {},
      { titles: ['wind turbine technician'], cities: ['Oslo'] },
    ],
    [
      'something in wind energy, Denmark or northern Germany',
      {},
      { query: 'wind energy northern germany', countries: ['DK', 'DE'] },
    ],
    ["I'd like to teach maths in Oslo", {}, { titles: ['maths teacher'], cities: ['Oslo'] }],
    ['I can drive buses or trams, Leeds', {}, { titles: ['bus driver', 'tram driver'], cities: ['Leeds'] }],
    ['violin restorer in Oslo', {}, { titles: ['violin restorer'], cities: ['Oslo'] }],
    [
      'Is there any seasonal vineyard work in Mendoza?',
      {},
      { query: 'vineyard', cities: ['Mendoza'], employment: ['temporary'] },
    ],
    ['good morning, chef in Oslo please', {}, { titles: ['chef'], cities: ['Oslo'] }],
    [
      'Kotlin backend work I can do remotely',
      {},
      { titles: ['backend developer'], skills: ['Kotlin'], workplace: ['remote'] },
    ],
    ['any chippy work going in perth?', {}, { titles: ['carpenter'], cities: ['Perth'] }],
    ['forklft driver in Leeds', {}, { titles: ['forklift driver'], cities: ['Leeds'] }],
    ['UX designer, 4 days a week, Oslo', {}, { titles: ['ux designer'], cities: ['Oslo'], employment: ['part_time'] }],
  ])('%s', (text, before, after) => {
    expect(filterAfter(text, before)).toEqual(after);
  });

  it('sends a follow-up about clients to the clients', () => {
    const filter = { employment: ['freelance' as const], client: { minRating: 4.5 } };
    expect(filterAfter('and they should be based in Canada or Australia', filter).client).toEqual({
      countries: ['CA', 'AU'],
      minRating: 4.5,
    });
  });

  it.each([
    'can you get to Portland by bus from there?',
    "you do know I'm the assistant, not the executive?",
    'cheers mate ttyl',
  ])('%s changes nothing', (text) => {
    expect(filterAfter(text, { cities: ['Salem'] })).toEqual({ cities: ['Salem'] });
  });

  it('adds up what two sentences say of pay', () => {
    expect(filterAfter('Not more than NZD 40 an hour is realistic, so from 30 to 40.').pay).toEqual({
      min: 30,
      max: 40,
      currency: 'NZD',
      period: 'hour',
    });
  });

  it('keeps a search for what it is told to watch', () => {
    const calls = callsOf('Tell me every morning about new pastry chef openings in Lyon');
    expect(calls).toEqual([
      ['set_filter', { set: { titles: ['pastry chef'], cities: ['Lyon'] } }],
      ['save_search', { frequency: 'daily' }],
    ]);
  });

  it('obeys an order though a reason stands behind it', () => {
    const rows = [{ n: 1, id: 'a', title: 'Cook', company: 'Acme' }];
    expect(callsOf("hide the first one, I've applied there already", {}, rows)).toEqual([['hide_job', { job: 1 }]]);
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
