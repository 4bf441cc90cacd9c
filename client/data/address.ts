/** Conversation, posting and view in the address bar: a link, a reload, back and forward lead to the same place. */
import { type PageState, VIEWS, type View } from './page-state.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** Where the page is. */
export interface PagePlace {
  conversationId: string | undefined;
  postingId: string | undefined;
  /** Postings side by side; empty when none are. */
  compared: readonly string[];
  view: View;
}

export interface Address {
  read(): PagePlace;
  /** Another place becomes a step that "back" undoes; the first one replaces an address that says nothing. */
  write(place: PagePlace): void;
}

export const pageAddress: Address = {
  read() {
    const query = new URLSearchParams(location.search);
    const id = (name: string): string | undefined => [query.get(name) ?? ''].find((value) => UUID.test(value));
    return {
      conversationId: id('conversation'),
      postingId: id('posting'),
      compared: (query.get('compare') ?? '').split(',').filter((value) => UUID.test(value)),
      view: VIEWS.find((view) => view === query.get('view')) ?? 'matches',
    };
  },
  write({ conversationId, postingId, compared, view }) {
    const query = new URLSearchParams({
      ...(conversationId === undefined ? {} : { conversation: conversationId }),
      ...(view === 'matches' ? {} : { view }),
      ...(postingId === undefined ? {} : { posting: postingId }),
    });
    // Commas are allowed in a query, and easier to read than their code.
    const next = `${location.pathname}?${query}${compared.length === 0 ? '' : `&compare=${compared.join(',')}`}`;
    if (next === location.pathname + location.search) return;
    if (this.read().conversationId === undefined) history.replaceState(null, '', next);
    else history.pushState(null, '', next);
  },
};

/** For a page that belongs to somebody else: its address is left alone. */
export const noAddress: Address = {
  read: () => ({ conversationId: undefined, postingId: undefined, compared: [], view: 'matches' }),
  write: () => undefined,
};

/** Do both lead to the same? */
export function isSamePlace(a: PagePlace, b: PagePlace): boolean {
  return (
    a.conversationId === b.conversationId &&
    a.postingId === b.postingId &&
    a.view === b.view &&
    a.compared.join() === b.compared.join()
  );
}

/** Where a page in this state is. */
export function placeOf({ conversation, detail, compared, view }: PageState): PagePlace {
  return {
    conversationId: conversation?.id,
    postingId: detail?.id,
    compared: compared?.map(({ id }) => id) ?? [],
    view,
  };
}
