/** German answers of the built-in assistant. */
import { counted, formatNumber } from '../../kernel/plural.ts';
import type { AnswerWords } from '../answers/answer-words.ts';

const jobs = (count: number): string => counted('de', count, { one: 'Stelle', other: 'Stellen' });
const at = (company: string | null): string => (company === null || company === '' ? '' : ` bei ${company}`);
const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
const criteria: Record<string, string> = {
  titles: 'Beruf',
  skills: 'Kenntnisse',
  anySkills: 'Kenntnisse',
  companies: 'Firma',
  countries: 'Ort',
  regions: 'Ort',
  cities: 'Stadt',
  workplace: 'Arbeitsort',
  employment: 'Anstellung',
  seniority: 'Erfahrungsstufe',
  sources: 'Quelle',
  pay: 'Gehalt',
  postedWithinDays: 'Datum',
  languages: 'Sprache',
  categories: 'Kategorie',
  visaSponsorship: 'Visum',
  client: 'Auftraggeber',
  exclude: 'Ausschluss',
};
const actions: Record<string, string> = {
  score_jobs: 'Stellen mit einem Lebenslauf bewerten',
  compare_jobs: 'Stellen vergleichen',
  explain_match: 'eine Bewertung erklären',
  analyze_cv: 'einen Lebenslauf lesen',
};

export const german: AnswerWords = {
  fit: (count) => `${jobs(count)} ${count === 1 ? 'passt' : 'passen'}.`,
  closest: (title, company) => `Am nächsten kommt ${title}${at(company)}.`,
  unclear: (count, all) =>
    all
      ? count === 1
        ? 'Sie lässt etwas offen und ist markiert.'
        : 'Alle lassen etwas offen und sind markiert.'
      : count === 1
        ? 'Eine davon lässt etwas offen; sie bleibt mit einer Markierung in der Liste.'
        : `${formatNumber('de', count)} davon lassen etwas offen; sie bleiben mit einer Markierung in der Liste.`,
  nothing: 'Nichts passt.',
  bringsBack: (criterion, count, all) =>
    `Ohne den Filter „${criterion}“ ${count === 1 ? 'ist' : 'sind'} ${all && count !== 1 ? 'alle ' : ''}${formatNumber('de', count)} wieder da.`,
  criterion: (name) => criteria[name] ?? name,
  needsCv: 'Ohne Lebenslauf hat noch nichts Punkte: Ziehen Sie einen auf die Seite.',
  samples: 'Das sind Beispielanzeigen: Importieren oder laden Sie echte, dann verschwinden sie.',
  undone: 'Zurückgenommen.',
  undoneMark: 'Zurückgenommen: Die Markierung ist weg.',
  nothingToUndo: 'Es gibt nichts zurückzunehmen.',
  cleared: 'Alle Filter sind weg.',
  unchanged: 'Das ändert nichts: Es ist schon so.',
  tellMe:
    'Sagen Sie mir, was ich suchen soll: eine Tätigkeit, einen Ort, Kenntnisse oder ein Gehalt, zum Beispiel „Krankenpfleger in München, Teilzeit“.',
  notUnderstood: (words) => `„${words}“ habe ich nicht verstanden.`,
  example: 'Sagen Sie zum Beispiel: „Krankenpfleger in München, Teilzeit“.',
  compared: (titles) => `Nebeneinander: ${titles.join(' · ')}.`,
  help: 'Ich finde Stellen nach dem, was Sie schreiben: Beruf, Ort, Gehalt, Kenntnisse, Erfahrung und was Sie nicht möchten. Ändern Sie einzelnes („auch Wien“, „keine Zeitarbeit“, „rückgängig“), merken Sie Anzeigen oder blenden Sie sie aus („die zweite merken“), vergleichen Sie zwei, zählen Sie oder exportieren Sie die Liste. „Suche speichern“ zählt, was neu dazukommt. Mit Ihrem Lebenslauf bewerte ich jede Anzeige und begründe es („bewerte die Stellen“, „warum ist die zweite so niedrig?“). Fügen Sie die Adresse einer Anzeige ein, um sie aufzunehmen, oder schreiben Sie „folge“ und die Karriereseite eines Arbeitgebers.',
  filters: (list) => `Ihre Filter: ${list}.`,
  noFilters: 'Es ist kein Filter gesetzt.',
  count: (total, postings) =>
    postings === null ? `${jobs(total)}.` : `${formatNumber('de', total)} von ${jobs(postings)}.`,
  shown: (shown, total) => `Jetzt sind ${formatNumber('de', shown)} von ${formatNumber('de', total)} zu sehen.`,
  allShown: (total) => `Das sind alle: ${jobs(total)}.`,
  job: (title, company, details) => `${title}${at(company)}${details === '' ? '' : `: ${details}`}.`,
  saved: (what) => `Gemerkt: ${what}.`,
  unsaved: (what) => `Nicht mehr gemerkt: ${what}.`,
  hidden: (what) => `Ausgeblendet: ${what}. „Rückgängig“ holt es zurück.`,
  unhidden: (what) => `Wieder in der Liste: ${what}.`,
  jobs,
  ofCompany: (count, company) => `${jobs(count)} bei ${company}`,
  exported: (count, format) => `${jobs(count)} als ${format}: Die Datei steht zum Herunterladen bereit.`,
  fetched: (source, added, updated) =>
    `${source}: ${formatNumber('de', added)} neu${updated > 0 ? `, ${formatNumber('de', updated)} geändert` : ''}.`,
  fetchFailed: (source, error) => `${source} war nicht erreichbar${error === null ? '' : `: ${error}`}.`,
  inStore: (total) => `Jetzt ${total === 1 ? 'passt' : 'passen'} ${jobs(total)}.`,
  failed: (error) => `Das hat nicht geklappt: ${error}`,
  cannot: (action) => `${capital(actions[action] ?? action.replaceAll('_', ' '))} kann ich noch nicht.`,
  greeting: 'Hallo! Schreiben Sie einfach, was Sie suchen, zum Beispiel „Krankenpfleger in München, Teilzeit“.',
  thanks: 'Gern geschehen!',
  goodbye: 'Auf Wiedersehen und viel Erfolg! Ihre Filter bleiben, wie sie sind.',
  question:
    'Solche Fragen kann ich ohne Sprachmodell nicht beantworten; Ihre Filter bleiben, wie sie sind. Ich kann Stellen suchen, zählen, merken, ausblenden und exportieren.',
};
