/**
 * Where a person writes. Enter sends, Shift+Enter breaks the line. While Perch answers there is Stop, and what is sent
 * waits; without a connection it waits, too.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons.ts';
import { PerchElement } from './perch-element.ts';

const LONGEST = 20_000;
const TALLEST_PX = 200;

export class PerchComposer extends PerchElement {
  static override properties = {
    ...PerchElement.properties,
    isBusy: { type: Boolean },
    note: {},
    suggestions: { attribute: false },
    draft: { state: true },
  };
  declare isBusy: boolean;
  declare note: string;
  declare suggestions: string[];
  declare draft: string;

  constructor() {
    super();
    this.isBusy = false;
    this.note = '';
    this.suggestions = [];
    this.draft = '';
  }

  /** Puts the cursor into the field. */
  override focus(): void {
    this.querySelector('textarea')?.focus();
  }

  /** Begins a sentence that the person goes on with. */
  async begin(text: string): Promise<void> {
    this.draft = text;
    await this.updateComplete;
    const field = this.querySelector('textarea');
    field?.focus();
    field?.setSelectionRange(text.length, text.length);
  }

  protected override content(): TemplateResult {
    const { texts } = this;
    const over = this.draft.length - LONGEST;
    const isEmpty = this.draft.trim() === '';
    return html`${
      this.suggestions.length === 0
        ? nothing
        : html`<div class="suggest-wrap"><ul class="suggestions" role="list" aria-label=${texts.suggestions}>
            ${this.suggestions.map((sentence) => html`<li><button class="suggestion" type="button" @click=${() => this.tell('perch-say', sentence)}>${sentence}</button></li>`)}
          </ul></div>`
    }
      <form class="composer" @submit=${this.#submit}>
        <label class="sr" for="composer-input">${texts.message}</label>
        <textarea id="composer-input" rows="1" placeholder=${texts.placeholder} .value=${this.draft} @input=${this.#write} @keydown=${this.#key}></textarea>
        <div class="composer-row">
          <label class="icon-button attach"><span class="sr">${texts.attach}</span>${icon('file')}<input class="sr" type="file" accept=".pdf,.docx,.txt,.md" @change=${this.#attach}></label>
          <p class="budget" aria-live="polite">${over > 0 ? texts.tooLong(over) : this.note}</p>
          ${this.isBusy ? html`<button class="send is-stop" type="button" aria-label=${texts.stop} @click=${() => this.tell('perch-stop')}>${icon('stop')}</button>` : nothing}
          ${this.isBusy && isEmpty ? nothing : html`<button class="send" type="submit" aria-label=${texts.send} ?disabled=${isEmpty || over > 0}>${icon('send')}</button>`}
        </div>
      </form>`;
  }

  #write(event: Event): void {
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    this.draft = event.target.value;
    event.target.style.blockSize = 'auto';
    event.target.style.blockSize = `${Math.min(event.target.scrollHeight, TALLEST_PX)}px`;
  }

  #key(event: KeyboardEvent): void {
    // An input method composes with Enter; that Enter is not ours.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#send();
  }

  #submit(event: Event): void {
    event.preventDefault();
    this.#send();
  }

  #send(): void {
    const text = this.draft.trim();
    if (text === '' || text.length > LONGEST) return;
    this.draft = '';
    const field = this.querySelector('textarea');
    if (field !== null) field.style.blockSize = 'auto';
    this.tell('perch-say', text);
  }

  #attach(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const [file] = event.target.files ?? [];
    if (file !== undefined) this.tell('perch-file', file);
    event.target.value = '';
  }
}
customElements.define('perch-composer', PerchComposer);
