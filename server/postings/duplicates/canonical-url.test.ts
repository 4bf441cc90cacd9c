import { describe, expect, it } from 'vitest';
import { canonicalUrl, isSpecific } from './canonical-url.ts';
import { vacancyKey } from './vacancy-key.ts';

describe('canonical address', () => {
  it('is the same for links that differ only in how they were passed on', () => {
    const same = [
      'https://www.example.org/jobs/1234/?utm_source=x&b=2&a=1',
      'http://example.org/jobs/1234?a=1&b=2&ref=board#apply',
      'https://EXAMPLE.org/jobs/1234/apply?b=2&gh_src=q&a=1',
    ];
    expect(new Set(same.map(canonicalUrl))).toEqual(new Set(['https://example.org/jobs/1234?a=1&b=2']));
  });

  it('differs where the page differs, and is null for what is no page', () => {
    expect(canonicalUrl('https://example.org/jobs?id=1')).not.toBe(canonicalUrl('https://example.org/jobs?id=2'));
    for (const words of ['javascript:alert(1)', 'mailto:a@example.org', 'nonsense', ''])
      expect(canonicalUrl(words)).toBeNull();
  });

  it('tells one opening’s page from a list of openings', () => {
    for (const words of ['https://a.example/jobs/48211', 'https://a.example/o/senior-cook-in-graz'])
      expect(isSpecific(words), words).toBe(true);
    for (const words of ['https://a.example', 'https://a.example/careers', 'https://a.example/en/join-us'])
      expect(isSpecific(words), words).toBe(false);
  });
});

describe('vacancy key', () => {
  const id = '0b1c2d3e-0000-4000-8000-123456789abc';
  const cases: [string, string | null][] = [
    ['https://boards.greenhouse.io/acme/jobs/4012345?gh_src=1', 'greenhouse:4012345'],
    ['https://job-boards.eu.greenhouse.io/acme/jobs/4012345', 'greenhouse:4012345'],
    ['https://acme.example/careers/cook?gh_jid=4012345', 'greenhouse:4012345'],
    ['https://boards.greenhouse.io/embed/job_app?for=acme&token=4012345', 'greenhouse:4012345'],
    [`https://jobs.lever.co/acme/${id}/apply?lever-source=x`, `lever:${id}`],
    [`https://jobs.ashbyhq.com/Acme%20Inc/${id.toUpperCase()}/application`, `ashby:${id}`],
    [`https://acme.example/open?ashby_jid=${id}`, `ashby:${id}`],
    ['https://apply.workable.com/acme/j/a1b2c3d4e5/', 'workable:A1B2C3D4E5'],
    ['https://apply.workable.com/j/A1B2C3D4E5/apply', 'workable:A1B2C3D4E5'],
    ['https://acme.recruitee.com/o/cook-graz/c/new', 'recruitee:acme:cook-graz'],
    ['https://acme.jobs.personio.de/job/123456?language=de', 'personio:acme:123456'],
    ['https://jobs.smartrecruiters.com/Acme/743999912345678-cook', 'smartrecruiters:743999912345678'],
    ['https://acme.wd3.myworkdayjobs.com/en-US/site/job/Graz/Cook_R-10234/apply', 'workday:acme:R-10234'],
    ['https://jobs.lever.co/acme', null],
    ['https://lever.co.evil.example/acme/0b1c2d3e', null],
    ['https://example.org/jobs/4012345', null],
    ['not an address', null],
  ];
  it.each(cases)('%s', (url, key) => expect(vacancyKey(url)).toBe(key));
});
