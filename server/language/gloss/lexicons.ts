/** The lexicons of the languages that are put into English words, each from its files. */
import { lazy } from '../../taxonomy/data-file.ts';
import { readLexicon } from './lexicon.ts';
import { germanParticles, ukrainianParticles } from './particles.ts';

/** Read at first use; the data never change while running. */
export const lexicons = lazy(() => ({
  german: readLexicon(
    [
      'german/grammar.txt',
      'german/fillers.txt',
      'german/wishes.txt',
      'german/fields.txt',
      'german/roles.txt',
      'german/orders.txt',
      'german/places.txt',
    ],
    germanParticles,
  ),
  ukrainian: readLexicon(
    [
      'ukrainian/grammar.txt',
      'ukrainian/fillers.txt',
      'ukrainian/wishes.txt',
      'ukrainian/fields.txt',
      'ukrainian/roles.txt',
      'ukrainian/orders.txt',
      'ukrainian/technologies.txt',
      'ukrainian/places.txt',
    ],
    ukrainianParticles,
  ),
}));
