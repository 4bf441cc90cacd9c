/** Other words for a message: Enter sends, Escape leaves it as it was. */
import { html, nothing, type TemplateResult } from 'lit';
import { PerchElement } from './perch-element.ts';

export class PerchMessageEditor extends PerchElement {
  static override properties = { ...PerchElement.properties, text: { attribute: false }, note: { attribute: false } };
  declare text: string;
  /** What sending will do beside sending; empty when nothing. */
  declare note: string;

  constructor() {
    super();
    this.text = '';
    this.note = '';
  }

  protected override firstUpdated(): void {
    const field = this.querySelector('textarea');
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }

  protected override content(): TemplateResult {
    const { texts } = this;
    return html`<form class="edit-form" @submit=${this.#submit}>
      <textarea class="edit-field" rows="3" maxlength="20000" aria-label=${texts.editMessage} .value=${this.text} @keydown=${this.#key}></textarea>
      ${this.note === '' ? nothing : html`<p class="fact-note">${this.note}</p>`}
      <p class="edit-actions">
        <button class="button button-small button-quiet" type="button" @click=${() => this.tell('perch-cancel')}>${texts.cancel}</button>
        <button class="button button-small button-primary" type="submit">${texts.sendEdited}</button>
      </p>
    </form>`;
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.tell('perch-cancel');
    }
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#send();
    }
  }

  #submit(event: Event): void {
    event.preventDefault();
    this.#send();
  }

  #send(): void {
    const text = this.querySelector('textarea')?.value.trim() ?? '';
    if (text !== '') this.tell('perch-edited', text);
  }
}
customElements.define('perch-message-editor', PerchMessageEditor);
