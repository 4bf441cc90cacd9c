/** What accounts tell the pages of a person. */
import type { ShownPreferences, Usage } from './preferences.ts';

export interface AccountEvents {
  'preferences-changed': { userId: string; preferences: ShownPreferences };
  'usage-changed': { userId: string; usage: Usage };
}
