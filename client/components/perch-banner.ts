/** The line over everything: no connection. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PageState } from '../data/page-state.ts';
import { icon } from '../icons.ts';
import { PerchElement } from './perch-element.ts';

/** A short cut is mended before anybody has read of it. */
const SHOWN_AFTER_MS = 700;

export class PerchBanner extends PerchElement {
  static override properties = {
    ...PerchElement.properties,
    connection: {},
    waiting: { type: Number },
    isLost: { state: true },
  };
  declare connection: PageState['connection'];
  declare waiting: number;
  declare isLost: boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.connection = 'connecting';
    this.waiting = 0;
    this.isLost = false;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('connection')) return;
    clearTimeout(this.#timer);
    if (this.connection === 'lost') this.#timer = setTimeout(() => (this.isLost = true), SHOWN_AFTER_MS);
    else this.isLost = false;
  }

  protected override content(): TemplateResult | typeof nothing {
    const { texts } = this;
    if (!this.isLost) return nothing;
    return html`<div class="banner" role="status">${icon('offline')}<span>${navigator.onLine ? texts.reconnecting : texts.offline}${this.waiting === 0 ? nothing : html` ${texts.queued(this.waiting)}.`}</span>
      <button class="button button-small" type="button" @click=${() => this.tell('perch-retry')}>${texts.tryNow}</button></div>`;
  }
}
customElements.define('perch-banner', PerchBanner);
