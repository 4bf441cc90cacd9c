/** Why a posting has its score: the parts, what would change it, and every requirement with the words of both. */
import type { Fit, Rating } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { type IconName, icon } from '../icons.ts';
import { signed, traitName } from '../leaning.ts';
import { PerchElement } from './perch-element.ts';

type Requirement = Fit['requirements'][number];

const LOOK: Record<Requirement['verdict'], IconName> = {
  met: 'met',
  partly: 'clock',
  missing: 'missing',
  unknown: 'unknown',
};
const ORDER = ['missing', 'partly', 'met', 'unknown'] as const;

export class PerchCvFit extends PerchElement {
  static override properties = {
    ...PerchElement.properties,
    fit: { attribute: false },
    rating: { attribute: false },
    isModels: { state: true },
  };
  declare fit: Fit | null;
  /** What a model said; null when there is nothing of it. */
  declare rating: Rating | null;
  /** The model's verdicts are shown, not the rules'. */
  declare isModels: boolean;

  constructor() {
    super();
    this.fit = null;
    this.rating = null;
    this.isModels = false;
  }

  protected override content(): TemplateResult | typeof nothing {
    const { texts } = this;
    const fit = (this.isModels ? this.rating?.fit : null) ?? this.fit;
    if (fit === null) return nothing;
    const words = texts.fit;
    const confidence = fit.confidence >= 0.7 ? 'high' : fit.confidence >= 0.4 ? 'medium' : 'low';
    return html`<section class="block" aria-labelledby="score-title">
        <div class="block-head"><h3 id="score-title">${words.why(fit.value)}</h3><p>${words.estimate}</p></div>
        ${this.#whose()}
        ${fit.stops.map((stop) => html`<p class="notice" role="note">${icon('alert')} ${words.stop[stop] ?? words.kind[stop]}</p>`)}
        ${this.#parts(fit)}
        ${this.#leaning(fit)}
        <p class="fact-note">${words.confidence[confidence]}</p>
        ${fit.marketplace === null ? nothing : html`<p>${words.project(ofTen(fit.marketplace.skill), ofTen(fit.marketplace.budget), ofTen(fit.marketplace.complexity))}. ${words.recommendation[fit.marketplace.recommendation]}</p>`}
        ${fit.gain === null ? nothing : html`<p class="change">${icon('up')}<span><b>${words.gain(fit.gain.value, fit.gain.score)}</b> <button class="link-button" type="button" @click=${() => this.tell('perch-cv')}>${words.addToCv}</button></span></p>`}
      </section>
      <section class="block" aria-labelledby="requirements-title">
        <div class="block-head"><h3 id="requirements-title">${words.requirements}</h3><p class="tally">${ORDER.filter((verdict) => fit[verdict] > 0).map((verdict) => html`<span data-verdict=${verdict}>${icon(LOOK[verdict])}${fit[verdict]} ${words.verdict[verdict].toLocaleLowerCase(this.language)}</span>`)}</p></div>
        <table class="verdicts"><thead><tr><th scope="col">${words.requirementHead}</th><th scope="col">${words.postingHead}</th><th scope="col">${words.cvHead}</th></tr></thead><tbody>
          ${fit.requirements.map((one) => this.#row(one))}
        </tbody></table>
      </section>`;
  }

  /** The switch between the score by rules and the model's, and what of the model's words did not count. */
  #whose(): TemplateResult | typeof nothing {
    const { fit, rating } = this;
    const words = this.texts.rating;
    if (fit === null || rating === null) return nothing;
    const choice = (isModels: boolean, label: string): TemplateResult =>
      html`<button class="button button-small" type="button" aria-pressed=${this.isModels === isModels} @click=${() => (this.isModels = isModels)}>${label}</button>`;
    return html`${rating.fit === null ? nothing : html`<div class="rating-choice" role="group" aria-label=${words.which}>${choice(false, words.byRules(fit.value))}${choice(true, words.byModel(rating.model, rating.fit.value))}</div>`}
      ${[...new Set(rating.refused)].map((reason) => html`<p class="fact-note">${words.refused[reason]}</p>`)}`;
  }

  /** What saves and hides add or take, each reason with a button that takes it away. */
  #leaning({ leaning }: Fit): TemplateResult | typeof nothing {
    if (leaning === null) return nothing;
    const words = this.texts.leaning;
    const drop = (key: string): void =>
      this.tell('perch-run', { action: 'set_preferences', input: { leaningOff: key } });
    return html`<div class="leaning"><p>${words.title(signed(leaning.points, this.language))}</p>
      <ul class="chips" role="list">${leaning.because.map((trait) => {
        const name = traitName(trait, this.texts);
        return html`<li class="chip"><bdi>${name}</bdi><button class="icon-button" type="button" aria-label=${words.drop(name)} @click=${() => drop(trait.key)}>${icon('close')}</button></li>`;
      })}</ul></div>`;
  }

  #parts({ parts }: Fit): TemplateResult {
    const words = this.texts.fit;
    const percent = (share: number): number => Math.round(share * 100);
    return html`<table class="subscores"><caption class="sr">${words.partsCaption}</caption><thead class="sr"><tr><th scope="col">${words.partHead}</th><th scope="col">${words.valueHead}</th><th scope="col">${words.weightHead}</th></tr></thead><tbody>
      ${parts.map(({ part, value, weight }) => html`<tr><th scope="row">${words.part[part]}${value === null ? nothing : html`<progress class="bar" max="1" value=${value} aria-hidden="true"></progress>`}</th><td class="num">${value === null ? '–' : percent(value)}</td><td class="num weight">${value === null ? words.notKnown : words.weight(percent(weight))}</td></tr>`)}
    </tbody></table>`;
  }

  #row({ kind, value, necessity, verdict, posting, cv }: Requirement): TemplateResult {
    const words = this.texts.fit;
    const quote = (said: string | null): TemplateResult =>
      said === null ? html`<span class="no-quote">${words.nothingFound}</span>` : html`<q><bdi>${said}</bdi></q>`;
    return html`<tr data-verdict=${verdict}>
      <th scope="row"><span class="verdict">${icon(LOOK[verdict])}${words.verdict[verdict]}</span><bdi>${this.#named(kind, value)}</bdi>${necessity === 'should' ? html` <span class="fact-note">${words.should}</span>` : nothing}</th>
      <td data-label=${words.postingHead}>${quote(posting)}</td><td data-label=${words.cvHead}>${cv === null ? quote(cv) : html`<button class="link-button quote-open" type="button" title=${words.showInCv} @click=${() => this.tell('perch-cv', cv)}>${quote(cv)}</button>`}</td></tr>`;
  }

  #named(kind: Requirement['kind'], value: string): string {
    const { fit, workplace, employment } = this.texts;
    if (kind === 'skill') return value;
    if (kind === 'years') return fit.years(value);
    if (kind === 'education') return fit.degree[value] ?? fit.kind.education;
    if (kind === 'language') return `${fit.kind.language}: ${nameOf('language', value, this.language)}`;
    if (kind === 'place') return fit.kind.place;
    if (kind === 'workplace' || kind === 'employment') {
      const names = new Map<string, string>(Object.entries(kind === 'workplace' ? workplace : employment));
      return value
        .split(', ')
        .map((one) => names.get(one) ?? one)
        .join(', ');
    }
    return fit.kind[kind];
  }
}
customElements.define('perch-cv-fit', PerchCvFit);

const ofTen = (value: number | null): string => (value === null ? '–' : String(value));

function nameOf(type: 'language', code: string, language: string): string {
  return new Intl.DisplayNames(language, { type }).of(code) ?? code;
}
