/**
 * Where a person writes. Enter sends, Shift+Enter breaks the line; on a touch keyboard Enter breaks the line and the
 * button sends. Escape stops the answer, the up arrow in an empty field takes up the last message. While Perch answers
 * what is sent waits; without a connection it waits, too.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { draftOf, keepDraft } from '../data/kept.ts';
import { type Pasted, pastedPosting } from '../data/pasted.ts';
import { icon } from '../icons.ts';
import { PerchElement } from './perch-element.ts';

const LONGEST = 20_000;
const TALLEST_PX = 200;
/** What browsers report for a key that an input method still works on, also after its last one (Safari). */
const IN_COMPOSITION = 229;
/** Characters of a pasted text that its offer shows. */
const OFFER_SHOWN = 60;

export class PerchComposer extends PerchElement {
  static override properties = {
    ...PerchElement.properties,
    isBusy: { type: Boolean },
    canAdd: { type: Boolean },
    conversationId: {},
    note: {},
    draft: { state: true },
    pasted: { state: true },
  };
  declare isBusy: boolean;
  /** Perch can make a posting of what is pasted. */
  declare canAdd: boolean;
  /** Whose draft this is. */
  declare conversationId: string;
  declare note: string;
  declare draft: string;
  declare pasted: { posting: Pasted; text: string } | null;

  constructor() {
    super();
    this.isBusy = false;
    this.canAdd = false;
    this.conversationId = '';
    this.note = '';
    this.draft = '';
    this.pasted = null;
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

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('conversationId')) this.#turnTo(changed.get('conversationId') === '');
    else if (changed.has('draft')) keepDraft(this.conversationId, this.draft);
    if (this.pasted !== null && !this.draft.includes(this.pasted.text)) this.pasted = null;
  }

  protected override firstUpdated(): void {
    const field = this.querySelector('textarea');
    if (field !== null) field.enterKeyHint = hasTouchKeyboard() ? 'enter' : 'send';
  }

  protected override updated(changed: Map<string, unknown>): void {
    const field = this.querySelector('textarea');
    if (!changed.has('draft') || field === null) return;
    field.style.blockSize = 'auto';
    if (this.draft !== '') field.style.blockSize = `${Math.min(field.scrollHeight, TALLEST_PX)}px`;
  }

  protected override content(): TemplateResult {
    const { texts } = this;
    const over = this.draft.length - LONGEST;
    const isEmpty = this.draft.trim() === '';
    return html`${this.pasted !== null && this.canAdd ? this.#offer(this.pasted) : nothing}
      <form class="composer" @submit=${this.#submit}>
        <label class="sr" for="composer-input">${texts.message}</label>
        <textarea id="composer-input" rows="1" placeholder=${texts.placeholder} .value=${this.draft} @input=${this.#write} @keydown=${this.#key} @paste=${this.#paste}></textarea>
        <div class="composer-row">
          <label class="icon-button attach"><span class="sr">${texts.attach}</span>${icon('file')}<input class="sr" type="file" accept=".pdf,.docx,.txt,.md" @change=${this.#attach}></label>
          <p class="budget" aria-live="polite">${over > 0 ? texts.tooLong(over) : this.note}</p>
          ${this.isBusy ? html`<button class="send is-stop" type="button" aria-label=${texts.stop} @click=${() => this.tell('perch-stop')}>${icon('stop')}</button>` : nothing}
          ${this.isBusy && isEmpty ? nothing : html`<button class="send" type="submit" aria-label=${texts.send} ?disabled=${isEmpty || over > 0}>${icon('send')}</button>`}
        </div>
      </form>`;
  }

  #offer({ posting, text }: { posting: Pasted; text: string }): TemplateResult {
    const { texts } = this;
    const shown = 'url' in posting ? new URL(posting.url).hostname : text.trim().slice(0, OFFER_SHOWN);
    const add = (): void => {
      this.tell('perch-run', { action: 'add_job', input: posting });
      this.draft = this.draft.replace(text, '').trim();
      this.pasted = null;
      this.focus();
    };
    const leave = (): void => {
      this.pasted = null;
      this.focus();
    };
    return html`<div class="paste-offer" role="group" aria-label=${texts.pasteOffer}>
      <p>${texts.pasteOffer} <bdi>${shown}</bdi></p>
      <button class="button button-small button-primary" type="button" @click=${add}>${icon('plus')}${texts.pasteAdd}</button>
      <button class="button button-small button-quiet" type="button" @click=${leave}>${texts.pasteLeave}</button>
    </div>`;
  }

  /** Another conversation has another draft. What was written before any was there belongs to the one that came. */
  #turnTo(wasNone: boolean): void {
    const early = wasNone ? this.draft : '';
    const kept = this.conversationId === '' ? '' : draftOf(this.conversationId);
    this.draft = [kept, early].filter((text) => text !== '').join('\n');
    keepDraft(this.conversationId, this.draft);
  }

  #write(event: Event): void {
    if (event.target instanceof HTMLTextAreaElement) this.draft = event.target.value;
  }

  #key(event: KeyboardEvent): void {
    // An input method composes with Enter and arrows; those are not ours.
    if (event.isComposing || event.keyCode === IN_COMPOSITION) return;
    if (event.key === 'Escape' && this.isBusy) {
      event.preventDefault();
      this.tell('perch-stop');
    }
    if (event.key === 'ArrowUp' && this.draft === '') {
      event.preventDefault();
      this.tell('perch-edit-last');
    }
    if (event.key !== 'Enter' || event.shiftKey || hasTouchKeyboard()) return;
    event.preventDefault();
    this.#send();
  }

  #paste(event: ClipboardEvent): void {
    const [file] = event.clipboardData?.files ?? [];
    if (file !== undefined) {
      event.preventDefault();
      this.tell('perch-file', file);
      return;
    }
    // The field keeps line ends as it likes them.
    const text = (event.clipboardData?.getData('text/plain') ?? '').replaceAll('\r\n', '\n');
    const posting = pastedPosting(text);
    if (posting !== null) setTimeout(() => (this.pasted = { posting, text: text.trim() }));
  }

  #submit(event: Event): void {
    event.preventDefault();
    this.#send();
  }

  #send(): void {
    const text = this.draft.trim();
    if (text === '' || text.length > LONGEST) return;
    this.draft = '';
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

/** Touch is how this device is used, so that a line break has no other key than Enter. */
function hasTouchKeyboard(): boolean {
  return matchMedia('(pointer: coarse) and (hover: none)').matches;
}
