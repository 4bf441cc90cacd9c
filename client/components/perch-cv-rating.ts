/** "Rate with the model": the ratings beside the scores. */
import type { RatingEstimate } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { ModelPanel } from './model-panel.ts';

/** Postings rated at a time. */
const STEP = 10;
const MOST = 50;

export class PerchCvRating extends ModelPanel<RatingEstimate> {
  static override properties = { ...ModelPanel.properties, hasCv: { type: Boolean }, shown: { type: Number } };
  declare hasCv: boolean;
  /** Postings in the list. */
  declare shown: number;
  #top = STEP;

  constructor() {
    super();
    this.hasCv = false;
    this.shown = 0;
  }

  protected override content(): TemplateResult | typeof nothing {
    const { preferences, texts } = this;
    const words = texts.rating;
    if (preferences === null || !this.hasCv || preferences.assistant.kind === 'builtin') return nothing;
    const isOn = preferences.showsRatings;
    return html`<div class="rating">
      <button class="switch" type="button" role="switch" aria-checked=${isOn || this.estimate !== null || this.isBusy} @click=${() => this.#flip(isOn)}>${words.toggle}</button>
      ${this.estimate === null ? nothing : this.#ask(this.estimate)}
      ${this.status(words.busy(preferences.assistant.name))}
      ${isOn && this.estimate === null && !this.isBusy ? html`<p>${this.#top < Math.min(MOST, this.shown) ? html`<button class="link-button" type="button" @click=${() => this.#more()}>${words.again}</button>` : nothing} ${preferences.cvGoesTo === null ? nothing : html`<button class="link-button" type="button" @click=${() => this.#prefer({ cvGoesTo: null, showsRatings: false })}>${words.withdraw}</button>`}</p>` : nothing}
    </div>`;
  }

  #ask(estimate: RatingEstimate): TemplateResult {
    const words = this.texts.rating;
    const { model, calls } = estimate;
    const postings = new Intl.NumberFormat(this.language).format(estimate.postings);
    return this.ask(estimate, words, {
      cost: calls === 0 ? words.allKnown : words.cost(model, postings, calls, this.tokens(estimate)),
      begin: words.begin,
      run: async (agree) => await this.model.rate(this.#top, agree),
    });
  }

  #prefer(input: object): void {
    this.said = '';
    this.tell('perch-run', { action: 'set_preferences', input });
  }

  #flip(isOn: boolean): void {
    if (this.isBusy) return;
    if (this.estimate !== null) this.estimate = null;
    else if (isOn) this.#prefer({ showsRatings: false });
    else {
      this.#top = STEP;
      void this.#look();
    }
  }

  #more(): void {
    this.#top = Math.min(MOST, this.#top + STEP);
    void this.#look();
  }

  async #look(): Promise<void> {
    await this.attempt(async () => {
      this.estimate = await this.model.estimate(this.#top);
    });
  }
}
customElements.define('perch-cv-rating', PerchCvRating);
