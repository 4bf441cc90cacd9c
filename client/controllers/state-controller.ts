/** Connects an element to the page's state: it renders when the state changes. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Store } from '../data/store.ts';

export class StateController implements ReactiveController {
  #store: Store;
  #host: ReactiveControllerHost;
  #stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, store: Store) {
    this.#host = host;
    this.#store = store;
  }

  hostConnected(): void {
    this.#stop = this.#store.listen(() => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#stop?.();
  }
}
