import { describe, expect, it } from 'vitest';
import { toStorableJson } from './json.ts';

describe('toStorableJson', () => {
  it('leaves whole characters alone', () => {
    const value = { text: 'a 🦜 b', list: ['ü', 1, null, true] };
    expect(JSON.parse(toStorableJson(value))).toEqual(value);
  });

  it('drops NUL and replaces half characters, however deep', () => {
    expect(JSON.parse(toStorableJson([{ text: 'a\0b\ud83e' }]))).toEqual([{ text: 'ab\ufffd' }]);
  });
});
