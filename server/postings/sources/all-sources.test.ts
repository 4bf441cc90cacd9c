/** The README's table of sources says what the policies say. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createSources } from './all-sources.ts';
import { employerBoards, recogniseEmployer } from './employer-boards.ts';

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
const boards = createSources({ adzuna: { id: 'a', key: 'b' }, usajobs: { email: 'me@example.org', key: 'k' } });
const every = (minutes: number): string => (minutes % 1440 === 0 ? `${minutes / 1440} day` : `${minutes / 60} h`);

describe('the table of sources', () => {
  it('has each board with its name and its interval', () => {
    for (const { title, name, policy } of boards)
      expect(readme).toContain(`| ${title} | \`${name}\` | ${every(policy.intervalMinutes)} |`);
  });

  it('has each employers’ board', () => {
    const table = readme.slice(readme.indexOf('| source |'));
    for (const { title, offBecause } of employerBoards)
      expect(table).toMatch(
        new RegExp(
          `\\| [^|]*\\b${title}\\b[^|]* \\| by employer \\| 3 h \\|${offBecause === undefined ? '' : ' off:'}`,
          'u',
        ),
      );
  });
});

describe('a careers address', () => {
  it.each([
    ['https://jobs.ashbyhq.com/acme/0a1b?utm_source=x', 'ashby', 'acme'],
    ['https://jobs.ashbyhq.com/Acme%20Robotics', 'ashby', 'Acme Robotics'],
    ['https://boards.greenhouse.io/embed/job_board?for=acme', 'greenhouse', 'acme'],
    ['job-boards.greenhouse.io/acme/jobs/400', 'greenhouse', 'acme'],
    ['https://jobs.eu.lever.co/acme/1-2/apply', 'lever', 'eu:acme'],
    ['https://apply.workable.com/acme/j/AB12/', 'workable', 'acme'],
    ['https://acme.recruitee.com/o/engineer', 'recruitee', 'acme'],
    ['https://acme.jobs.personio.de/job/12?language=de', 'personio', 'acme.jobs.personio.de'],
    ['https://careers.smartrecruiters.com/Acme', 'smartrecruiters', 'Acme'],
    ['https://acme.wd5.myworkdayjobs.com/en-US/Careers/job/X_R1', 'workday', 'acme.wd5.myworkdayjobs.com/Careers'],
  ])('%s is %s, %s', (address, board, slug) => {
    const found = recogniseEmployer(address);
    expect([found?.board.name, found?.slug]).toEqual([board, slug]);
  });

  it.each([
    'https://example.org/careers',
    'https://greenhouse.io.example.org/acme',
    'https://jobs.lever.co/',
    'https://jobs.lever.co/%2e%2e%2fadmin',
    'https://jobs.ashbyhq.com/%E0%A4%A',
    'https://www.recruitee.com/acme',
    'https://evil.example.org#.jobs.personio.de',
    'file:///etc/passwd',
    'acme',
  ])('%s is none', (address) => expect(recogniseEmployer(address)).toBeNull());
});
