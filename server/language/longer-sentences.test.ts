/** What stays of sentences that say more than a wish, and of follow-ups that say less. */
import { describe, expect, it } from 'vitest';
import { callsOf, filterAfter } from './testing.ts';

describe('what stays of a longer sentence', () => {
  it.each([
    ['не Приват', { companies: ['Monobank', 'PrivatBank'] }, { companies: ['Monobank'] }],
    ['not Hapag', { companies: ['Hapag-Lloyd', 'Zalando'] }, { companies: ['Zalando'] }],
    ['and leave Madrid out as well', { countries: ['ES'] }, { countries: ['ES'], exclude: { cities: ['Madrid'] } }],
    ['ok Amazon can come back', { exclude: { companies: ['Amazon'] } }, {}],
    ['Komme aus Ulm und suche was als Koch', {}, { titles: ['cook'], cities: ['Ulm'] }],
    ['Was in Lyon for years, now I want Brussels: cook', {}, { titles: ['cook'], cities: ['Brussels'] }],
    ['leave out whatever fits me less than 75 percent', {}, { minScore: 75 }],
    ['What does Shell have open in Rotterdam?', {}, { companies: ['Shell'], cities: ['Rotterdam'] }],
    ['Postgres yes, Oracle no', {}, { skills: ['PostgreSQL'], exclude: { skills: ['Oracle'] } }],
    ['I did the books for a hotel, now a chef job in Cork', {}, { titles: ['chef'], cities: ['Cork'] }],
    ["I'm finishing my chemistry degree, chef in Cork", {}, { titles: ['chef'], cities: ['Cork'] }],
    ['dental asistant houston tx', {}, { titles: ['dental assistant'], countries: ['US'], cities: ['Houston'] }],
    ['nichts am Wochenende', {}, { exclude: { keywords: ['weekend'] } }],
    ['Mein Chef nervt, ich brauche was Neues: Gärtnerin in Ulm', {}, { titles: ['gardener'], cities: ['Ulm'] }],
    ['SAP geht auch', { companies: ['Zalando'] }, { companies: ['Zalando', 'SAP'] }],
    ['Praktikum im Bereich Energietechnik', {}, { query: 'energy technology', employment: ['internship' as const] }],
    [
      'account executive, cybersecurity, Oslo',
      {},
      { query: 'cybersecurity', titles: ['account executive'], cities: ['Oslo'] },
    ],
    ['my contract ends in March, process engineer, Ghent', {}, { titles: ['process engineer'], cities: ['Ghent'] }],
    ['freelance Figma projects', {}, { skills: ['Figma'], employment: ['freelance'] }],
    ['Remotive as well', { sources: ['hackernews'] }, { sources: ['hackernews', 'remotive'] }],
    ['I’ve already graduated, entry level instead', { employment: ['internship' as const] }, { seniority: ['junior'] }],
    ['any company except Remote', { titles: ['writer'] }, { titles: ['writer'], exclude: { companies: ['Remote'] } }],
    [
      'no charter schools',
      { query: 'high school' },
      { query: 'high school', exclude: { keywords: ['charter school'] } },
    ],
    ['my partner has a place at the university, so a chef job in Leiden', {}, { titles: ['chef'], cities: ['Leiden'] }],
    ['acountant or bookeeper', {}, { titles: ['accountant', 'bookkeeper'] }],
    ['take Marrakesh off the list', { cities: ['Marrakesh', 'Casablanca'] }, { cities: ['Casablanca'] }],
    ['nurse in Birmingham no wait Coventry', {}, { titles: ['nurse'], cities: ['Coventry'] }],
    ['welder, Oslo, or rather Bergen', {}, { titles: ['welder'], cities: ['Bergen'] }],
    ['data analyst, I have a masters in statistics', {}, { titles: ['data analyst'] }],
    ['engineer, anything but Deutsche Bank', {}, { titles: ['engineer'], exclude: { companies: ['Deutsche Bank'] } }],
    ['office or home, either is fine', { workplace: ['hybrid' as const] }, {}],
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
    'so the rent is lower in Leipzig than in Jena?',
    'they speak Catalan at work there?',
    'und da verdient man in Bern wirklich mehr als in Jena?',
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

  it.each([
    ['Tell me every morning about new cook openings in Lyon', 'daily'],
    ['Sag mir jeden Montag Bescheid, wenn es neue Stellen als Koch in Lyon gibt', 'weekly'],
    ['cook in Lyon and tell me weekly about new ones', 'weekly'],
  ])('%s: keeps a search for what it is told to watch', (text, frequency) => {
    expect(callsOf(text)).toEqual([
      ['set_filter', { set: { titles: ['cook'], cities: ['Lyon'] } }],
      ['save_search', { frequency }],
    ]);
  });

  it.each([
    ['maybe something in Leipzig?', { cities: ['Leipzig'] }],
    ['or are there any in Jena, too?', { cities: ['Salem', 'Jena'] }],
    ['only remote ones?', { cities: ['Salem'], workplace: ['remote'] }],
  ])('%s is a wish that asks', (text, filter) => {
    expect(filterAfter(text, { cities: ['Salem'] })).toEqual(filter);
  });

  it('obeys an order though a reason stands behind it', () => {
    const rows = [{ n: 1, id: 'a', title: 'Cook', company: 'Acme' }];
    expect(callsOf("hide the first one, I've applied there already", {}, rows)).toEqual([['hide_job', { job: 1 }]]);
  });
});
