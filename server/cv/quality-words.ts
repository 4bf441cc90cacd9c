/** What a person reads about how well their file could be read, and what they can do. Pure. */
import type { Localized } from '../kernel/text.ts';
import type { ExtractedCv } from './extracted.ts';

/** Why nothing could be read, beside the quality: it took too long or too much, is of no known kind, or is broken. */
export type Trouble = 'time' | 'memory' | 'size' | 'kind' | 'broken';
export type ParsedCv = ExtractedCv & { trouble: Trouble | null };

const SCAN: Localized = {
  en: 'This file has pages, but no text in them: it is a scan or a picture. Save your CV as PDF from the program you wrote it in, let a scanner program recognise its text, or paste the text here.',
  de: 'Diese Datei hat Seiten, aber keinen Text: Sie ist ein Scan oder ein Bild. Speichern Sie Ihren Lebenslauf als PDF aus dem Programm, in dem Sie ihn geschrieben haben, lassen Sie den Text von einem Scanprogramm erkennen, oder fügen Sie ihn hier ein.',
  uk: 'У цьому файлі є сторінки, але немає тексту: це скан або зображення. Збережіть резюме як PDF із програми, у якій ви його писали, розпізнайте текст програмою для сканування або вставте його сюди.',
};
const ENCRYPTED: Localized = {
  en: 'This file is locked with a password. Save it without one and drop it again.',
  de: 'Diese Datei ist mit einem Passwort geschützt. Speichern Sie sie ohne Passwort und ziehen Sie sie noch einmal hierher.',
  uk: 'Цей файл захищено паролем. Збережіть його без пароля й перетягніть ще раз.',
};
const COLUMNS: Localized = {
  en: 'This file has columns. Perch put them in reading order; see whether the entries are right.',
  de: 'Diese Datei hat Spalten. Perch hat sie in Lesereihenfolge gebracht; prüfen Sie, ob die Einträge stimmen.',
  uk: 'У цьому файлі є колонки. Perch розташував їх у порядку читання; перевірте, чи правильні записи.',
};
const EMPTY: Localized = {
  en: 'There is no text in this file.',
  de: 'In dieser Datei steht kein Text.',
  uk: 'У цьому файлі немає тексту.',
};
const TROUBLE: Record<Trouble, Localized> = {
  broken: {
    en: 'This file is damaged and cannot be read. Save it anew as PDF or DOCX, or paste its text.',
    de: 'Diese Datei ist beschädigt und lässt sich nicht lesen. Speichern Sie sie neu als PDF oder DOCX, oder fügen Sie den Text ein.',
    uk: 'Цей файл пошкоджено, прочитати його не вдалося. Збережіть його знову як PDF чи DOCX або вставте текст.',
  },
  kind: {
    en: 'This is neither PDF nor DOCX, text, Markdown or JSON Resume, whatever its name says. Save it as one of these, or paste its text.',
    de: 'Das ist weder PDF noch DOCX, Text, Markdown oder JSON Resume, auch wenn der Name es sagt. Speichern Sie die Datei in einem dieser Formate, oder fügen Sie den Text ein.',
    uk: 'Це не PDF, DOCX, текст, Markdown чи JSON Resume, хоч би що казала назва. Збережіть файл в одному з цих форматів або вставте текст.',
  },
  size: {
    en: 'This file is larger than 10 MB. Save it without large pictures, or paste its text.',
    de: 'Diese Datei ist größer als 10 MB. Speichern Sie sie ohne große Bilder, oder fügen Sie den Text ein.',
    uk: 'Цей файл більший за 10 МБ. Збережіть його без великих зображень або вставте текст.',
  },
  time: {
    en: 'Reading this file took longer than any CV does, so Perch stopped. Save it anew as PDF or DOCX, or paste its text.',
    de: 'Diese Datei zu lesen hat länger gedauert als bei jedem Lebenslauf; Perch hat deshalb abgebrochen. Speichern Sie sie neu als PDF oder DOCX, oder fügen Sie den Text ein.',
    uk: 'Читання цього файлу тривало довше, ніж будь-якого резюме, тож Perch зупинився. Збережіть його знову як PDF чи DOCX або вставте текст.',
  },
  memory: {
    en: 'This file unpacks to far more than a CV holds, so Perch stopped. Save it anew as PDF or DOCX, or paste its text.',
    de: 'Diese Datei entpackt sich zu weit mehr, als ein Lebenslauf enthält; Perch hat deshalb abgebrochen. Speichern Sie sie neu als PDF oder DOCX, oder fügen Sie den Text ein.',
    uk: 'Цей файл розпаковується у значно більше, ніж містить резюме, тож Perch зупинився. Збережіть його знову як PDF чи DOCX або вставте текст.',
  },
};

/** Null when the file was read well and there is nothing to look at. */
export function qualityWords({
  quality,
  trouble,
  isCut,
}: Pick<ParsedCv, 'quality' | 'trouble' | 'isCut'>): Localized | null {
  if (quality === 'scan') return SCAN;
  if (quality === 'encrypted') return ENCRYPTED;
  if (quality === 'empty') return EMPTY;
  if (quality === 'corrupt') return TROUBLE[trouble ?? 'broken'];
  if (!isCut) return quality === 'columns' ? COLUMNS : null;
  return {
    en: 'This file is very long. Its first part was read.',
    de: 'Diese Datei ist sehr lang. Ihr erster Teil wurde gelesen.',
    uk: 'Цей файл дуже довгий. Прочитано його першу частину.',
  };
}

/** The error of a file over the limit of size. */
export const TOO_LARGE = TROUBLE.size;
