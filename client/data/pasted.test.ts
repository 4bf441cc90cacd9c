import { describe, expect, it } from 'vitest';
import { pastedPosting } from './pasted.ts';

describe('what is pasted', () => {
  it('is a posting when it is one web address and nothing else', () => {
    expect(pastedPosting(' https://jobs.example.org/a/1?x=2 \n')).toEqual({ url: 'https://jobs.example.org/a/1?x=2' });
    for (const text of [
      'see https://jobs.example.org/a',
      'javascript:alert(1)',
      'https://',
      'https://localhost/a',
      'mailto:a@b.cc',
    ])
      expect(pastedPosting(text)).toBeNull();
  });

  it('is a posting when it is long and has many lines', () => {
    const text = Array.from(
      { length: 9 },
      (_, line) => `Line ${line} of a posting that says what one would do there.`,
    ).join('\n');
    expect(pastedPosting(text)).toEqual({ text });
    expect(pastedPosting(text.replaceAll('\n', ' '))).toBeNull();
    expect(pastedPosting('remote\npython\njobs\nin\nBerlin')).toBeNull();
  });
});
