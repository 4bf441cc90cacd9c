/** Where a posting comes from, in English. */
import type { OriginTexts } from './origin-texts.ts';

export const originEn: OriginTexts = {
  alsoOnTitle: 'The same job on other boards',
  alsoOn: (boards) => `also on ${boards}`,
  fromHome: {
    yes: 'possible from your country',
    no: 'not from your country',
    unclear: 'unclear whether from your country',
  },
  because: {
    vacancy: 'It leads to the same vacancy of the employer',
    address: 'It leads to the same page',
    likeness: 'Company, title, place and text agree',
  },
  separate: 'A different job',
  separateThis: (source) => `The posting on ${source} is a different job: show it separately`,
  closedBadge: 'No longer advertised',
  closedSince: (day) => `No longer advertised since ${day}`,
  closedThere: 'no longer advertised there',
  secondLook: 'Worth a second look',
  signal: {
    old: (days) => `Advertised for ${days} days`,
    reposted: (times) => `Advertised ${times} times before, first on`,
    'pay-too-good': 'The pay is far above what such work usually brings',
    'asks-money': 'It speaks of money that you would pay',
    'free-mail': 'The contact is a free mail address, not the company’s',
  },
};
