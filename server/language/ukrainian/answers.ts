/** Ukrainian answers of the built-in assistant. */
import { counted, formatNumber } from '../../kernel/plural.ts';
import type { AnswerWords } from '../answers/answer-words.ts';

const jobs = (count: number): string =>
  counted('uk', count, { one: 'вакансія', few: 'вакансії', many: 'вакансій', other: 'вакансії' });
const at = (company: string | null): string => (company === null || company === '' ? '' : ` у ${company}`);
const criteria: Record<string, string> = {
  titles: 'посада',
  skills: 'навички',
  anySkills: 'навички',
  companies: 'компанія',
  countries: 'місце',
  regions: 'місце',
  cities: 'місто',
  workplace: 'формат роботи',
  employment: 'зайнятість',
  seniority: 'рівень',
  sources: 'джерело',
  pay: 'оплата',
  postedWithinDays: 'дата',
  languages: 'мова',
  categories: 'категорія',
  visaSponsorship: 'візова підтримка',
  client: 'замовник',
  exclude: 'винятки',
};
const actions: Record<string, string> = {
  score_jobs: 'оцінювати вакансії за резюме',
  compare_jobs: 'порівнювати вакансії',
  explain_match: 'пояснювати оцінку',
  analyze_cv: 'читати резюме',
};

export const ukrainian: AnswerWords = {
  fit: (count) => `Підходить ${jobs(count)}.`,
  closest: (title, company) => `Найближча: ${title}${at(company)}.`,
  unclear: (count, all) =>
    all
      ? count === 1
        ? 'Дещо в ній неясно, тому вона з позначкою.'
        : 'В усіх дещо неясно, тому вони з позначкою.'
      : `З них неясно щось у ${formatNumber('uk', count)}: вони лишаються в списку з позначкою.`,
  nothing: 'Нічого не підходить.',
  bringsBack: (criterion, count, all) =>
    `Без фільтра «${criterion}» ${all && count > 1 ? 'повертаються всі' : 'повертається'} ${formatNumber('uk', count)}.`,
  criterion: (name) => criteria[name] ?? name,
  needsCv: 'Без резюме оцінок ще немає: перетягніть його на сторінку.',
  samples: 'Це зразки: імпортуйте або завантажте справжні вакансії, і зразки зникнуть.',
  undone: 'Скасовано.',
  undoneMark: 'Скасовано: позначку знято.',
  nothingToUndo: 'Скасовувати нічого.',
  cleared: 'Усі фільтри знято.',
  unchanged: 'Це нічого не змінює: так уже є.',
  tellMe:
    'Скажіть, що шукати: професію, місце, навички чи зарплату, наприклад «медсестра у Варшаві, повна зайнятість».',
  notUnderstood: (words) => `Мені незрозуміло: «${words}».`,
  example: 'Скажіть, наприклад: «медсестра у Варшаві, повна зайнятість».',
  compared: (titles) => `Поруч: ${titles.join(' · ')}.`,
  help: 'Я шукаю вакансії за вашими словами: професія, місце, зарплата, навички, рівень і те, чого ви не хочете. Змінюйте по одному («ще й Львів», «без агенцій», «скасуй»), зберігайте чи ховайте вакансії за місцем у списку («збережи другу»), порівнюйте, рахуйте або експортуйте список. «Збережи пошук» рахуватиме, що з’явилося нового. Додайте резюме, і я оціню кожну вакансію та поясню чому («оціни вакансії», «чому друга так низько?»). Вставте адресу вакансії, щоб додати її, або напишіть «стеж за» й адресу сторінки вакансій роботодавця.',
  filters: (list) => `Ваші фільтри: ${list}.`,
  noFilters: 'Фільтрів немає.',
  count: (total, postings) =>
    postings === null ? `${jobs(total)}.` : `${formatNumber('uk', total)} з ${formatNumber('uk', postings)}.`,
  shown: (shown, total) => `Показано ${formatNumber('uk', shown)} з ${formatNumber('uk', total)}.`,
  allShown: (total) => `Це все: ${jobs(total)}.`,
  job: (title, company, details) => `${title}${at(company)}${details === '' ? '' : `: ${details}`}.`,
  saved: (what) => `Збережено: ${what}.`,
  unsaved: (what) => `Більше не збережено: ${what}.`,
  hidden: (what) => `Приховано: ${what}. «Скасуй» поверне назад.`,
  unhidden: (what) => `Знову в списку: ${what}.`,
  jobs,
  ofCompany: (count, company) => `${jobs(count)}${at(company)}`,
  exported: (count, format) => `${jobs(count)} у форматі ${format}: файл можна завантажити.`,
  fetched: (source, added, updated) =>
    `${source}: нових ${formatNumber('uk', added)}${updated > 0 ? `, оновлено ${formatNumber('uk', updated)}` : ''}.`,
  fetchFailed: (source, error) => `${source}: немає зв’язку${error === null ? '' : ` (${error})`}.`,
  inStore: (total) => `Тепер підходить ${jobs(total)}.`,
  failed: (error) => `Не вийшло: ${error}`,
  cannot: (action) => `Я ще не вмію ${actions[action] ?? action.replaceAll('_', ' ')}.`,
  greeting: 'Вітаю! Напишіть, що шукаєте, наприклад: «медсестра у Варшаві, повна зайнятість».',
  thanks: 'Будь ласка!',
  goodbye: 'До побачення й успіхів! Ваші фільтри лишаються, як є.',
  question:
    'На такі запитання я не можу відповісти без мовної моделі; ваші фільтри лишаються, як є. Я вмію шукати, рахувати, зберігати, приховувати й експортувати вакансії.',
};
