import { describe, expect, it } from 'vitest';
import { fitOf, scoreOf } from './compute-score.ts';
import { leanedFit, leanedScore, leaningOf, leaningsFrom, type MarkedPosting } from './leanings.ts';
import { candidate, posting, TODAY } from './testing.ts';

const OFFER = {
  title: 'Backend Engineer',
  locations: ['Berlin, Germany'],
  description: 'Requirements\n- Python\n- Apache Kafka',
};
const marked = (isSaved: boolean, company: string, over: object = {}): MarkedPosting => {
  const { facts } = posting({ ...OFFER, ...over });
  return { isSaved, company, facts };
};
const saves = (count: number): MarkedPosting[] =>
  Array.from({ length: count }, (_, at) => marked(true, `Employer ${at}`));
const hides = (count: number): MarkedPosting[] =>
  Array.from({ length: count }, (_, at) => marked(false, `Agency ${at}`));

describe('what a person leans to', () => {
  it('is nothing after one or two marks, and nothing where saves and hides are alike', () => {
    expect(leaningsFrom(saves(2), []).size).toBe(0);
    expect(leaningsFrom([...saves(5), ...hides(5)], []).size).toBe(0);
  });

  it('counts for at most five points, with its reasons, in both directions', () => {
    const offer = { ...posting(OFFER), company: 'Somebody' };
    const plain = scoreOf(candidate(), offer, TODAY);
    for (const [marks, sign] of [
      [saves(9), 1],
      [hides(9), -1],
    ] as const) {
      const leaning = leaningOf(offer, leaningsFrom(marks, []));
      expect(leaning?.because).toHaveLength(3);
      expect(leaning?.because.map(({ key }) => key)).toContain('skill Python');
      expect(leaning?.points).toBe(5 * sign);
      const leaned = leanedScore(plain, leaning);
      expect(leaned.value).toBe(Math.min(100, plain.value + 5 * sign));
      expect(leaned.leaning).toEqual(leaning);
    }
  });

  it('leaves out what the person took away, and moves what would change the score along', () => {
    const offer = posting(OFFER);
    const all = leaningsFrom(saves(4), []);
    const without = leaningsFrom(saves(4), [...all.keys()]);
    expect(all.size).toBeGreaterThan(1);
    expect(without.size).toBe(0);
    const fit = fitOf(candidate({ text: 'Ana\nBackend Engineer\nSkills\nPython' }), offer, TODAY);
    const leaned = leanedFit(fit, leaningOf(offer, all));
    expect(leaned.value - fit.value).toBe(leaned.leaning?.points);
    expect((leaned.gain?.score ?? 0) - (fit.gain?.score ?? 0)).toBe(leaned.leaning?.points);
  });

  it('does not lean over a hard stop, and hears one company three times only', () => {
    const abroad = posting({ ...OFFER, locations: ['Remote, US only'], description: `${OFFER.description}\nUS only.` });
    const stopped = scoreOf(candidate(), abroad, TODAY);
    expect(stopped.stops).toContain('place');
    expect(leanedScore(stopped, leaningOf(abroad, leaningsFrom(saves(9), [])))).toEqual(stopped);
    const one = Array.from({ length: 30 }, () => marked(false, 'One Agency'));
    const kept = leaningsFrom([...one, ...saves(6)], []);
    expect(kept.get('skill Python')?.points ?? 0).toBeGreaterThanOrEqual(0);
  });
});
