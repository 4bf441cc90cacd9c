/** Which language a sentence is written in, by its letters and its small words. */
import type { Language } from '../kernel/text.ts';
import { tokenise } from './normalise.ts';
import { wordSet } from './phrases.ts';

const german = wordSet(
  'ich suche und oder nicht kein keine keinen ohne mit für bei als der die das den dem ein eine einen auch nur bitte danke hallo guten tag morgen stellen arbeit stelle jobs-in mein meine wie viele gibt es zeige zeig mir mehr rückgängig ab mindestens gehalt homeoffice vollzeit teilzeit im ist sind von nach aus zum zur etwas alle alles neu neue lösche speichere verstecke öffne wien deutschland österreich schweiz servus moin grüß',
);
const english = wordSet(
  'the and or not with without for at as a an also only please thanks jobs job show me more remote in is are of to from i my how many all new save hide open',
);
const germanOnly = wordSet('hallo danke bitte servus moin tschüss dankeschön');

/** The language; null when no word speaks for one ("Python Berlin"). */
export function languageOf(text: string): Language | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  if (cyrillic > 3 && cyrillic * 2 > letters) return 'uk';
  let forGerman = 0;
  let forEnglish = 0;
  const words = tokenise(text.slice(0, 2000)).map((token) => token.word);
  for (const word of words) {
    if (german.has(word)) forGerman += 1;
    if (english.has(word)) forEnglish += 1;
  }
  if (words.length <= 3 && words.some((word) => germanOnly.has(word))) return 'de';
  if (forGerman > forEnglish && forGerman * 5 >= words.length) return 'de';
  return forEnglish > 0 ? 'en' : null;
}
