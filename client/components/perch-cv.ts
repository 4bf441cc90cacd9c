/** The person's CV: what was read from it, to be corrected; several CVs, one in use; paste, delete. */
import type { CorrectionChange, Cvs, CvView, ShownPreferences } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { createCvStore, CvFailure } from '../data/cv.ts';
import { markQuotes } from '../highlight.ts';
import { icon } from '../icons.ts';
import { PerchDialog } from './perch-dialog.ts';
import './perch-cv-filling.ts';
import './perch-cv-profile.ts';

export class PerchCv extends PerchDialog {
  static override properties = {
    ...PerchDialog.properties,
    conversationId: {},
    preferences: { attribute: false },
    quote: { state: true },
    cvs: { state: true },
    failure: { state: true },
    isAsking: { state: true },
  };
  declare conversationId: string | undefined;
  declare preferences: ShownPreferences | null;
  /** Words of the CV that somebody wants to see where they stand; empty for none. */
  declare quote: string;
  declare cvs: Cvs | null;
  declare failure: string;
  /** The person has to say whether they really want it deleted. */
  declare isAsking: boolean;
  #store = createCvStore(
    (path) => this.address(path),
    () => this.conversationId,
  );

  constructor() {
    super();
    this.conversationId = undefined;
    this.preferences = null;
    this.quote = '';
    this.cvs = null;
    this.failure = '';
    this.isAsking = false;
    this.addEventListener('perch-correct', (event) => {
      if (event instanceof CustomEvent) this.#correct(event.detail);
    });
    this.addEventListener('perch-filled', () => void this.#take(this.#store.show()));
  }

  /** Opens it; with words of the CV, at the line where they stand. */
  openAt(quote: unknown): void {
    this.quote = typeof quote === 'string' ? quote : '';
    this.open();
  }

  protected override opened(): void {
    void this.#showQuote();
  }

  async #showQuote(): Promise<void> {
    await this.#take(this.#store.show());
    await this.updateComplete;
    this.querySelector('mark')?.scrollIntoView({ block: 'center' });
  }

  #correct(change: CorrectionChange): void {
    const active = this.cvs?.active;
    if (active !== null && active !== undefined) void this.#take(this.#store.correct(active, change));
  }

  async #take(work: Promise<Cvs>): Promise<void> {
    this.failure = '';
    try {
      this.cvs = await work;
    } catch (error) {
      const text = error instanceof CvFailure ? error.text : null;
      this.failure = text === null ? this.texts.cv.failed : text[this.language];
    }
    this.isAsking = false;
  }

  protected override content(): TemplateResult | typeof nothing {
    const { texts, cvs } = this;
    if (!this.isOpen) return nothing;
    const words = texts.cv;
    const active = cvs?.active ?? null;
    return html`<dialog class="sheet" aria-labelledby="cv-title" @close=${this.closed} @click=${this.clicked}>
      <div class="sheet-body">
        <div class="sheet-head"><h2 id="cv-title">${words.title}</h2><button class="icon-button" type="button" aria-label=${texts.closeDialog} @click=${() => this.close()}>${icon('close')}</button></div>
        ${this.failure === '' ? nothing : html`<p class="notice" role="alert">${this.failure}</p>`}
        ${active === null ? this.#empty() : this.#active(active)}
        <p><label class="button"><span>${words.choose}</span><input class="sr" type="file" accept=".pdf,.docx,.txt,.md,.json" @change=${this.#chosen}></label></p>
        <details><summary>${words.paste}</summary><form @submit=${this.#paste}>
          <label class="setting"><span class="sr">${words.paste}</span><textarea id="cv-text" name="text" rows="6" required></textarea></label>
          <button class="button" type="submit">${words.pasteSend}</button></form></details>
      </div>
    </dialog>`;
  }

  #empty(): TemplateResult {
    return html`<p>${this.texts.cv.none}</p>`;
  }

  #active(cv: CvView): TemplateResult {
    const { texts } = this;
    const words = texts.cv;
    const all = this.cvs?.cvs ?? [];
    return html`${
      all.length < 2
        ? html`<p><b><bdi>${cv.name}</bdi></b></p>`
        : html`<label class="setting">${words.which}<select id="cv-which" @change=${(event: Event) => void this.#take(this.#store.choose(valueOf(event)))}>
            ${all.map(({ id, name }) => html`<option value=${id} ?selected=${id === cv.id}>${name}</option>`)}</select></label>`
    }
      ${cv.qualityWords === null ? nothing : html`<p class="notice">${cv.qualityWords[this.language]}</p>`}
      ${cv.hidden.length === 0 ? nothing : html`<details class="notice"><summary>${words.hidden}</summary>${cv.hidden.map((text) => html`<q><bdi>${text}</bdi></q>`)}</details>`}
      <p class="fact-note">${words.lookedAt}</p>
      <perch-cv-profile .language=${this.language} .cv=${cv}></perch-cv-profile>
      <perch-cv-filling .language=${this.language} .conversationId=${this.conversationId} .preferences=${this.preferences} .cv=${cv}></perch-cv-filling>
      <details ?open=${this.quote !== ''}><summary>${words.original}</summary><pre class="posting-text" tabindex="0"><bdi>${markQuotes(cv.text, [this.quote]).map(({ text, isMarked }) => (isMarked ? html`<mark>${text}</mark>` : text))}</bdi></pre></details>
      <p>${Object.keys(cv.corrections).length === 0 ? nothing : html`<button class="button button-quiet" type="button" @click=${() => this.#correct({ reset: true })}>${icon('undo')}${words.reset}</button>`}
        <button class="button button-quiet" type="button" @click=${() => (this.isAsking = true)}>${icon('trash')}${words.delete}</button></p>
      ${this.isAsking ? html`<div class="notice" role="alert"><p>${words.deleteAsk(cv.name)}</p><button class="button button-primary" type="button" @click=${() => void this.#take(this.#store.remove(cv.id))}>${texts.deleteWord}</button> <button class="button" type="button" @click=${() => (this.isAsking = false)}>${texts.cancel}</button></div>` : nothing}`;
  }

  #chosen({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    const [file] = target.files ?? [];
    target.value = '';
    if (file === undefined) return;
    this.close();
    this.tell('perch-file', file);
  }

  #paste(event: Event): void {
    event.preventDefault();
    const text = this.querySelector<HTMLTextAreaElement>('#cv-text')?.value ?? '';
    if (text.trim() !== '') void this.#take(this.#store.paste(text));
  }
}
customElements.define('perch-cv', PerchCv);

function valueOf({ target }: Event): string {
  return target instanceof HTMLSelectElement ? target.value : '';
}
