/** The whole window takes a CV: the frame while a file hovers, then how far it is, Cancel, and why not. */
import type { Localized } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { LARGEST_MB, refusalOf, upload, type UploadFailure } from '../data/upload.ts';
import { icon } from '../icons.ts';
import { PerchElement } from './perch-element.ts';

type Sending = { name: string; part: number; stop: AbortController } | null;

export class PerchDrop extends PerchElement {
  static override properties = {
    ...PerchElement.properties,
    isOver: { state: true },
    sending: { state: true },
    result: { state: true },
  };
  declare isOver: boolean;
  declare sending: Sending;
  declare result: { failure: UploadFailure | null; name: string } | null;
  #ending = new AbortController();
  #depth = 0;

  constructor() {
    super();
    this.isOver = false;
    this.sending = null;
    this.result = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#ending = new AbortController();
    const { signal } = this.#ending;
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    const enter = (event: DragEvent, step: number): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      this.#depth = Math.max(0, this.#depth + step);
      this.isOver = this.#depth > 0;
    };
    addEventListener('dragenter', (event) => enter(event, 1), { signal });
    addEventListener('dragleave', (event) => enter(event, -1), { signal });
    addEventListener('dragover', (event) => enter(event, 0), { signal });
    addEventListener(
      'drop',
      (event) => {
        if (!hasFiles(event)) return;
        // Else the browser would leave the page for the file.
        event.preventDefault();
        this.#depth = 0;
        this.isOver = false;
        this.take([...(event.dataTransfer?.files ?? [])]);
      },
      { signal },
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#ending.abort();
    this.sending?.stop.abort();
  }

  /** Sends the one file that is meant, or says why not. */
  take(files: readonly File[]): void {
    const [file] = files;
    const failure = refusalOf(files);
    this.sending?.stop.abort();
    if (file === undefined || failure !== null) this.result = { failure: failure ?? 'one', name: file?.name ?? '' };
    else void this.#send(file);
  }

  async #send(file: File): Promise<void> {
    const stop = new AbortController();
    const { name } = file;
    this.result = null;
    this.sending = { name, part: 0, stop };
    const failure = await upload(file, {
      url: this.address('/cv'),
      signal: stop.signal,
      progress: (part) => {
        if (this.sending?.stop === stop) this.sending = { name, part, stop };
      },
    });
    if (this.sending?.stop !== stop) return;
    this.sending = null;
    this.result = failure === 'cancelled' || failure === null ? null : { failure, name };
    if (failure === null) this.tell('perch-cv');
  }

  protected override content(): TemplateResult {
    const { texts } = this;
    return html`${
      this.isOver
        ? html`<div class="drop" role="region" aria-label=${texts.dropTitle}><div class="drop-frame"><p class="drop-mark">${icon('file')}</p><p class="drop-title">${texts.dropTitle}</p><p class="drop-text">${texts.dropText}</p><p class="drop-note">${icon('shield')}${texts.dropNote}</p></div></div>`
        : nothing
    }
    ${this.sending === null ? nothing : this.#progress(this.sending)}
    ${this.result === null ? nothing : this.#result(this.result)}`;
  }

  #progress({ name, part, stop }: NonNullable<Sending>): TemplateResult {
    const { texts } = this;
    return html`<div class="toast" role="status"><span><bdi>${texts.reading(name)}</bdi><progress max="1" value=${part} aria-label=${texts.reading(name)}></progress></span>
      <button class="toast-action" type="button" @click=${() => stop.abort()}>${texts.cancel}</button></div>`;
  }

  #result({ failure, name }: { failure: UploadFailure | null; name: string }): TemplateResult {
    const { texts } = this;
    const words: Record<Exclude<UploadFailure, Localized>, string> = {
      one: texts.dropOne,
      large: texts.dropTooLarge(LARGEST_MB),
      kind: texts.dropWrongKind,
      unable: texts.dropUnable,
      broken: texts.dropBroken,
      cancelled: '',
    };
    return html`<div class="toast" role=${failure === null ? 'status' : 'alert'}><span><bdi>${typeof failure === 'string' ? words[failure] : failure === null ? texts.readDone(name) : failure[this.language]}</bdi></span>
      <button class="toast-close" type="button" aria-label=${texts.closeDialog} @click=${() => (this.result = null)}>${icon('close')}</button></div>`;
  }
}
customElements.define('perch-drop', PerchDrop);
