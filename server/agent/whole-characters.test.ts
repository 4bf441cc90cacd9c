import { describe, expect, it } from 'vitest';
import { createTextJoiner } from './whole-characters.ts';

describe('createTextJoiner', () => {
  it('gives the same text in whole characters, wherever it was cut', () => {
    const text = 'a 🦜🦜 b ü 👩‍🚀';
    for (let size = 1; size < 5; size += 1) {
      const joiner = createTextJoiner();
      const given: string[] = [];
      for (let at = 0; at < text.length; at += size) given.push(joiner.take(text.slice(at, at + size)));
      expect(given.join('')).toBe(text);
      expect(given.every((piece) => piece.isWellFormed())).toBe(true);
    }
  });

  it('keeps a half that never becomes whole to itself', () => {
    const joiner = createTextJoiner();
    expect(joiner.take('a\ud83e')).toBe('a');
  });
});
