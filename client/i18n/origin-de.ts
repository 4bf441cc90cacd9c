/** Woher eine Anzeige kommt, auf Deutsch. */
import type { OriginTexts } from './origin-texts.ts';

export const originDe: OriginTexts = {
  alsoOnTitle: 'Derselbe Job auf anderen Jobbörsen',
  alsoOn: (boards) => `auch bei ${boards}`,
  fromHome: { yes: 'in Ihrem Land möglich', no: 'nicht in Ihrem Land', unclear: 'unklar, ob in Ihrem Land' },
  because: {
    vacancy: 'Führt zur selben Ausschreibung des Arbeitgebers',
    address: 'Führt zur selben Seite',
    likeness: 'Firma, Titel, Ort und Text stimmen überein',
  },
  separate: 'Ein anderer Job',
  separateThis: (source) => `Die Anzeige auf ${source} ist ein anderer Job: getrennt zeigen`,
  closedBadge: 'Nicht mehr ausgeschrieben',
  closedSince: (day) => `Seit ${day} nicht mehr ausgeschrieben`,
  closedThere: 'dort nicht mehr ausgeschrieben',
  secondLook: 'Einen zweiten Blick wert',
  signal: {
    old: (days) => `Seit ${days} Tagen ausgeschrieben`,
    reposted: (times) => `Schon ${times}-mal ausgeschrieben, zuerst am`,
    'pay-too-good': 'Die Bezahlung liegt weit über dem, was solche Arbeit üblicherweise bringt',
    'asks-money': 'Es ist von Geld die Rede, das Sie zahlen sollen',
    'free-mail': 'Der Kontakt ist eine kostenlose Mailadresse, nicht die der Firma',
  },
};
