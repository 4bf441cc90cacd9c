/** A model looks for what Perch did not find in the CV. */
import type { CvView, FillingEstimate, Localized } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { ModelPanel } from './model-panel.ts';

export class PerchCvFilling extends ModelPanel<FillingEstimate> {
  static override properties = { ...ModelPanel.properties, cv: { attribute: false } };
  declare cv: CvView | null;

  constructor() {
    super();
    this.cv = null;
  }

  protected override content(): TemplateResult | typeof nothing {
    const { preferences, texts, estimate } = this;
    const filled = this.cv?.filled ?? null;
    const words = texts.filling;
    const mayAsk = preferences?.assistant.kind === 'model';
    const start = html`<button class="button button-quiet" type="button" @click=${() => void this.#look()}>${words.begin}</button>`;
    return html`${this.#consent()}
      ${filled === null ? nothing : html`<p class="fact-note">${words.added(filled.model, filled.added.join(' · '))}</p>`}
      ${
        estimate === null
          ? nothing
          : this.ask(estimate, words, {
              cost: words.cost(estimate.model, this.tokens(estimate)),
              begin: words.run,
              run: async (agree) => await this.#fill(agree),
            })
      }
      ${mayAsk && estimate === null && !this.isBusy ? html`<p>${start}</p>` : nothing}
      ${this.status(words.busy(preferences?.assistant.name ?? ''))}`;
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

  async #look(): Promise<void> {
    await this.attempt(async () => {
      this.estimate = await this.model.estimateFilling();
    });
  }

  async #fill(agree: string | null): Promise<Localized | null> {
    const line = await this.model.fill(agree);
    this.tell('perch-filled');
    return line;
  }
}
customElements.define('perch-cv-filling', PerchCvFilling);
