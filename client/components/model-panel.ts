/** What asks a model about the CV: what that costs and who reads it is said before, what it answered stands below. */
import type { Localized, RatingEstimate, ShownPreferences } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { CvFailure } from '../data/cv.ts';
import { createModelWork } from '../data/model-work.ts';
import { PerchElement } from './perch-element.ts';

/** What every estimate says. */
type Estimate = Pick<RatingEstimate, 'model' | 'host' | 'tokens' | 'needsConsent'>;

export abstract class ModelPanel<Asked extends Estimate> extends PerchElement {
  static override properties = {
    ...PerchElement.properties,
    conversationId: {},
    preferences: { attribute: false },
    estimate: { state: true },
    isBusy: { state: true },
    said: { state: true },
  };
  declare conversationId: string | undefined;
  declare preferences: ShownPreferences | null;
  /** What the person is asked about now; null while they are not. */
  declare estimate: Asked | null;
  declare isBusy: boolean;
  declare said: string;
  protected model = createModelWork(
    (path) => this.address(path),
    () => this.conversationId,
  );

  constructor() {
    super();
    this.conversationId = undefined;
    this.preferences = null;
    this.estimate = null;
    this.isBusy = false;
    this.said = '';
  }

  /** The question with its cost; `run` is told which server was agreed to, null when none had to be. */
  protected ask(
    { host, needsConsent }: Asked,
    words: { notice(host: string): string; agree: string },
    { cost, begin, run }: { cost: string; begin: string; run: (agree: string | null) => Promise<Localized | null> },
  ): TemplateResult {
    const agree = needsConsent ? host : null;
    return html`<div class="rating-panel"><p>${cost}</p>
      ${agree === null ? nothing : html`<p class="notice" role="note">${words.notice(host)}</p>`}
      <p><button class="button button-primary" type="button" @click=${() => void this.#run(async () => await run(agree))}>${agree === null ? begin : words.agree}</button>
        <button class="button" type="button" @click=${() => (this.estimate = null)}>${this.texts.cancel}</button></p></div>`;
  }

  /** That the model works, or what came of it. */
  protected status(busy: string): TemplateResult | typeof nothing {
    if (this.isBusy) return html`<p role="status">${busy}…</p>`;
    return this.said === '' ? nothing : html`<p role="status">${this.said}</p>`;
  }

  /** About so many, for people. */
  protected tokens({ tokens }: Asked): string {
    return new Intl.NumberFormat(this.language).format(Math.ceil(tokens / 100) * 100);
  }

  /** Says it when `work` fails. */
  protected async attempt(work: () => Promise<void>): Promise<void> {
    this.said = '';
    try {
      await work();
    } catch (error) {
      const text = error instanceof CvFailure ? error.text : null;
      this.said = text?.[this.language] ?? this.texts.cv.failed;
    }
  }

  async #run(work: () => Promise<Localized | null>): Promise<void> {
    this.estimate = null;
    this.isBusy = true;
    await this.attempt(async () => {
      this.said = (await work())?.[this.language] ?? '';
    });
    this.isBusy = false;
  }
}
