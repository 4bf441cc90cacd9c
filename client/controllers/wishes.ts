/** What elements tell, as calls of the store: one table, so that mouse, keys and commands end in the same place. */
import type { Choice } from '../data/kept.ts';
import type { View } from '../data/page-state.ts';
import type { Ordered } from '../data/ordered.ts';
import type { Store } from '../data/store.ts';

/** The events elements tell and what comes with them. */
export interface Wishes {
  'perch-run': { action: string; input: unknown };
  'perch-say': string;
  'perch-say-again': { text: string; replaces: string };
  'perch-unsay': string;
  'perch-stop': undefined;
  'perch-new': undefined;
  'perch-go': string;
  'perch-branch': string;
  'perch-order': Ordered;
  'perch-refresh': undefined;
  'perch-view': View;
  'perch-close': undefined;
}

/** Listens on `host`, and returns the function that ends it. `before` sees each wish first. */
export function grantWishes(
  host: HTMLElement,
  store: Store,
  before: (name: keyof Wishes, detail: unknown) => void,
): () => void {
  const ending = new AbortController();
  const options = { signal: ending.signal };
  host.addEventListener(
    'perch-run',
    ({ detail }) => {
      before('perch-run', detail);
      store.run(detail.action, detail.input);
    },
    options,
  );
  host.addEventListener(
    'perch-say',
    ({ detail }) => {
      before('perch-say', detail);
      store.say(detail);
    },
    options,
  );
  host.addEventListener(
    'perch-say-again',
    ({ detail }) => {
      before('perch-say-again', detail);
      store.say(detail.text, detail.replaces);
    },
    options,
  );
  host.addEventListener(
    'perch-unsay',
    ({ detail }) => {
      before('perch-unsay', detail);
      store.unsay(detail);
    },
    options,
  );
  host.addEventListener(
    'perch-stop',
    ({ detail }) => {
      before('perch-stop', detail);
      store.stop();
    },
    options,
  );
  host.addEventListener(
    'perch-new',
    ({ detail }) => {
      before('perch-new', detail);
      store.openConversation({ fresh: true });
    },
    options,
  );
  host.addEventListener(
    'perch-go',
    ({ detail }) => {
      before('perch-go', detail);
      store.openConversation({ conversationId: detail });
    },
    options,
  );
  host.addEventListener(
    'perch-branch',
    ({ detail }) => {
      before('perch-branch', detail);
      store.order({ type: 'branch-show', messageId: detail });
    },
    options,
  );
  host.addEventListener(
    'perch-order',
    ({ detail }) => {
      before('perch-order', detail);
      store.order(detail);
    },
    options,
  );
  host.addEventListener(
    'perch-refresh',
    ({ detail }) => {
      before('perch-refresh', detail);
      store.refresh();
    },
    options,
  );
  host.addEventListener(
    'perch-view',
    ({ detail }) => {
      before('perch-view', detail);
      store.show(detail);
    },
    options,
  );
  host.addEventListener(
    'perch-close',
    ({ detail }) => {
      before('perch-close', detail);
      store.closeDetail();
    },
    options,
  );
  return () => ending.abort();
}

/** Events that stay in the page. */
interface PageEvents {
  'perch-file': File;
  'perch-prefer': Choice;
  'perch-select': string | null;
  'perch-edit-last': undefined;
}
type DetailEvents<Details> = { [Name in keyof Details]: CustomEvent<Details[Name]> };

declare global {
  /** So that a listener knows what comes with an event. */
  interface HTMLElementEventMap extends DetailEvents<Wishes>, DetailEvents<PageEvents> {}
}
