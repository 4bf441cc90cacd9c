/** What a message says, without what was done. */
import type { Part } from '../../server/protocol/index.ts';

export function textOf(parts: readonly Part[]): string {
  return parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n\n');
}
