/** Small words that stand inside phrases and change nothing ("ist mir dann doch egal", "все ж таки підходить"). */
import { foldForLexicon } from './lexicon.ts';
import { wordSet } from '../phrases.ts';

/** German modal particles and adverbs of speech; "auch", "nicht" and "nur" are none, they mean something. */
export const germanParticles = folded(
  'dann doch mal eben halt ja ganz echt wirklich eigentlich bitte jetzt nun einfach ruhig schon so da hier gern gerne wohl denn etwa bloß ehrlich gesagt total absolut völlig nochmal noch leider aber mir für mich uns nämlich allerdings übrigens bisher momentan aktuell derzeit inzwischen mittlerweile sowieso',
);

/** Ukrainian ones; "теж", "не" and "тільки" mean something. */
export const ukrainianParticles = folded(
  'ж же б би вже таки просто взагалі дуже трохи от ось ну навіть собі мені нам поки хоча давайте будь ласка зараз тепер сильно зовсім',
);

function folded(words: string): ReadonlySet<string> {
  return new Set([...wordSet(words)].map(foldForLexicon));
}
