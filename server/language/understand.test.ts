import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { changeFilter } from '../matching/change-filter.ts';
import { type Filter, filterChangeSchema, filterSchema } from '../matching/filter.ts';
import type { Meaning, OnScreen } from './meaning.ts';
import { clean, tokenise } from './normalise.ts';
import { recognise } from './recognise/recognise.ts';
import { understand } from './understand.ts';

const onScreen: OnScreen[] = [
  { n: 1, id: 'a', title: 'Senior Data Platform Engineer', company: 'Lindenhof Metering' },
  { n: 2, id: 'b', title: 'Backend Engineer', company: 'Acme' },
  { n: 3, id: 'c', title: 'Nurse', company: 'Charité' },
];
const read = (text: string, filter: Filter = {}): Meaning =>
  understand(text, { filter, today: '2026-11-21', onScreen });

/** The filter after a sentence; `past` is what undo goes back to. */
function say(text: string, filter: Filter, past: Filter[]): Filter {
  let now = filter;
  for (const call of read(text, filter).calls) {
    if (call.name === 'undo') now = past.pop() ?? now;
    if (call.name !== 'set_filter' && call.name !== 'clear_filters') continue;
    past.push(now);
    now = call.name === 'clear_filters' ? {} : changeFilter(now, filterChangeSchema.parse(call.input));
  }
  return now;
}

describe('sentences', () => {
  const dialogues = ['english', 'german', 'ukrainian']
    .flatMap((language) =>
      readFileSync(new URL(`./${language}/dialogues.txt`, import.meta.url), 'utf8')
        .trim()
        .split('\n\n'),
    )
    .map((part) => part.split('\n').filter((line) => line !== '' && !line.startsWith('#')));
  it('are more than 120', () => expect(dialogues.flat().length).toBeGreaterThan(120));
  it.each(dialogues.map((lines) => [lines[0]?.split(' | ')[0] ?? '', lines] as const))('%s', (_, lines) => {
    let filter: Filter = {};
    const past: Filter[] = [];
    for (const line of lines) {
      const at = line.lastIndexOf(' | ');
      filter = say(line.slice(0, at), filter, past);
      expect(filter, line.slice(0, at)).toEqual(filterSchema.parse(JSON.parse(line.slice(at + 3))));
    }
  });
});

describe('orders', () => {
  it.each<[string, [string, object][]]>([
    ['undo', [['undo', {}]]],
    ['undo that please', [['undo', {}]]],
    ['take that back', [['undo', {}]]],
    ['forget that', [['undo', {}]]],
    [
      'undo twice',
      [
        ['undo', {}],
        ['undo', {}],
      ],
    ],
    ['start over', [['clear_filters', {}]]],
    ['clear everything', [['clear_filters', {}]]],
    ['remove all filters', [['clear_filters', {}]]],
    ['show more', [['show_more', {}]]],
    ['only the sure ones please', [['show_unclear', { show: false }]]],
    ['show the unclear ones again', [['show_unclear', { show: true }]]],
    ['next page', [['show_more', {}]]],
    ['open the second', [['show_job', { job: 2 }]]],
    ['open the third one', [['show_job', { job: 3 }]]],
    ['show me the last one', [['show_job', { job: 3 }]]],
    ['tell me more about the backend engineer', [['show_job', { job: 'backend engineer' }]]],
    [
      'save the first and the third',
      [
        ['save_job', { job: 1 }],
        ['save_job', { job: 3 }],
      ],
    ],
    ['save job 2', [['save_job', { job: 2 }]]],
    ['save the top one', [['save_job', { job: 1 }]]],
    ['bookmark the tenth', [['save_job', { job: 10 }]]],
    ['unsave the second one', [['save_job', { job: 2, off: true }]]],
    ['hide #3', [['hide_job', { job: 3 }]]],
    ['hide the second one', [['hide_job', { job: 2 }]]],
    ['hide everything from Acme', [['hide_job', { company: 'Acme' }]]],
    ['hide acme', [['hide_job', { company: 'Acme' }]]],
    ['hide everything from Globex', [['hide_job', { company: 'Globex' }]]],
    ['how many jobs are there?', [['count_jobs', {}]]],
    [
      'how many remote Rust jobs are there in Spain?',
      [['count_jobs', { filter: { skills: ['Rust'], countries: ['ES'], workplace: ['remote'] } }]],
    ],
    ['export as csv', [['export', { format: 'csv' }]]],
    ['export to JSON', [['export', { format: 'json' }]]],
    ['download the list', [['export', { format: 'csv' }]]],
    ['give me an excel file', [['export', { format: 'csv' }]]],
    ['fetch new jobs', [['fetch_jobs', {}]]],
    ['refresh', [['fetch_jobs', {}]]],
    ['fetch jobs from arbeitnow', [['fetch_jobs', { sources: ['arbeitnow'] }]]],
    ['what are my filters?', [['get_filters', {}]]],
    ['compare the first and the fourth', [['compare_jobs', { jobs: [1, 4] }]]],
    ["here's my CV, have a look", [['analyze_cv', {}]]],
    ['thanks, that is great!', []],
    ['k thx bye', []],
    ['hello', []],
  ])('%s', (text, calls) => {
    const meaning = read(text);
    expect(meaning.calls).toEqual(calls.map(([name, input]) => ({ name, input })));
    expect(meaning.change).toBeNull();
    expect(meaning.complete).toBe(true);
  });

  it('counts what was asked on top of the filter when the question refers to it', () => {
    expect(read('how many of them are in Berlin?', { skills: ['Go'] }).calls).toEqual([
      { name: 'count_jobs', input: { filter: { skills: ['Go'], cities: ['Berlin'] } } },
    ]);
  });

  it('keeps the order of several orders', () => {
    expect(read('remote Python jobs in Germany and export them as json').calls.map((call) => call.name)).toEqual([
      'set_filter',
      'export',
    ]);
    expect(read('start over: Go developers in Spain', { cities: ['Rome'] }).calls.map((call) => call.name)).toEqual([
      'clear_filters',
      'set_filter',
    ]);
  });
});

describe('talk', () => {
  it.each([
    'what does DACH mean?',
    'is Python a good language to learn?',
    'Do you think Berlin is nice?',
    'I love Berlin but rents are crazy',
    'how long is the train to Manhattan from there?',
    'why is the list so short?',
    'leads, not leadership, right?',
  ])('%s changes nothing and is no order', (text) =>
    expect(read(text, { skills: ['Go'] })).toMatchObject({
      change: null,
      calls: [],
      talk: 'question',
      complete: false,
    }),
  );

  it.each([
    ['ich suche eine Stelle als Koch in Hamburg', 'de', { titles: ['cook'], cities: ['Hamburg'] }],
    ['Шукаю роботу QA у Києві', 'uk', { titles: ['qa engineer'], cities: ['Kyiv'] }],
    ['looking for a cook in Hamburg', 'en', { titles: ['cook'], cities: ['Hamburg'] }],
  ])('%s is understood, and known to be %s', (text, language, set) => {
    expect(read(text)).toMatchObject({ change: { set }, language, complete: true });
  });

  it.each([
    ['danke', 'de'],
    ['дякую', 'uk'],
    ['thanks', 'en'],
  ])('%s is thanks', (text, language) => expect(read(text)).toMatchObject({ calls: [], talk: 'thanks', language }));

  it('admits what it does not understand', () => {
    expect(read('asdf qwerty zxcv')).toMatchObject({
      change: null,
      calls: [],
      rest: ['asdf qwerty zxcv'],
      complete: false,
    });
    const partly = read('Python jobs in Berlin with flurbs');
    expect(partly.change?.set).toMatchObject({ skills: ['Python'], cities: ['Berlin'] });
    expect(partly.rest).toEqual(['flurbs']);
  });

  it('quotes what it did not understand as it was written', () => {
    expect(read('Koch in Hamburg mit Flurbsen').rest).toEqual(['Flurbsen']);
    expect(read('кухар у Гамбурзі з флурбсами').rest).toEqual(['флурбсами']);
  });
});

describe('any text', () => {
  const unit = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(
        fc.constantFrom(
          'no',
          'or',
          '70k',
          'remote',
          'undo',
          ',',
          '.',
          '?',
          'Berlin',
          'Python',
          'without',
          'also',
          'at',
          'the',
          '-',
          '$',
          '1',
          'last',
          'week',
          'save',
          '\u202E',
          '😀',
        ),
        { maxLength: 60 },
      )
      .map((words) => words.join(' ')),
  );

  it('never throws, and every change and count is one that a filter can hold', () => {
    const run = (): void =>
      fc.assert(
        fc.property(unit, (text) => {
          for (const filter of [
            {},
            { skills: ['Python'], cities: ['Berlin'], pay: { min: 60_000, currency: 'EUR' } },
          ] satisfies Filter[]) {
            const meaning = read(text, filter);
            for (const call of meaning.calls)
              if (call.name === 'set_filter')
                filterSchema.parse(changeFilter(filter, filterChangeSchema.parse(call.input)));
            if (meaning.rest.length > 0) expect(meaning.complete).toBe(false);
          }
        }),
        { numRuns: 300 },
      );
    expect(run).not.toThrow();
  });

  it('does not see control, bidi, zero-width and tag characters', () => {
    expect(read('remote\u0007 Py\u200Bthon \u202Ejobs in\u00A0Ger\u00ADmany\u{E0041}').change).toEqual(
      read('remote Python jobs in Germany').change,
    );
    expect(clean('a\u0000b\u{E0020}c')).toBe('a bc');
  });

  it.each([
    'remote Python jobs in Germany, ',
    'no crypto, ',
    'or React ',
    '70k or ',
    'cook and ',
    'last 3 ',
    'not at Acme or ',
    '1 ',
    'Bergen in ',
    'x',
  ])('looks at the words of a long sentence a bounded number of times: %s', (part) => {
    const visits = (length: number): number => {
      const text = part.repeat(Math.ceil(length / part.length)).slice(0, length);
      let count = 0;
      const tokens = new Proxy(tokenise(text), {
        get: (target, key, receiver) => {
          if (typeof key === 'string' && /^\d+$/.test(key)) count += 1;
          return Reflect.get(target, key, receiver);
        },
      });
      recognise(text, {}, tokens);
      return count;
    };
    // Ten times the text, about ten times the looks: nothing goes through the sentence once more for each word.
    expect(visits(10_000)).toBeLessThan(15 * visits(1000) + 2000);
  });
});
