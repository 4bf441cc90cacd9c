/** What is asked of clients of freelance projects, joined with what the filter asks already. */
import type { Client } from '../meaning.ts';

/** Joined client criteria: they add up; their countries are a list like any other, which `extend` lengthens. */
export function joinClients(held: Client, said: Client, extend: boolean): Client {
  const countries = extend
    ? [...new Set([...(held.countries ?? []), ...(said.countries ?? [])])]
    : (said.countries ?? held.countries);
  return { ...held, ...said, ...(countries === undefined || countries.length === 0 ? {} : { countries }) };
}
