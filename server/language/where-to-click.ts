/** Where a person does by a click what no sentence may do: the answer to an action that needs their approval. */
import type { Language, Localized } from '../kernel/text.ts';

const PLACES: ReadonlyMap<string, Localized> = new Map([
  [
    'add_job',
    {
      en: 'Adding a posting takes your click: paste its address alone, or its text, into the message field, and the button to add it appears.',
      de: 'Eine Anzeige fügen Sie mit einem Klick hinzu: Fügen Sie nur ihre Adresse oder ihren Text in das Nachrichtenfeld ein, dann erscheint der Knopf dafür.',
      uk: 'Вакансію додають натисканням: вставте в поле повідомлення лише її адресу або текст, і з’явиться кнопка «Додати».',
    },
  ],
  [
    'set_preferences',
    {
      en: 'The language of the page is yours to choose, under Settings. I answer in the language you write in.',
      de: 'Die Sprache der Seite wählen Sie selbst, unter Einstellungen. Ich antworte in der Sprache, in der Sie schreiben.',
      uk: 'Мову сторінки ви обираєте самі в налаштуваннях. Я відповідаю тією мовою, якою ви пишете.',
    },
  ],
]);

/** Null for an action without a place of its own on the page. */
export function whereToClick(action: string, language: Language): string | null {
  return PLACES.get(action)?.[language] ?? null;
}
