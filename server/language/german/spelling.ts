/** German as it is typed, brought into a form that the lexicon reads: counts, relative clauses, jobs by their number. */

const CARDINALS = 'eins zwei drei vier fünf sechs sieben acht neun zehn'.split(' ');
const ORDINALS = 'erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte'.split(' ');
const ORDERS =
  /\b(?:vergleich\w*|gegenüber|merk\w*|speicher\w*|ausblend\w*|blende?|versteck\w*|erklär\w*|öffne\w*|behalt\w*)\b/i;
const BY_NUMBER =
  /\b(die|den|das) (eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)\b(?! (?!(?:und|oder|mal|bitte|mit|aus|raus|weg|vor|auf|ein|merken|vormerken|speichern|ausblenden|verstecken|vergleichen|öffnen|behalten|gegenüber)(?!\p{L}))\p{L}{3,})/giu;

/** The text with what stands for something else written out. */
export function germanSpelling(text: string): string {
  const plain = text
    // "2x die Woche"
    .replace(/(?<![\d.,])(\d)x(?!\w)/gi, '$1 mal')
    // The comma before a relative clause parts nothing: "nichts, was älter ist".
    .replace(
      /\b(nichts|alles|etwas|keine|jobs|stellen|anzeigen|eine|firmen)\s*,\s*(?=(?:was|die|das|wo|der)\b)/gi,
      '$1 ',
    )
    // "Stelle 4"
    .replace(
      /\b(?:stelle|job|anzeige|treffer|position|ergebnis|platz|angebot|nr\.?) ?#?(\d{1,2})(?![\d.,%€]|\s?(?:euro|tage|stunden|prozent))/gi,
      'Nummer $1',
    )
    // "lieber als Bäcker" at the beginning compares nothing.
    .replace(/^((?:(?:dann|oder|doch|nee|nein|ach|ok|okay|na gut|hm+|jetzt),? )*)lieber als\b/i, '$1lieber')
    // "mindestens vier Sterne"
    .replace(/\b(drei|vier|fünf)(?= sternen?\b)/gi, (word) =>
      String(['drei', 'vier', 'fünf'].indexOf(word.toLowerCase()) + 3),
    );
  // "vergleich die zwei und die fünf"
  return ORDERS.test(plain)
    ? plain.replace(
        BY_NUMBER,
        (_, article: string, word: string) => `${article} ${ORDINALS[CARDINALS.indexOf(word.toLowerCase())] ?? word}`,
      )
    : plain;
}
