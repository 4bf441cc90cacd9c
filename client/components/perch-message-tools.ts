/** Under a message: its versions, copy, edit one's own words, or have them answered again. */
import type { Message } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { textOf } from '../data/message-text.ts';
import { icon } from '../icons.ts';
import { PerchElement } from './perch-element.ts';

const COPIED_MS = 2_000;
/** Long enough to read why not. */
const BLOCKED_MS = 8_000;

export class PerchMessageTools extends PerchElement {
  static override properties = {
    ...PerchElement.properties,
    message: { attribute: false },
    question: { attribute: false },
    mayBranch: { type: Boolean },
    copied: { state: true },
  };
  declare message: Message | null;
  declare question: Message | null;
  declare mayBranch: boolean;
  /** How the last copying went; null a little later. */
  declare copied: 'done' | 'blocked' | null;

  constructor() {
    super();
    this.message = null;
    this.question = null;
    this.mayBranch = false;
    this.copied = null;
  }

  protected override content(): TemplateResult | typeof nothing {
    const { message, texts, question } = this;
    if (message === null) return nothing;
    const again = (): void => {
      if (question !== null) this.tell('perch-say-again', { text: textOf(question.parts), replaces: question.id });
    };
    return html`${message.siblings.length > 1 ? this.#versions(message) : nothing}
      ${textOf(message.parts) === '' ? nothing : this.#copyButton(textOf(message.parts))}
      ${
        message.role === 'user'
          ? html`<button class="icon-button" type="button" aria-label=${texts.edit} ?disabled=${!this.mayBranch} @click=${() => this.tell('perch-edit')}>${icon('edit')}</button>`
          : html`<button class="icon-button" type="button" aria-label=${texts.again} ?disabled=${!this.mayBranch || question === null} @click=${again}>${icon('retry')}</button>`
      }`;
  }

  #versions({ id, siblings }: Message): TemplateResult {
    const { texts } = this;
    const at = siblings.indexOf(id);
    const button = (name: 'back' | 'forward', label: string, to: string | undefined): TemplateResult =>
      html`<button class="icon-button" type="button" aria-label=${label} ?disabled=${to === undefined || !this.mayBranch} @click=${() => this.tell('perch-branch', to)}>${icon(name)}</button>`;
    return html`<span class="versions">${button('back', texts.earlierVersion, siblings[at - 1])}<span class="num">${texts.version(at + 1, siblings.length)}</span>${button('forward', texts.laterVersion, siblings[at + 1])}</span>`;
  }

  #copyButton(text: string): TemplateResult {
    const { texts, copied } = this;
    const look = { done: 'check', blocked: 'alert' } as const;
    return html`<button class="icon-button" type="button" aria-label=${texts.copy} @click=${() => void this.#copy(text)}>${icon(copied === null ? 'copy' : look[copied])}</button>
      <span class=${copied === 'blocked' ? 'fact-note' : 'sr'} role="status">${copied === null ? nothing : copied === 'done' ? texts.copied : texts.copyBlocked}</span>`;
  }

  async #copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.copied = 'done';
    } catch {
      this.copied = 'blocked';
    }
    setTimeout(() => (this.copied = null), this.copied === 'done' ? COPIED_MS : BLOCKED_MS);
  }
}
customElements.define('perch-message-tools', PerchMessageTools);
