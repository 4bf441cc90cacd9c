/** The raw items of a board's answer, found by the path of the contract and not by the adapter. */
import { readXml } from '../xml.ts';
import type { Contract } from './contract.ts';

/** Not a posting: terms of use in the list, and what its employer does not list. */
export const isOther = (item: unknown): boolean =>
  typeof item === 'object' && item !== null && ('legal' in item || ('isListed' in item && item.isListed === false));

/** The list in an answer; without what the board puts there that is no posting. */
export function itemsAt(contract: Pick<Contract, 'items'>, answer: string): unknown[] {
  const whole: unknown = answer.trimStart().startsWith('<') ? readXml(answer) : JSON.parse(answer);
  return listAt(whole, contract.items).filter((item) => !isOther(item));
}

/** The list itself; `path` may name several, of which one is there. */
export function listAt(whole: unknown, path: string): unknown[] {
  for (const way of path.split('|')) {
    const list = way
      .split('.')
      .filter((step) => step !== '')
      .reduce((at: unknown, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : null), whole);
    if (Array.isArray(list)) return list;
  }
  return [];
}
