/** What is the person's goes to the server, what is the browser's stays, and the server wins where it knows. */
import { describe, expect, it } from 'vitest';
import { adopt, choose, type Kept, personal, untold } from './kept.ts';

const kept: Kept = { language: 'de', theme: 'dark', wasAsked: true, shortcuts: false, unsent: [] };

describe('preferences', () => {
  it('of the server win where it knows, and leave the rest', () => {
    expect(adopt(kept, { language: 'uk', theme: null })).toEqual({ ...kept, language: 'uk' });
    expect(adopt(kept, { language: null, theme: 'light' })).toEqual({ ...kept, theme: 'light' });
    expect(adopt(kept, { language: null, theme: null })).toEqual(kept);
  });

  it('chosen where the server did not hear win over what it knew, until it says the same', () => {
    const chosen = choose(kept, { theme: 'light', homeCountry: 'AT' });
    expect(untold(chosen)).toEqual({ theme: 'light' });
    const back = adopt(chosen, { language: 'uk', theme: 'dark' });
    expect(back).toEqual({ ...kept, language: 'uk', theme: 'light', unsent: ['theme'] });
    const heard = adopt(back, { language: 'uk', theme: 'light' });
    expect(untold(heard)).toBeNull();
    expect(adopt(heard, { language: 'uk', theme: 'system' }).theme).toBe('system');
  });

  it('are told to the server when they are the person’s, a country taken back as well', () => {
    expect(personal({ homeCountry: null, wasAsked: true })).toEqual({ homeCountry: null });
    expect(personal({ language: 'en', theme: 'system' })).toEqual({ language: 'en', theme: 'system' });
    expect(personal({ wasAsked: true })).toBeNull();
    expect(personal({ shortcuts: false })).toBeNull();
  });
});
