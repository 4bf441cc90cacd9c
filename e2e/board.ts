/** A small employers' board of our own, in the shape that Ashby answers with, dated around today. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Opening {
  title: string;
  location: string;
  workplace: 'Remote' | 'Hybrid' | 'OnSite';
  country: string;
  text: string;
  daysAgo: number;
}

const PYTHON = '<p>We write Python and PostgreSQL.</p>';
const JAVA = '<p>We write Java and Spring.</p>';

/** Four match "remote Python jobs in Germany" surely, two of them from the last two weeks; the rest miss something. */
export const OPENINGS: readonly Opening[] = [
  {
    title: 'Backend Engineer, Ledger',
    location: 'Remote (Germany)',
    workplace: 'Remote',
    country: 'Germany',
    text: PYTHON,
    daysAgo: 2,
  },
  {
    title: 'Data Engineer, Timetables',
    location: 'Remote, Germany',
    workplace: 'Remote',
    country: 'Germany',
    text: PYTHON,
    daysAgo: 5,
  },
  {
    title: 'Platform Engineer, Tariffs',
    location: 'Remote - EU',
    workplace: 'Remote',
    country: '',
    text: PYTHON,
    daysAgo: 30,
  },
  {
    title: 'Machine Learning Engineer',
    location: 'Remote (Worldwide)',
    workplace: 'Remote',
    country: '',
    text: PYTHON,
    daysAgo: 60,
  },
  {
    title: 'Python Developer, Tooling',
    location: 'Remote',
    workplace: 'Remote',
    country: '',
    text: PYTHON,
    daysAgo: 3,
  },
  {
    title: 'Backend Engineer, Ingestion',
    location: 'Berlin, Germany',
    workplace: 'OnSite',
    country: 'Germany',
    text: PYTHON,
    daysAgo: 3,
  },
  {
    title: 'Backend Engineer, Payments',
    location: 'Remote (US only)',
    workplace: 'Remote',
    country: 'United States',
    text: PYTHON,
    daysAgo: 3,
  },
  {
    title: 'Java Developer, Warehouse',
    location: 'Remote (Germany)',
    workplace: 'Remote',
    country: 'Germany',
    text: JAVA,
    daysAgo: 3,
  },
  {
    title: 'Java Developer, Customs',
    location: 'Munich, Germany',
    workplace: 'Hybrid',
    country: 'Germany',
    text: JAVA,
    daysAgo: 40,
  },
  {
    title: 'Office Manager',
    location: 'London, United Kingdom',
    workplace: 'OnSite',
    country: 'United Kingdom',
    text: '<p>You run the office.</p>',
    daysAgo: 8,
  },
];

const DAY_MS = 86_400_000;

/** Writes the board as JSON and gives the file's path. */
export async function writeBoard(openings: readonly Opening[] = OPENINGS, name = 'perch-fixture'): Promise<string> {
  const jobs = openings.map((opening, index) => ({
    id: `${name}-${index + 1}`,
    title: opening.title,
    department: 'Engineering',
    employmentType: 'FullTime',
    location: opening.location,
    secondaryLocations: [],
    publishedAt: new Date(Date.now() - opening.daysAgo * DAY_MS).toISOString(),
    isListed: true,
    isRemote: opening.workplace === 'Remote',
    workplaceType: opening.workplace,
    address: { postalAddress: { addressCountry: opening.country } },
    jobUrl: `https://jobs.ashbyhq.com/${name}/${index + 1}`,
    applyUrl: `https://jobs.ashbyhq.com/${name}/${index + 1}/application`,
    descriptionHtml: opening.text,
    descriptionPlain: opening.text.replaceAll(/<[^>]+>/g, ''),
  }));
  const path = join(await mkdtemp(join(tmpdir(), 'perch-board-')), `${name}.json`);
  await writeFile(path, JSON.stringify({ apiVersion: '1', jobs }));
  return path;
}
