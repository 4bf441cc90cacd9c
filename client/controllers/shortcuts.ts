/** Keys. Single ones can be switched off, and never act while somebody writes; Ctrl K and Escape always do. */
import type { ShortcutName } from '../i18n/around-texts.ts';

/** Every shortcut, in the order of the list that `?` opens. */
export const SHORTCUTS: readonly { name: ShortcutName; keys: readonly string[]; always?: true }[] = [
  { name: 'commands', keys: ['Ctrl K'], always: true },
  { name: 'compose', keys: ['/'] },
  { name: 'next', keys: ['j'] },
  { name: 'previous', keys: ['k'] },
  { name: 'open', keys: ['o'] },
  { name: 'save', keys: ['s'] },
  { name: 'hide', keys: ['h'] },
  { name: 'select', keys: ['x'] },
  { name: 'undo', keys: ['u'] },
  { name: 'close', keys: ['Esc'], always: true },
  { name: 'help', keys: ['?'] },
];

/** The shortcut a key stands for now, or null. */
export function shortcutOf(event: KeyboardEvent, areOn: boolean): ShortcutName | null {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') return 'commands';
  if (event.key === 'Escape') return 'close';
  if (!areOn || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isWriting(event)) return null;
  const found = SHORTCUTS.find(({ keys, always }) => always !== true && keys.includes(event.key));
  return found?.name ?? null;
}

function isWriting(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox') ||
    (target instanceof HTMLElement && target.closest('dialog') !== null)
  );
}
