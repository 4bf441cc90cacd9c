import { describe, expect, it } from 'vitest';
import { createSeal } from './seal.ts';

const seal = createSeal('one secret of this test');

describe('a sealed text', () => {
  it('opens again, reads like nothing, and is never the same twice', () => {
    const sealed = seal.seal('a key, ключ', 'row-1');
    expect(seal.open(sealed, 'row-1')).toBe('a key, ключ');
    expect(sealed).not.toContain('key');
    expect(seal.seal('a key, ключ', 'row-1')).not.toBe(sealed);
  });

  it('opens for no other row, no other secret, and not with any bit changed', () => {
    const sealed = seal.seal('a key', 'row-1');
    expect(() => seal.open(sealed, 'row-2')).toThrow(/Enter the key again/);
    expect(() => createSeal('another secret').open(sealed, 'row-1')).toThrow(/Enter the key again/);
    const [id = '', content = ''] = sealed.split('.');
    const bytes = Buffer.from(content, 'base64url');
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => seal.open(`${id}.${changed.toString('base64url')}`, 'row-1')).toThrow(/Enter the key again/);
    }
    for (const broken of ['', '.', id, `${id}.AAAA`]) expect(() => seal.open(broken, 'row-1')).toThrow(/key/);
  });
});
