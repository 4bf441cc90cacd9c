/** German as it is typed, brought into a form that the lexicon reads: counts, relative clauses, jobs by their number. */
import { canonicalSkill } from '../../taxonomy/skills.ts';

const CARDINALS = 'eins zwei drei vier fünf sechs sieben acht neun zehn'.split(' ');
const ORDINALS = 'erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte'.split(' ');
const ORDERS =
  /\b(?:vergleich\w*|gegenüber|merk\w*|speicher\w*|ausblend\w*|blende?|versteck\w*|erklär\w*|öffne\w*|behalt\w*)\b/i;
const BY_NUMBER =
  /\b(die|den|das) (eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)\b(?! (?!(?:und|oder|mal|bitte|mit|aus|raus|weg|vor|auf|ein|merken|vormerken|speichern|ausblenden|verstecken|vergleichen|öffnen|behalten|gegenüber)(?!\p{L}))\p{L}{3,})/giu;

/** "Spring-Boot-Entwickler": the hyphens that a compound puts into the name of a technology. */
function withoutJoints(chain: string): string {
  const parts = chain.split('-');
  for (const count of [3, 2]) {
    const name = parts.slice(0, count).join(' ');
    if (parts.length >= count && canonicalSkill(name) !== null) return [name, ...parts.slice(count)].join(' ');
  }
  return chain;
}

/** The text with what stands for something else written out. */
export function germanSpelling(text: string): string {
  const plain = text
    .replace(/(?<![\w-])\p{Lu}[\w+#.]*(?:-[\p{L}][\p{L}\w+#.]*){1,5}/gu, withoutJoints)
    // "vergiss alles, ich suche jetzt …"
    .replace(
      /^\W*(?:(?:ach|ok|okay|so|nee|komm),? )?(?:vergiss alles|vergiss das alles|alles (?:weg|löschen|auf anfang|von vorn|von vorne|neu)|ganz was anderes|was ganz anderes|kompletter neustart)\s*[,.;:!–-]\s*(?:und |dann )?(?:ich )?(?:suche?|such|zeig mir|will|möchte|brauche|jetzt) (?:mir )?(?:jetzt |nun |lieber )*/i,
      'neue Suche: ',
    )
    // "tausch Koch gegen Bäcker", "von Ulm zu Augsburg wechseln"
    .replace(
      /^(?:(?:bitte|ok|okay|dann|und),? )?(?:tausche?|ersetze?|wechsle|wechsel) (?:bitte |mal )?([^,.;!?]{1,60}?) (?:gegen|durch|mit) (?=[^,.;!?]{1,60})/i,
      'replace $1 with ',
    )
    .replace(
      /^von (\p{Lu}[\p{L}-]+) (?:(?:wechseln|wechsle|ändern) (?:zu|auf|nach) (\p{Lu}[\p{L}-]+)|(?:zu|auf|nach) (\p{Lu}[\p{L}-]+) (?:wechseln|ändern|umstellen))/u,
      (_, from: string, to: string | undefined, other: string | undefined) =>
        `replace ${from} with ${to ?? other ?? ''}`,
    )
    // "Stundensatz, ab 40": the amount belongs to the name before the comma.
    .replace(
      /\b(stundensatz|stundenlohn|monatsgehalt|monatslohn|jahresgehalt|tagessatz)\s*,\s*(?=(?:ab|mindestens|mind\.?)? ?\d)/gi,
      '$1 ',
    )
    // "Vollzeit nein, Teilzeit ja"
    .replace(/(^|[,;.]\s*)(\p{L}[\p{L}-]{2,}(?: \p{L}{4,})?) nein(?=\s*(?:[,.;!]|$))/gu, '$1kein $2')
    // "lieber Kellner als Koch"
    .replace(/\blieber (\p{Lu}[\p{L}-]+) als (?=\p{Lu})/gu, 'lieber $1 statt ')
    // "was Kreatives"
    .replace(/\bwas (?=\p{Lu}\p{Ll}{3,}es(?!\p{L}))/gu, 'etwas ')
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
    // "80-%-Stelle", "60-80 % Pensum"
    .replace(
      /\b[2-9]\d(?:\s?(?:-|bis)\s?\d{2,3})?[\s-]*(?:%|prozent)[\s-]*(?:ige\s)?(?=stelle|pensum|anstellung|job|arbeiten\b)/gi,
      'Teilzeit ',
    )
    // "unter 19 Euro fange ich nicht an" says the least.
    .replace(
      /(?<!nicht )\bunter (\d[\d.,]*[^,.;!?]{0,30}?) (?:fange? ich (?:gar )?nicht an|mache? ich(?: es| das)? (?:nicht|nichts|nix)|geht (?:bei mir )?(?:gar )?(?:nichts|nix)|läuft (?:nichts|nix)|arbeite ich nicht|stehe? ich (?:gar )?nicht auf|lohnt (?:es )?sich(?: das)? nicht|brauche? ich nicht anfangen)/gi,
      'mindestens $1',
    )
    // "nichts Befristetes"
    .replace(
      /\bnichts (?!Neues|Besonderes|Bestimmtes|Passendes|Weiteres|Gutes|Anderes|Interessantes)(?=\p{Lu}\p{Ll}+es(?!\p{L}))/gu,
      'kein ',
    )
    // "wo genau in Norwegen ist egal"
    .replace(
      /\bwo(?: genau)? in (\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?) ist (?:mir )?(?:eigentlich |ziemlich |völlig )?(?:egal|wurscht|gleich)/giu,
      'egal wo in $1',
    )
    // "bin seit zwölf Jahren Disponent" tells what was.
    .replace(
      /\bbin (?:ich )?(?:(?:jetzt|schon|nun|seit|bereits|etwa|über|fast|rund|mehr als) )*[\p{L}\d]+ jahren? (?!alt\b)(?:lang )?(?:als )?(?=\p{Lu})/giu,
      'bisher als ',
    )
    // "bin gelernter Koch, möchte aber als Gärtner arbeiten"
    .replace(
      /\bbin (?:gelernte|ausgebildete|studierte|ehemalige|eigentlich|von beruf|von haus aus)r? (?=\p{Lu}[^.!?]{0,60}\b(?:aber|lieber|stattdessen|nun|jetzt)\b[^.!?]{0,60}\bals\b)/giu,
      'bisher als ',
    )
    // "lieber als Bäcker" at the beginning compares nothing.
    .replace(/^((?:(?:dann|oder|doch|nee|nein|ach|ok|okay|na gut|hm+|jetzt),? )*)lieber als\b/i, '$1lieber')
    .replace(
      /(?<=\b(?:würde|möchte|will|nun|jetzt|aber|doch|arbeite|suche|auch|dann|mittlerweile) )lieber als\b/gi,
      'lieber',
    )
    // "Sag mir jeden Montag Bescheid, wenn es neue Stellen als Koch in Ulm gibt": a wish, and an order to keep it.
    .replace(
      /^(?:bitte )?(?:sag|sagen sie|gib|geben sie) mir(?: bitte)? (jeden \p{L}+|jede woche|täglich|wöchentlich) bescheid,? (?:wenn|sobald) (?:es )?(?:neue |frische )(?:stellen|jobs|angebote)(?: als| für)? (.{3,150}?)(?: gibt| reinkommen| da sind)[.!]?$/iu,
      '$2, sag mir $1 Bescheid',
    )
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
