/** A CV as it is shown: what was read with what its person corrected. Pure. */
import { corrected } from './corrected.ts';
import type { Cv, CvView } from './cv.ts';
import { qualityWords } from './quality-words.ts';

/** The CV as its person wants it read. */
export function asCorrected(cv: Pick<Cv, 'text' | 'profile' | 'corrections'>): ReturnType<typeof corrected> {
  return corrected({ text: cv.text, profile: cv.profile }, cv.corrections);
}

export function viewOf(cv: Cv): CvView {
  return { ...cv, ...asCorrected(cv), qualityWords: qualityWords({ ...cv, trouble: null }) };
}
