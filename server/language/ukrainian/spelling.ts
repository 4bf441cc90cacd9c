/** Ukrainian as it is typed, made ready for its words to be told apart: shortened words, glued units, commas that part nothing. */

/** The dot behind an abbreviation ends no sentence: "60 тис. грн", "м. Львів". */
const SHORTENED =
  /(?<!\p{L})((?:тис|тищ|грн|міс|год|дол|кат|млн|ін|вул|обл|мін|макс|зл|шт)(?=\.\s*[\p{Ll}\d(,;/])|(?:м|вул|обл|смт)(?=\.\s*\p{Lu}))\./gu;
/** "Агенції, будь ласка, не пропонуйте", "нічні, на жаль, не підходять": politeness and regret part no sentence. */
const ASIDE =
  /,?\s*(?:будь ласка|на жаль|звісно|звичайно|мабуть|напевно|чесно кажучи|якщо чесно|в принципі|до речі|певно|зазвичай),?\s+(?=не\s+\p{Ll}+)/gu;
/** "Проаналізуй, будь ласка, моє резюме" */
const PLEASE = /(?<=(?:^|[.!?]\s+)(?:\p{L}+\s){0,2}\p{L}+(?:й|и|ь|і|іть|те)), будь ласка,(?=\s)/giu;
/** "6000зл", "25тис": the unit is a word of its own. */
const GLUED =
  /(?<=\d)(?=(?:тис|тищ|зл|злот\p{L}*|грн|грив\p{L}*|євро|дол|дол[ал]р\p{L}*|баксів|крон|міс|год|годин\p{L}*|днів|дні|тижн\p{L}*|відсот\p{L}*)(?!\p{L}))/gu;
/** "сховай ту, що від Budimex" points at one thing. */
const POINTED =
  /(?<=(?<!\p{L})(?:ту|той|ті|оту|оті|вакансію|вакансії|оголошення)), (?:що|які|яка|яку) (?=(?:від|з|із|у|в)\s)/giu;

/** The text with its words as the lexicon and the map have them. */
export function ukrainianSpelling(text: string): string {
  return text
    .replace(SHORTENED, '$1')
    .replace(ASIDE, ' ')
    .replace(PLEASE, '')
    .replace(GLUED, ' ')
    .replace(POINTED, ' ');
}
