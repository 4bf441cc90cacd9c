/** Which postings say that they pay nothing. */
import { expect, it } from 'vitest';
import { fitOf } from './compute-score.ts';
import { candidate, posting, TODAY } from './testing.ts';
import { unpaidIn } from './unpaid.ts';

const SKILLS = 'Requirements\n- Python and PostgreSQL\n- Kubernetes';

it.each([
  'This is an unpaid internship for three months.',
  'Compensation is equity-only until we raise.',
  'Pay: 0 + equity',
  'There is no salary at first, but shares.',
  'Wir bieten ein unbezahltes Praktikum in Berlin.',
  'Пропонуємо неоплачуване стажування.',
])('%s', (words) => {
  expect(unpaidIn(`We build things.\n${words}\n${SKILLS}`)).toBe(words);
});

it.each([
  'Up to ten days of unpaid leave a year.',
  'Salary and equity.',
  '$160k + equity',
  'There is no salary negotiation: we pay by a public formula.',
  'You coordinate volunteers.',
])('not: %s', (words) => {
  expect(unpaidIn(`${words}\n${SKILLS}`)).toBeNull();
});

it('holds the score down and is said with its words', () => {
  const own = candidate();
  const paid = fitOf(own, posting({ title: 'Backend Engineer', description: SKILLS }), TODAY);
  const words = 'This role is unpaid.';
  const unpaid = fitOf(own, posting({ title: 'Backend Engineer', description: `${SKILLS}\n${words}` }), TODAY);
  expect(paid.stops).toEqual([]);
  expect(unpaid.stops).toEqual(['pay']);
  expect(paid.value).toBeGreaterThan(40);
  expect(unpaid.value).toBeLessThanOrEqual(40);
  expect(unpaid.requirements.find(({ kind }) => kind === 'pay')).toMatchObject({ verdict: 'missing', posting: words });
});
