/** What cannot be done with saved searches, and what to do instead. */
import { PerchError } from '../kernel/errors.ts';

/** More than a person looks through. */
export const MOST_SEARCHES = 50;

/** Everything there is would be new every day. */
export function noCriteria(): PerchError {
  return new PerchError('invalid', {
    en: 'There is no search to save yet. Say what you are looking for first, for example “remote Python jobs in Germany”.',
    de: 'Es gibt noch keine Suche, die sich speichern lässt. Sagen Sie zuerst, was Sie suchen, zum Beispiel „Python, remote, in Deutschland“.',
    uk: 'Поки що немає пошуку, який можна зберегти. Спершу скажіть, що шукаєте, наприклад «Python, віддалено, у Німеччині».',
  });
}

export function tooManySearches(): PerchError {
  return new PerchError('conflict', {
    en: `You have saved ${MOST_SEARCHES} searches already. Remove one that you no longer need, then save this one again.`,
    de: `Sie haben schon ${MOST_SEARCHES} Suchen gespeichert. Entfernen Sie eine, die Sie nicht mehr brauchen, und speichern Sie diese dann noch einmal.`,
    uk: `Ви вже зберегли ${MOST_SEARCHES} пошуків. Приберіть непотрібний і збережіть цей ще раз.`,
  });
}

export function noSearch(): PerchError {
  return new PerchError('not_found', {
    en: 'This saved search is not there any more. “Show my saved searches” lists those you have.',
    de: 'Diese gespeicherte Suche gibt es nicht mehr. „Zeig meine gespeicherten Suchen“ zeigt, welche Sie haben.',
    uk: 'Цього збереженого пошуку вже немає. «Покажи мої збережені пошуки» покаже ті, що є.',
  });
}
