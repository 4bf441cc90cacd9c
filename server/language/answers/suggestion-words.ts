/** Sentences that may be offered next, in each language; every one is understood without a model. */
import type { Language } from '../../kernel/text.ts';

export interface SuggestionWords {
  /** For a search that has not begun. */
  first: readonly string[];
  undo: string;
  forgetPay: string;
  anyDate: string;
  anyPlace: string;
  anyLevel: string;
  startOver: string;
  twoWeeks: string;
  remote: string;
  pay: string;
  newest: string;
  csv: string;
  /** Two readings of words that were not understood: wished for, and refused. */
  about(words: string): string;
  without(words: string): string;
}

export const suggestionWords: Record<Language, SuggestionWords> = {
  en: {
    first: [
      'remote Python jobs in Germany',
      'senior data engineer in Europe, at least 70k EUR',
      'product manager in London or Berlin, hybrid',
    ],
    undo: 'undo',
    forgetPay: 'forget the salary',
    anyDate: "the date doesn't matter",
    anyPlace: "the location doesn't matter",
    anyLevel: 'any level',
    startOver: 'start over',
    twoWeeks: 'only the last two weeks',
    remote: 'remote only',
    pay: 'at least 60k EUR',
    newest: 'newest first',
    csv: 'export as CSV',
    about: (words) => `something with ${words}`,
    without: (words) => `no ${words}`,
  },
  de: {
    first: [
      'Krankenpfleger in München oder Augsburg, Teilzeit',
      'Python-Entwickler, remote, mindestens 65.000 Euro',
      'Buchhalterin in Hamburg, unbefristet',
    ],
    undo: 'rückgängig',
    forgetPay: 'Gehalt ist egal',
    anyDate: 'Datum ist egal',
    anyPlace: 'Ort ist egal',
    anyLevel: 'Erfahrungsstufe ist egal',
    startOver: 'von vorne anfangen',
    twoWeeks: 'nur die letzten zwei Wochen',
    remote: 'nur Homeoffice',
    pay: 'mindestens 60.000 Euro',
    newest: 'neueste zuerst',
    csv: 'als CSV exportieren',
    about: (words) => `etwas mit ${words}`,
    without: (words) => `nichts mit ${words}`,
  },
  uk: {
    first: [
      'медсестра у Варшаві або Кракові',
      'віддалена робота для програміста Python, від 3000 євро на місяць',
      'бухгалтер у Львові, повна зайнятість',
    ],
    undo: 'скасуй',
    forgetPay: 'зарплата не важлива',
    anyDate: 'дата не важлива',
    anyPlace: 'місце не важливе',
    anyLevel: 'рівень не важливий',
    startOver: 'почати спочатку',
    twoWeeks: 'лише за останні два тижні',
    remote: 'тільки віддалено',
    pay: 'від 3000 євро на місяць',
    newest: 'спочатку нові',
    csv: 'експортуй у csv',
    about: (words) => `щось з ${words}`,
    without: (words) => `без ${words}`,
  },
};
