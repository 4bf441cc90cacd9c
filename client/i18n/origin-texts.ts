/** Texts of where a posting comes from, and what makes it worth a second look. */
export interface OriginTexts {
  alsoOnTitle: string;
  /** Beside the board a card comes from. */
  alsoOn(boards: string): string;
  /** Whether the work may be done from the person's country. */
  fromHome: Record<'yes' | 'no' | 'unclear', string>;
  because: Record<'vacancy' | 'address' | 'likeness', string>;
  separate: string;
  separateThis(source: string): string;
  closedBadge: string;
  closedSince(day: string): string;
  closedThere: string;
  secondLook: string;
  signal: {
    old(days: number): string;
    reposted(times: number): string;
    'pay-too-good': string;
    'asks-money': string;
    'free-mail': string;
  };
}
