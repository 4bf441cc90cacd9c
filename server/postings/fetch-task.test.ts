import { describe, expect, it } from 'vitest';
import { dailyCron } from './fetch-task.ts';

describe('the daily fetch', () => {
  it('has a time of its own for each installation, always the same one', () => {
    const times = Array.from({ length: 200 }, (_, number) => dailyCron(`installation ${number}`));
    for (const time of times) expect(time).toMatch(/^([1-5]?\d) (1?\d|2[0-3]) \* \* \*$/u);
    expect(new Set(times).size).toBeGreaterThan(150);
    expect(dailyCron('installation 7')).toBe(times[7]);
  });
});
