/** What notifications tell after a commit. */

export interface NotificationEvents {
  /** The person's saved searches are others now, or have been opened. */
  'searches-changed': { userId: string };
}
