/** Звідки вакансія, українською. */
import type { OriginTexts } from './origin-texts.ts';

const plural = new Intl.PluralRules('uk');
const days: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'день', few: 'дні', many: 'днів' };
const times: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'раз', few: 'рази', many: 'разів' };

export const originUk: OriginTexts = {
  alsoOnTitle: 'Та сама вакансія на інших сайтах',
  alsoOn: (boards) => `також на ${boards}`,
  fromHome: { yes: 'можна з вашої країни', no: 'не з вашої країни', unclear: 'неясно, чи можна з вашої країни' },
  because: {
    vacancy: 'Веде до тієї самої вакансії роботодавця',
    address: 'Веде на ту саму сторінку',
    likeness: 'Компанія, назва, місце й текст збігаються',
  },
  separate: 'Це інша вакансія',
  separateThis: (source) => `Оголошення на ${source} — інша вакансія: показати окремо`,
  closedBadge: 'Більше не розміщена',
  closedSince: (day) => `Більше не розміщена з ${day}`,
  closedThere: 'там більше не розміщена',
  secondLook: 'Варто придивитися',
  signal: {
    old: (count) => `Розміщена вже ${count} ${days[plural.select(count)] ?? 'дня'}`,
    reposted: (count) => `Раніше розміщена ${count} ${times[plural.select(count)] ?? 'раза'}, уперше`,
    'pay-too-good': 'Оплата значно вища, ніж зазвичай за таку роботу',
    'asks-money': 'Ідеться про гроші, які мали б заплатити ви',
    'free-mail': 'Контакт — безкоштовна поштова скринька, а не адреса компанії',
  },
};
