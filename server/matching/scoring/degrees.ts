/** Degrees as steps, in three languages: 1 vocational or some study, 2 bachelor, 3 master, 4 doctor. Pure. */

export const DEGREES = ['none', 'vocational', 'bachelor', 'master', 'doctor'] as const;

const STEPS: readonly (readonly [number, RegExp])[] = [
  [4, /\b(?:ph\.?\s?d|doctorate|doctoral|dr\.|promotion|promoviert)\b|доктор(?:ськ\p{L}*)?|кандидат\p{L}* наук/iu],
  [
    3,
    /\b(?:master(?:['’]?s)?|m\.?\s?sc|m\.?\s?eng|m\.?\s?a\.|mba|diplom(?:-?ingenieur\w*)?|dipl\.?|magister|staatsexamen)(?![\p{L}])|магістр/iu,
  ],
  [
    2,
    /\b(?:bachelor(?:['’]?s)?|b\.?\s?sc|b\.?\s?eng|b\.?\s?a\.|undergraduate|(?:university|college|four-year|4-year|relevant|technical) degree|degree in|hochschulabschluss|studium|abgeschlossenes (?:hochschul)?studium|graduate)(?![\p{L}])|бакалавр|вищ\p{L}* освіт\p{L}*/iu,
  ],
  [
    1,
    /\b(?:ausbildung|apprenticeship|associate(?:['’]?s)? degree|vocational|berufsausbildung|high school|abitur|ged)\b|середн\p{L}* освіт\p{L}*/iu,
  ],
];

/** The highest step that these words name, null when they name none. */
export function degreeIn(words: string): number | null {
  return STEPS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** The lowest step that these words name: "Bachelor's or Master's" asks for the first. */
export function leastDegreeIn(words: string): number | null {
  return STEPS.findLast(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
