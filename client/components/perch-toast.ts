/** A line that goes by itself: what a click did, with Undo or the file, or what failed. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PageState } from '../data/page-state.ts';
import { icon } from '../icons.ts';
import { PerchElement } from './perch-element.ts';

const SHOWN_MS = 10_000;

export class PerchToast extends PerchElement {
  static override properties = { ...PerchElement.properties, notice: { attribute: false } };
  declare notice: PageState['notice'];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.notice = null;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('notice')) return;
    clearTimeout(this.#timer);
    if (this.notice !== null) this.#timer = setTimeout(() => this.tell('perch-dismiss'), SHOWN_MS);
  }

  protected override content(): TemplateResult | typeof nothing {
    const { notice, texts } = this;
    if (notice === null) return nothing;
    const undo = (): void => {
      this.tell('perch-run', { action: 'undo', input: { changeId: notice.undoId } });
      this.tell('perch-dismiss');
    };
    return html`<div class="toast" role=${notice.failed ? 'alert' : 'status'}><span>${notice.text[this.language]}</span>
      ${notice.undoId === null ? nothing : html`<button class="toast-action" type="button" @click=${undo}>${texts.undo}</button>`}
      ${notice.link === null ? nothing : html`<a class="toast-action" href=${this.address(notice.link)} download>${texts.download}</a>`}
      <button class="toast-close" type="button" aria-label=${texts.closeDialog} @click=${() => this.tell('perch-dismiss')}>${icon('close')}</button></div>`;
  }
}
customElements.define('perch-toast', PerchToast);
