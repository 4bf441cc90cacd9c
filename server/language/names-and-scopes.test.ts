/** How far the name of a role reaches, where a refusal ends, and orders that name an employer. */
import { describe, expect, it } from 'vitest';
import { callsOf, filterAfter } from './testing.ts';

describe('names of roles', () => {
  it.each([
    ['Performance marketing manager, Dubai', ['performance marketing manager']],
    ['retention marketing manager in Oslo', ['retention marketing manager']],
    ['QA automation engineer, Leeds', ['qa automation engineer']],
    ['store manager or assistant store manager', ['store manager', 'assistant store manager']],
    ['deputy head teacher in Hull', ['deputy head teacher']],
    ['experienced Python data engineer', ['data engineer']],
  ])('%s', (text, titles) => {
    expect(filterAfter(text).titles).toEqual(titles);
  });
});

describe('technologies of two words before a generic role', () => {
  it.each([
    ['Power BI consultant in Leeds', ['consultant'], ['Power BI']],
    ['Google Cloud engineer', ['engineer'], ['Google Cloud']],
    ['machine learning engineer', ['machine learning engineer'], undefined],
  ])('%s', (text, titles, skills) => {
    expect(filterAfter(text)).toMatchObject(skills === undefined ? { titles } : { titles, skills });
  });
});

describe('refusals', () => {
  it('end where a wish begins, though an "or" follows', () => {
    const filter = filterAfter('Terraform, no on-call, remote from Argentina or Uruguay');
    expect(filter).toMatchObject({
      workplace: ['remote'],
      countries: ['AR', 'UY'],
      exclude: { keywords: ['on-call'] },
    });
  });

  it.each([
    ['VP of Sales in Amsterdam. Remote is not an option.', { workplace: ['remote'] }],
    ['data engineer, hybrid is off the table', { workplace: ['hybrid'] }],
    ['Figma gigs, none from India', { countries: ['IN'] }],
    ['engineer in Oslo, anyone but Equinor', { companies: ['Equinor'] }],
  ])('%s', (text, exclude) => {
    expect(filterAfter(text).exclude).toEqual(exclude);
  });

  it('leave the order of the list alone', () => {
    expect(filterAfter('leave out anything under 60% match and put the best paid on top')).toEqual({
      minScore: 60,
      sort: 'pay',
    });
  });
});

describe('short forms', () => {
  it.each([
    ["only this week's, please", { postedWithinDays: 7 }],
    ['30 euros an hour', { pay: { min: 30, currency: 'EUR', period: 'hour' } }],
    ['800,000 naira a month', { pay: { min: 800_000, currency: 'NGN', period: 'month' } }],
  ])('%s', (text, filter) => {
    expect(filterAfter(text)).toEqual(filter);
  });

  it('widens to a region named as "anywhere else"', () => {
    expect(filterAfter('or anywhere else in the Middle East', { cities: ['Dubai'] }).regions).toEqual(['MENA']);
  });
});

describe('orders about one employer', () => {
  it.each([
    ['hide the Philips one', [['hide_job', { company: 'Philips' }]]],
    ['save the one from Anytime Fitness', [['save_job', { company: 'Anytime Fitness' }]]],
    ['give me the lot as a csv', [['export', { format: 'csv' }]]],
  ])('%s', (text, calls) => {
    expect(callsOf(text, { titles: ['nurse'] })).toEqual(calls);
  });
});
