/** Ukrainian names in Latin letters, after the table of the Cabinet of Ministers of 2010 ("Фармак" – "Farmak"). */

const LETTERS: ReadonlyMap<string, string> = new Map(
  'а:a б:b в:v г:h ґ:g д:d е:e є:ie ж:zh з:z и:y і:i ї:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ь: ю:iu я:ia ы:y э:e ё:io ъ:'
    .split(' ')
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(2)]),
);
/** At the beginning of a word. */
const INITIAL: ReadonlyMap<string, string> = new Map([
  ['є', 'ye'],
  ['ї', 'yi'],
  ['й', 'y'],
  ['ю', 'yu'],
  ['я', 'ya'],
]);

/** The name in Latin letters; what is not Cyrillic stays as it is. */
export function inLatin(name: string): string {
  return name.replace(/\p{Script=Cyrillic}[\p{Script=Cyrillic}'’]*/gu, (word) => {
    let written = '';
    for (const [at, letter] of [...word].entries()) {
      const small = letter.toLowerCase();
      const latin =
        small === "'" || small === '’'
          ? ''
          : ((at === 0 ? INITIAL.get(small) : undefined) ?? LETTERS.get(small) ?? letter);
      written += letter === small ? latin : latin.charAt(0).toUpperCase() + latin.slice(1);
    }
    return written;
  });
}
