/** The reviewed list of what may work across people's rows. A test prints it; each addition is a decision. */
export const SYSTEM_REASONS = {
  'sign-in': 'finds or creates the person who signs in, before there is a user id',
  ingest:
    'writes postings and runs of sources, which belong to nobody; a mark on a posting counts for the one that is shown for it, and an employer that is followed is called what its own board says',
  search: 'reads what can be searched of postings, which belong to nobody',
  sources:
    'reads the state of the sources for everybody, which employers are followed by anybody, and which sources nobody wants',
  recover: 'finds the turns of processes that died',
  health: 'asks whether the store answers',
} as const;

export type SystemReason = keyof typeof SYSTEM_REASONS;

/** Background work lets people's requests go first. */
export const BACKGROUND_REASONS: ReadonlySet<SystemReason> = new Set<SystemReason>(['ingest']);
