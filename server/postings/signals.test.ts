import { describe, expect, it } from 'vitest';
import { readPosting } from './reading/read-posting.ts';
import { findSignals } from './signals.ts';
import { bare } from './testing/bare-posting.ts';

const now = new Date('2026-11-21T00:00:00Z');
const signals = (description: string, said: Parameters<typeof bare>[0] = {}, earlier: string[] = []) => {
  const posting = bare({ description, ...said });
  return findSignals({ description, facts: readPosting(posting), postedAt: posting.datePosted, earlier }, now);
};

describe('reasons for a second look', () => {
  it('quotes who asks for money, and not who says that nobody ever does', () => {
    for (const words of [
      'Before you start, please pay a refundable deposit of 50 euros.',
      'Die Anmeldegebühr beträgt 30 Euro.',
      'Кандидат має внести передоплату за форму.',
    ])
      expect(signals(`We bake bread. ${words}`), words).toEqual([
        { kind: 'asks-money', count: null, evidence: [words] },
      ]);
    for (const words of [
      'We never ask you to pay a deposit.',
      'Wir verlangen keine Anmeldegebühr.',
      'Beware of fraud: nobody may charge an application fee in our name.',
      'You handle the visa and the deposits of our guests.',
    ])
      expect(signals(words), words).toEqual([]);
  });

  it('quotes a free mail address, not the employer’s own', () => {
    expect(signals('Write to amsel.jobs@gmail.com')).toMatchObject([
      { kind: 'free-mail', evidence: ['amsel.jobs@gmail.com'] },
    ]);
    expect(signals('Write to jobs@amsel.example or jobs@mail.amsel.example')).toEqual([]);
  });

  it('doubts pay beyond the work, by who it is for', () => {
    const rich = { min: 200_000, max: null, currency: 'EUR', period: 'year' as const, words: '200.000 € im Jahr' };
    expect(signals('No experience needed.', { pay: rich })).toMatchObject([
      { kind: 'pay-too-good', evidence: ['200.000 € im Jahr', 'No experience needed'] },
    ]);
    expect(signals('Ten years in surgery.', { pay: rich, title: 'Surgeon' })).toEqual([]);
  });

  it('says how long and how often it was advertised', () => {
    expect(signals('', { datePosted: '2026-08-13T00:00:00Z' })).toEqual([
      { kind: 'old', count: 100, evidence: ['2026-08-13'] },
    ]);
    expect(signals('', { datePosted: '2026-11-13T00:00:00Z' }, ['2026-02-01', '2026-05-01'])).toEqual([
      { kind: 'reposted', count: 2, evidence: ['2026-02-01'] },
    ]);
    expect(signals('', { datePosted: '2026-11-13T00:00:00Z' }, ['2026-05-01'])).toEqual([]);
  });
});
