/** "Rate with the model": what it would cost and who would read the CV, said before; the ratings beside the scores. */
import type { RatingEstimate, ShownPreferences } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { CvFailure } from '../data/cv.ts';
import { createModelWork } from '../data/model-work.ts';
import { PerchElement } from './perch-element.ts';

/** Postings rated at a time. */
const STEP = 10;
const MOST = 50;

export class PerchCvRating extends PerchElement {
  static override properties = {
    ...PerchElement.properties,
    conversationId: {},
    preferences: { attribute: false },
    hasCv: { type: Boolean },
    shown: { type: Number },
    estimate: { state: true },
    isBusy: { state: true },
    said: { state: true },
  };
  declare conversationId: string | undefined;
  declare preferences: ShownPreferences | null;
  declare hasCv: boolean;
  /** Postings in the list. */
  declare shown: number;
  /** What the person is asked about now; null while they are not. */
  declare estimate: RatingEstimate | null;
  declare isBusy: boolean;
  declare said: string;
  #rating = createModelWork(
    (path) => this.address(path),
    () => this.conversationId,
  );
  #top = STEP;

  constructor() {
    super();
    this.conversationId = undefined;
    this.preferences = null;
    this.hasCv = false;
    this.shown = 0;
    this.estimate = null;
    this.isBusy = false;
    this.said = '';
  }

  protected override content(): TemplateResult | typeof nothing {
    const { preferences, texts } = this;
    const words = texts.rating;
    if (preferences === null || !this.hasCv || preferences.assistant.kind === 'builtin') return nothing;
    const isOn = preferences.showsRatings;
    return html`<div class="rating">
      <button class="switch" type="button" role="switch" aria-checked=${isOn || this.estimate !== null || this.isBusy} @click=${() => this.#flip(isOn)}>${words.toggle}</button>
      ${this.estimate === null ? nothing : this.#ask(this.estimate)}
      ${this.isBusy ? html`<p role="status">${words.busy(preferences.assistant.name)}…</p>` : this.said === '' ? nothing : html`<p role="status">${this.said}</p>`}
      ${isOn && this.estimate === null && !this.isBusy ? html`<p>${this.#top < Math.min(MOST, this.shown) ? html`<button class="link-button" type="button" @click=${() => this.#more()}>${words.again}</button>` : nothing} ${preferences.cvGoesTo === null ? nothing : html`<button class="link-button" type="button" @click=${() => this.#prefer({ cvGoesTo: null, showsRatings: false })}>${words.withdraw}</button>`}</p>` : nothing}
    </div>`;
  }

  #ask(estimate: RatingEstimate): TemplateResult {
    const { texts } = this;
    const words = texts.rating;
    const number = new Intl.NumberFormat(this.language);
    const about = number.format(Math.ceil(estimate.tokens / 100) * 100);
    const agree = estimate.needsConsent ? estimate.host : null;
    return html`<div class="rating-panel">
      <p>${estimate.calls === 0 ? words.allKnown : words.cost(estimate.model, number.format(estimate.postings), estimate.calls, about)}</p>
      ${estimate.needsConsent ? html`<p class="notice" role="note">${words.notice(estimate.host)}</p>` : nothing}
      <p><button class="button button-primary" type="button" @click=${() => void this.#rate(agree)}>${agree === null ? words.begin : words.agree}</button>
        <button class="button" type="button" @click=${() => (this.estimate = null)}>${texts.cancel}</button></p>
    </div>`;
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
    await this.#try(async () => {
      this.estimate = await this.#rating.estimate(this.#top);
    });
  }

  async #rate(agree: string | null): Promise<void> {
    this.estimate = null;
    this.isBusy = true;
    await this.#try(async () => {
      const line = await this.#rating.rate(this.#top, agree);
      this.said = line?.[this.language] ?? '';
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
customElements.define('perch-cv-rating', PerchCvRating);
