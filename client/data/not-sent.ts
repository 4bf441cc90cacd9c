/** What a person reads when a click met no connection. */
import type { Localized } from '../../server/protocol/index.ts';

export const NOT_SENT: Localized = {
  en: 'There is no connection to Perch, so nothing was changed. Try again in a moment.',
  de: 'Zu Perch besteht keine Verbindung, darum wurde nichts geändert. Versuchen Sie es gleich noch einmal.',
  uk: 'Немає зв’язку з Perch, тож нічого не змінено. Спробуйте ще раз за мить.',
};
export const NOT_ANSWERED: Localized = {
  en: 'The connection broke before Perch answered. The list shows whether your last click arrived.',
  de: 'Die Verbindung brach ab, bevor Perch geantwortet hat. Die Liste zeigt, ob Ihr letzter Klick ankam.',
  uk: 'Зв’язок обірвався, перш ніж Perch відповів. Список покаже, чи спрацював ваш останній клік.',
};
