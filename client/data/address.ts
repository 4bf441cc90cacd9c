/** Conversation and posting in the address bar, so that a link, a reload and "back" lead to the same place. */
import type { Address } from './store.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

export const pageAddress: Address = {
  read() {
    const query = new URLSearchParams(location.search);
    const id = (name: string): string | undefined => {
      const value = query.get(name) ?? '';
      return UUID.test(value) ? value : undefined;
    };
    return { conversationId: id('conversation'), postingId: id('posting') };
  },
  write({ conversationId, postingId }) {
    const query = new URLSearchParams({
      conversation: conversationId,
      ...(postingId === null ? {} : { posting: postingId }),
    });
    const next = `${location.pathname}?${query}`;
    if (next === location.pathname + location.search) return;
    const isFirst = this.read().conversationId === undefined;
    if (isFirst) history.replaceState(null, '', next);
    else history.pushState(null, '', next);
  },
};
