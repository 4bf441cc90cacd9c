/** A model looks for what Perch did not find in the CV: what that costs and who reads it is said before. */
import type { CvView, FillingEstimate, ShownPreferences } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { CvFailure } from '../data/cv.ts';
import { createModelWork } from '../data/model-work.ts';
import { PerchElement } from './perch-element.ts';

export class PerchCvFilling extends PerchElement {
  static override properties = {
    ...PerchElement.properties,
    conversationId: {},
    preferences: { attribute: false },
    cv: { attribute: false },
    estimate: { state: true },
    isBusy: { state: true },
    said: { state: true },
  };
  declare conversationId: string | undefined;
  declare preferences: ShownPreferences | null;
  declare cv: CvView | null;
  /** What the person is asked about now; null while they are not. */
  declare estimate: FillingEstimate | null;
  declare isBusy: boolean;
  declare said: string;
  #model = createModelWork(
    (path) => this.address(path),
    () => this.conversationId,
  );

  constructor() {
    super();
    this.conversationId = undefined;
    this.preferences = null;
    this.cv = null;
    this.estimate = null;
    this.isBusy = false;
    this.said = '';
  }

  protected override content(): TemplateResult | typeof nothing {
    const { preferences, texts, estimate } = this;
    const filled = this.cv?.filled ?? null;
    const words = texts.filling;
    const mayAsk = preferences?.assistant.kind === 'model';
    const start = html`<button class="button button-quiet" type="button" @click=${() => void this.#try(async () => void (this.estimate = await this.#model.estimateFilling()))}>${words.begin}</button>`;
    return html`${this.#consent()}
      ${filled === null ? nothing : html`<p class="fact-note">${words.added(filled.model, filled.added.join(' · '))}</p>`}
      ${estimate === null ? nothing : this.#ask(estimate)}
      ${mayAsk && estimate === null && !this.isBusy ? html`<p>${start}</p>` : nothing}
      ${this.isBusy ? html`<p role="status">${words.busy(preferences?.assistant.name ?? '')}…</p>` : this.said === '' ? nothing : html`<p role="status">${this.said}</p>`}`;
  }

  /** Whether the model hears of the CV in the chat, and the button that changes it. */
  #consent(): TemplateResult | typeof nothing {
    const { texts, preferences } = this;
    const words = texts.filling;
    const host = preferences?.assistant.host ?? null;
    if (host === null) return nothing;
    const isOpen = preferences?.cvGoesTo === host;
    const set = (): void =>
      this.tell('perch-run', { action: 'set_preferences', input: { cvGoesTo: isOpen ? null : host } });
    return html`<p class="fact-note">${isOpen ? words.open(host) : words.closed(host)} <button class="link-button" type="button" @click=${set}>${isOpen ? texts.rating.withdraw : words.allow}</button></p>`;
  }

  #ask({ model, host, tokens, needsConsent }: FillingEstimate): TemplateResult {
    const { texts } = this;
    const words = texts.filling;
    const about = new Intl.NumberFormat(this.language).format(Math.ceil(tokens / 100) * 100);
    return html`<div class="rating-panel"><p>${words.cost(model, about)}</p>
      ${needsConsent ? html`<p class="notice" role="note">${words.notice(host)}</p>` : nothing}
      <p><button class="button button-primary" type="button" @click=${() => void this.#fill(needsConsent ? host : null)}>${needsConsent ? words.agree : words.run}</button>
        <button class="button" type="button" @click=${() => (this.estimate = null)}>${texts.cancel}</button></p></div>`;
  }

  async #fill(agree: string | null): Promise<void> {
    this.estimate = null;
    this.isBusy = true;
    await this.#try(async () => {
      const line = await this.#model.fill(agree);
      this.said = line?.[this.language] ?? '';
      this.tell('perch-filled');
    });
    this.isBusy = false;
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.said = '';
    try {
      await work();
    } catch (error) {
      const text = error instanceof CvFailure ? error.text : null;
      this.said = text?.[this.language] ?? this.texts.cv.failed;
    }
  }
}
customElements.define('perch-cv-filling', PerchCvFilling);
