/** Folding: the form in which words are compared. Lower case, accents dropped; й, ї and Cyrillic letters as such stay. */

const ASCII = /^[\x20-\x7e]*$/;

/** One word: lower case, ß as ss, Latin accents dropped (ü → u). Pure. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .normalize('NFD')
    .replace(/([a-z])\p{M}+/gu, '$1')
    .normalize('NFC');
}

/** A phrase: words folded, white space collapsed. The form that `posting_search` keeps for companies, titles and cities. */
export function fold(text: string): string {
  return foldWord(text.trim().replace(/\s+/g, ' '));
}
