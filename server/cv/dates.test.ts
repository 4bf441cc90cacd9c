/** Dates as people write them. */
import { describe, expect, it } from 'vitest';
import { findPeriods, isLength } from './dates.ts';

const read = (text: string) => findPeriods(text).map(({ start, end }) => [start.value, end?.value ?? null]);

describe('findPeriods', () => {
  it.each([
    ['Sept 2018 – May 2023', '2018-09', '2023-05'],
    ['June 2023 – present', '2023-06', 'present'],
    ['2020-2023', '2020', '2023'],
    ['2019 – 21', '2019', '2021'],
    ['01/2020 - 03/2022', '2020-01', '2022-03'],
    ['2020-01 to 2021-05', '2020-01', '2021-05'],
    ['2013-12-01 – 2014-12-01', '2013-12', '2014-12'],
    ['03.2019 bis heute', '2019-03', 'present'],
    ['seit Oktober 2017', '2017-10', 'present'],
    ['since 1999', '1999', 'present'],
    ['März 2014 – Dezember 2016', '2014-03', '2016-12'],
    ['січень 2021 – дотепер', '2021-01', 'present'],
    ['з вересня 2019 до червня 2022', '2019-09', '2022-06'],
    ['з 2019 по теперішній час', '2019', 'present'],
    ['Jan – Mar 2020', '2020-01', '2020-03'],
    ['Jan ’19 - Feb ’20', '2019-01', '2020-02'],
    ['Summer 2019', '2019', null],
    ['01.01.2000', '2000-01', null],
    ['(2015)', '2015', null],
  ])('%s', (text, start, end) => {
    expect(read(text)).toEqual([[start, end]]);
  });

  it.each(['+49 341 2019555', '2.5K', 'serving 2000+ requests', '99.2019%', 'the 1900’s', 'Room 20190'])(
    'no date in %s',
    (text) => expect(read(text)).toEqual([]),
  );

  it('gives the places of its words', () => {
    const text = 'Baker, May 2019 – now, Lyon';
    const [period] = findPeriods(text);
    expect(text.slice(period?.span.start, period?.span.end)).toBe('May 2019 – now');
    expect(text.slice(period?.start.span.start, period?.start.span.end)).toBe('May 2019');
    expect(text.slice(period?.end?.span.start, period?.end?.span.end)).toBe('now');
  });
});

describe('isLength', () => {
  it('knows how long something took from when it was', () => {
    expect(['2 years 10 months', '4 months', '3 Jahre', '(2 yrs)', '2 роки'].every(isLength)).toBe(true);
    expect(['2019', 'two jobs', 'months'].some(isLength)).toBe(false);
  });
});
