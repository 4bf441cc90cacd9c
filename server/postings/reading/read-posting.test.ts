/** How phrasings of real postings are read: place, workplace, pay, employment, level. The texts are ours. */
import { describe, expect, it } from 'vitest';
import { bare } from '../testing/bare-posting.ts';
import { readPosting } from './read-posting.ts';

const COUNTRIES = ['DE', 'US', 'GB', 'UA', 'IN', 'BR', 'CA', 'PL'] as const;

/** "yes DE PL, unclear UA": what holds for the eight countries; no is left out. */
function answers(said: Parameters<typeof bare>[0]): string {
  const { yes, no, unclear, elsewhere } = readPosting(bare(said)).eligible;
  const of = (code: string): string =>
    yes.includes(code) ? 'yes' : no.includes(code) ? 'no' : unclear.includes(code) ? 'unclear' : elsewhere;
  const list = (verdict: string): string => COUNTRIES.filter((code) => of(code) === verdict).join(' ');
  return [
    ['yes', list('yes')],
    ['unclear', list('unclear')],
  ]
    .filter(([, codes]) => codes !== '')
    .map(([verdict, codes]) => `${verdict} ${codes}`)
    .join(', ');
}
const ALL = COUNTRIES.join(' ');

describe('from where remote work may be done', () => {
  it.each([
    ['Remote (United States | Canada)', 'yes US CA'],
    ['Remote - US Only', 'yes US'],
    ['U.S. (Remote)', 'yes US'],
    ['Remote UK', 'yes GB'],
    ['Remote - Europe', 'yes DE GB UA PL'],
    ['Remote (EU)', 'yes DE PL'],
    ['Remote (EU/UK)', 'yes DE GB PL'],
    ['Remote in EMEA', 'yes DE GB UA PL'],
    ['Remote - APAC', 'yes IN'],
    ['Remote - LATAM', 'yes BR'],
    ['Remote (Canada, LATAM, EU)', 'yes DE BR CA PL'],
    ['Remote - North America', 'yes US CA'],
    ['Remote - North to South America', 'yes US BR CA'],
    ['Remote (CET +/- 2)', 'yes DE GB UA PL'],
    ['CET +/- 3', 'yes DE GB UA PL, unclear BR'],
    ['Remote (±3 hours from UTC+8)', 'yes IN'],
    ['Remote (non-U.S.)', 'yes DE GB UA IN BR CA PL'],
    ['Remote-India/Pakistan', 'yes IN'],
    ['London - Remote', 'yes GB'],
    ['Remote - California', 'yes US'],
    ['US East Coast Remote', 'yes US'],
    ['Remote, Deutschland', 'yes DE'],
    ['Віддалено, Україна', 'yes UA'],
    ['Anywhere', `yes ${ALL}`],
    ['Remote (Global)', `yes ${ALL}`],
    ['Anywhere - Remote', `yes ${ALL}`],
    ['Remote', `unclear ${ALL}`],
    ['Fully Remote', `unclear ${ALL}`],
    ['Remote - Multiple Locations', `unclear ${ALL}`],
  ])('location %j', (location, expected) => expect(answers({ locations: [location], isRemote: true })).toBe(expected));

  it.each([
    ['You must be based in the United States for this role.', 'yes US'],
    ['Applicants must be authorized to work in the US without sponsorship.', 'yes US'],
    ['This is a US only position.', 'yes US'],
    ['We can only hire in Germany and Poland.', 'yes DE PL'],
    ['Candidates must have the right to work in the UK.', 'yes GB'],
    ['The job is open to candidates anywhere in Europe.', 'yes DE GB UA PL'],
    ['This role is remote within the EU.', 'yes DE PL'],
    ['You can work from anywhere in the world.', `yes ${ALL}`],
    ['Must reside in a time zone within UTC-1 to UTC+3.', 'yes DE GB UA PL'],
    ['You may work from anywhere for four weeks per year.', `unclear ${ALL}`],
    ['We have hubs in London and Paris and meet online.', `unclear ${ALL}`],
    ['We are a global, remote team of 700 people.', `unclear ${ALL}`],
    ['We hire globally.', `yes ${ALL}`],
    ['We prefer candidates based in Germany.', `unclear ${ALL}`],
    ['Our customers are in Germany, India and Brazil.', `unclear ${ALL}`],
    ['We have offices in Berlin and New York.', `unclear ${ALL}`],
    ['Ideally your day overlaps with US time zones.', `unclear ${ALL}`],
    ['You must be authorized to work in Brazil (EU nationality helps).', 'yes BR'],
    ['Work remotely from one of our hubs (Berlin, Hamburg, Munich).', 'yes DE'],
    ['The position can be in any of these states (FL, CO, IL, MA, NH).', 'yes US'],
    ['This role is in our Berlin office or remote from Poland.', 'yes DE PL'],
    ['We would like the candidate to be based in Poland.', 'yes PL'],
    ['CA, WA, NY, NJ, CT states: $171,500 - $250,000 (USD)', `unclear ${ALL}`],
  ])('text %j', (description, expected) =>
    expect(answers({ locations: ['Remote'], isRemote: true, description })).toBe(expected),
  );

  it.each([
    ['Solution Architect (EMEA)', 'yes DE GB UA PL, unclear US IN BR CA'],
    ['Solution Architect (US time zones)', 'yes US CA, unclear DE GB UA IN BR PL'],
    ['Engineer [Europe, remote]', 'yes DE GB UA PL'],
    ['Account Manager (French speaking)', `yes ${ALL}`],
  ])('title %j before a company that hires globally', (title, expected) =>
    expect(answers({ title, locations: ['Remote'], isRemote: true, description: 'We hire globally.' })).toBe(expected),
  );
  it('a title that adds a country to the field widens it', () =>
    expect(answers({ title: 'Engineer (US & Canada)', locations: ['United States'], isRemote: true })).toBe(
      'yes US CA',
    ));
  it('those outside who are spoken to are not shut out', () =>
    expect(
      answers({
        locations: ['Remote (US)'],
        description: 'If outside the US, you need five hours of overlap with Pacific time.',
      }),
    ).toBe('yes US, unclear DE GB UA IN BR CA PL'));
  it('headquarters without a place are looked up in the text', () =>
    expect(
      answers({ locations: ['Headquarters'], isRemote: false, description: 'Our team, located in Warsaw, grows.' }),
    ).toBe('yes PL'));

  it('an hour is no place', () =>
    expect(
      answers({
        locations: ['Bengaluru'],
        isRemote: true,
        description: 'This remote position requires an overlap with US Pacific timezone.',
      }),
    ).toBe('yes IN, unclear DE US GB UA BR CA PL'));

  it('a city with a mere flag gives its country and leaves the others open', () =>
    expect(answers({ locations: ['Berlin'], isRemote: true })).toBe('yes DE, unclear US GB UA IN BR CA PL'));
  it('a country beside a bare "Remote" likewise', () =>
    expect(answers({ locations: ['Remote'], locationCountry: 'Canada', isRemote: true })).toBe(
      'yes CA, unclear DE US GB UA IN BR PL',
    ));
  it('a region beside a bare "Remote" too', () =>
    expect(answers({ locations: ['Remote'], locationCountry: 'European Union', isRemote: true })).toBe(
      'yes DE PL, unclear US GB UA IN BR CA',
    ));
  it('an office is where it is', () => expect(answers({ locations: ['Berlin'], isRemote: false })).toBe('yes DE'));
  it('several offices give several countries', () =>
    expect(answers({ locations: ['London', 'New York'], isRemote: false })).toBe('yes US GB'));
  it('a state is its country', () =>
    expect(answers({ locations: ['Georgia'], locationCountry: 'United States', isRemote: true })).toBe('yes US'));
  it('keeps the deciding words', () => {
    const words = 'You must be based in the United States for this role.';
    const { evidence } = readPosting(bare({ locations: ['Remote'], isRemote: true, description: `Hello.\n${words}` }));
    expect(evidence['countries']?.[0]).toEqual({ words, where: 'text' });
  });
});

describe('workplace', () => {
  it.each([
    ['remote', { locations: ['Berlin'], isRemote: true }],
    ['onsite', { locations: ['Berlin'], isRemote: false }],
    ['', { locations: ['Berlin'] }],
    ['', { locations: ['Germany'], isRemote: false }],
    ['hybrid', { locations: ['Toronto (Hybrid)'], isRemote: false }],
    ['onsite', { locations: ['San Francisco-Onsite'] }],
    ['remote', { locations: ['San Francisco or Remote'], isRemote: false }],
    ['hybrid', { locations: ['London'], isRemote: true, description: 'We are in the office 3 days per week.' }],
    ['hybrid', { locations: ['London'], description: 'This is a hybrid role based at our Soho office.' }],
    ['onsite', { locations: ['New York'], description: 'You will work in our office 5 days a week.' }],
    [
      'onsite',
      { locations: ['Austin'], isRemote: true, description: 'This is an in-person role in Austin, not remote.' },
    ],
    ['remote', { locations: ['Austin'], description: 'This role is fully remote.' }],
    ['remote', { locations: ['Austin'], isRemote: true, description: 'We are a hybrid cloud company.' }],
    [
      'onsite',
      {
        locations: ['Paris'],
        isRemote: false,
        description: 'The number of hybrid, office-based, and remote workers will vary from team to team.',
      },
    ],
    [
      'onsite',
      {
        locations: ['Paris'],
        isRemote: false,
        description: 'Benefits: remote office stipend, lunch in the office five days a week.',
      },
    ],
    ['onsite', { locations: ['Austin'], isRemote: false, description: 'We are not open to remote candidates.' }],
    ['remote', { locations: ['Riga'], description: 'This position is hybrid/remote with flexible hours.' }],
    ['remote', { locations: ['Riga'], isRemote: true, description: 'Hybrid?\nWherever you are, we equip you.' }],
    [
      'remote',
      { locations: ['Riga'], isRemote: true, description: 'Come to the office two days a week, it is up to you.' },
    ],
    ['onsite', { locations: ['Riga'], description: 'Perks\n- Onsite' }],
    ['onsite', { title: 'Trim Carpenter', locations: ['Austin'] }],
    ['remote', { locations: ['Anywhere'] }],
    ['hybrid', { locations: ['Oslo'], description: 'We ask everyone to come to the office on Mondays and Thursdays.' }],
    [
      'hybrid',
      { locations: ['Oslo'], isRemote: true, description: 'We offer a hybrid setup: work from our office or at home.' },
    ],
    [
      'onsite',
      { locations: ['Oslo'], isRemote: false, description: 'Regular in-person team events and remote-first habits.' },
    ],
    ['hybrid', { locations: ['Berlin'], description: 'Hybrides Arbeiten: zwei Tage pro Woche im Büro.' }],
    ['remote', { title: 'Розробник', description: 'Це повністю віддалена робота.' }],
  ] as const)('%s', (expected, said) =>
    expect(
      readPosting(bare({ ...said, locations: 'locations' in said ? [...said.locations] : [] })).workplace.join(' '),
    ).toBe(expected),
  );
});

describe('pay', () => {
  it.each([
    ['The base salary range is $120,000 - $150,000 USD.', '120000–150000 USD year'],
    ['Salary: €70k–90k per year', '70000–90000 EUR year'],
    ['Gehalt: 52.000 € bis 64.000 € im Jahr', '52000–64000 EUR year'],
    ['Pay: $19.00–$21.50 per hour', '19–21.5 USD hour'],
    ['We pay £450 per day.', '450–450 GBP day'],
    ['Salary from 4500 PLN per month', '4500–null PLN month'],
    ['Salary up to €60,000', 'null–60000 EUR year'],
    ['Зарплата 80 000 грн на місяць', '80000–80000 UAH month'],
    ['Base salary: CA$110K - CA$140K', '110000–140000 CAD year'],
    ['The annual base salary is between $123,000 USD and $167,000 USD.', '123000–167000 USD year'],
    ['Compensation: 12,5k € monthly salary', '12500–12500 EUR month'],
    ['We raised $40M to change salaries.', 'none'],
    ['You get a $2,000 learning budget per year.', 'none'],
    ['OTE of $180,000 with uncapped commission.', 'none'],
    ['The salary for this role is $110,000 (OTE $295,000).', '110000–110000 USD year'],
    ['Base Salary Range: $50,000 - $62,000 CAD', '50000–62000 CAD year'],
    ['Compensation will be paid in the range of $120,000 - $145,000/year + bonus.', '120000–145000 USD year'],
    ['We manage $4,000,000 of customer revenue.', 'none'],
    ['Salary: competitive', 'none'],
  ])('%j', (description, expected) => {
    const { pay } = readPosting(bare({ description }));
    expect(pay === null ? 'none' : `${pay.min}–${pay.max} ${pay.currency} ${pay.period}`).toBe(expected);
  });

  it('takes the field first, and zero for no amount', () => {
    const field = { min: 0, max: 0, currency: 'USD', period: 'year' as const, words: '$0' };
    expect(readPosting(bare({ pay: field })).pay).toBeNull();
    expect(
      readPosting(bare({ pay: { ...field, min: 90_000, max: 60_000 }, description: 'Salary: $1,000 a month' })).pay,
    ).toMatchObject({ min: 60_000, max: 90_000, period: 'year' });
  });
});

describe('employment and level', () => {
  it.each([
    ['Marketing Intern', '', 'internship', 'intern'],
    ['Werkstudent Marketing', '', 'part_time', 'intern'],
    ['Senior Data Engineer', '', '', 'senior'],
    ['Staff Engineer', '', '', 'lead'],
    ['Staff Nurse', '', '', ''],
    ['Account Executive', '', '', ''],
    ['Product Manager', '', '', ''],
    ['Engineering Manager', '', '', 'lead'],
    ['VP of Sales', '', '', 'executive'],
    ['Software Engineer II', '', '', 'mid'],
    ['(Senior) Developer', '', '', 'mid senior'],
    ['Staff/Senior Staff Engineer', '', '', 'lead'],
    ['Partner to the Office of the CEO', '', '', ''],
    ['AI Content Expert', '', '', ''],
    ['Shift Manager', 'Leading, motivating, and coaching your team.', '', 'lead'],
    ['Engineer', 'We look for people. We are looking for a Senior Engineer who can own and lead it.', '', 'senior'],
    ['Facilities Manager', 'You build and lead a global team of professionals.', '', 'lead'],
    ['Engineer', 'You have 3+ years of experience in testing.', '', 'mid'],
    ['Engineer', 'This is a 12-month fixed-term contract.', 'contract', ''],
    ['Contract Manager', '', '', ''],
    ['Nurse', 'This is a part-time position.', 'part_time', ''],
    ['Designer', 'All full-time employees get dental insurance.', '', ''],
  ])('%j, %j', (title, description, employment, seniority) => {
    const facts = readPosting(bare({ title, description }));
    expect([facts.employment.join(' '), facts.seniority.join(' ')]).toEqual([employment, seniority]);
  });
});
