import { describe, expect, it } from 'vitest';
import type { SourcePosting } from '../job-posting.ts';
import { groupOpenings, type Member } from './group-openings.ts';
import { COOK_TEXT, member } from './testing.ts';
import { textLikeness } from './text-likeness.ts';

/** Ids of the groups with more than one member, the one that is shown first. */
function merged(members: readonly Member[], texts: Record<string, string> = {}): string[][] {
  const text = ({ id, completeness }: Member) => ({ description: texts[id] ?? COOK_TEXT, completeness });
  return groupOpenings(members, (a, b) => textLikeness(text(a), text(b)))
    .filter(({ others }) => others.length > 0)
    .map(({ winner, others }) => [winner.id, ...others.map(({ member: { id } }) => id).toSorted()]);
}

const graz: Partial<SourcePosting> = { title: 'Cook', company: 'Gasthof Amsel GmbH', locations: ['Graz, Austria'] };
const lever = 'https://jobs.lever.co/amsel/0b1c2d3e-0000-4000-8000-123456789abc';
const own = member({ ...graz, source: 'lever', sourceId: 'a', url: lever });

describe('one opening, once', () => {
  it('joins what leads to the employer’s own vacancy, and shows the employer’s', () => {
    const carried = member({
      ...graz,
      source: 'arbeitnow',
      title: 'Cook (m/w/d)',
      url: 'https://www.arbeitnow.com/jobs/cook-graz-1',
      applyUrl: `${lever}/apply?lever-source=x`,
      description: '',
      completeness: 'none',
    });
    expect(merged([carried, own])).toEqual([['lever:a', 'arbeitnow:1']]);
  });

  it('joins by company, title, place, date and text when there is no address', () => {
    const carried = member({
      ...graz,
      source: 'jobicy',
      company: 'Gasthof Amsel',
      title: 'Cook (all genders)',
      locations: ['Graz'],
      datePosted: '2026-11-09T00:00:00Z',
    });
    expect(merged([carried, own])).toEqual([['lever:a', 'jobicy:1']]);
  });

  const near: [string, Partial<SourcePosting>][] = [
    ['another place', { locations: ['Linz, Austria'] }],
    ['another title', { title: 'Sous Cook' }],
    ['another company', { company: 'Gasthof Drossel' }],
    ['another season', { datePosted: '2026-07-01T00:00:00Z' }],
    ['nobody named', { company: null }],
    ['another employment', { employment: ['part_time'] }],
    ['no text to compare', { description: '', completeness: 'none' }],
    [
      'the same board',
      { source: 'lever', sourceId: 'b', url: 'https://jobs.lever.co/amsel/1b1c2d3e-0000-4000-8000-123456789abc' },
    ],
    ['a board that never merges', { source: 'upwork' }],
  ];
  it('leaves apart what both titles say stands in different places, however alike all else is', () => {
    const remote = member({
      ...graz,
      source: 'lever',
      sourceId: 'a',
      url: lever,
      title: 'Cook (Remote)',
      locations: ['Remote, Austria'],
    });
    const placed = { ...graz, source: 'jobicy', workplace: 'remote' } as const;
    expect(merged([member({ ...placed, title: 'Cook (Graz)' }), remote])).toEqual([]);
    expect(merged([member({ ...placed, locations: ['Austria'] }), remote])).toEqual([['lever:a', 'jobicy:1']]);
  });

  it.each(near)('leaves apart: %s', (_name, said) => {
    const standing = member({ ...graz, source: 'lever', sourceId: 'a', url: lever, employment: ['full_time'] });
    const carried = { source: 'jobicy', url: 'https://jobicy.com/jobs/123456-cook', ...graz, ...said };
    const posting = member(carried);
    expect(merged([standing, posting], { [posting.id]: carried.description ?? COOK_TEXT })).toEqual([]);
  });

  it('leaves apart what fits two of the employer’s openings alike', () => {
    const twin = member({ ...graz, source: 'lever', sourceId: 'b', url: lever.replace('0b1c', '1b1c') });
    const carried = member({ ...graz, source: 'jobicy' });
    expect(merged([own, twin, carried])).toEqual([]);
    const other = COOK_TEXT.replace('three hundred guests', 'ninety guests in the castle');
    expect(merged([own, twin, carried], { 'lever:b': other })).toEqual([['lever:a', 'jobicy:1']]);
  });

  it('of several roles under one address takes the one with the title', () => {
    const [cook, waiter] = ['Cook', 'Waiter'].map((title) =>
      member({ source: 'hn', sourceId: title, title, company: 'Amsel', applyUrl: lever, locations: ['Graz'] }),
    );
    if (cook === undefined || waiter === undefined) throw new Error('no postings');
    expect(merged([own, waiter, cook])).toEqual([['lever:a', 'hn:Cook']]);
  });

  it('leaves alone what a person took apart', () => {
    const carried = member({ ...graz, source: 'jobicy' }, { isApart: true });
    expect(merged([own, carried])).toEqual([]);
  });

  it('shows an open one instead of a closed copy, but believes the employer that it is closed', () => {
    const one = member({ ...graz, source: 'jobicy' }, { isClosed: true });
    const two = member({ ...graz, source: 'adzuna' });
    expect(merged([one, two])).toEqual([['adzuna:1', 'jobicy:1']]);
    expect(merged([{ ...own, isClosed: true }, two])).toEqual([['lever:a', 'adzuna:1']]);
  });

  it('does not depend on the order', () => {
    const all = [
      own,
      member({ ...graz, source: 'jobicy' }),
      member({ ...graz, source: 'adzuna', locations: ['Graz'] }),
      member({ ...graz, source: 'remotive', locations: ['Linz'] }),
      member({ ...graz, source: 'arbeitnow', locations: ['Linz, Austria'] }),
    ];
    const sorted = (groups: string[][]): string[] => groups.map(String).toSorted();
    const once = sorted(merged(all));
    expect(once).toHaveLength(2);
    expect(sorted(merged(all.toReversed()))).toEqual(once);
  });
});
