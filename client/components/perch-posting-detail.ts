/** One posting: its facts, the words that decided each criterion, and its text. */
import type { MatchDetail } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDate, formatPay } from '../format.ts';
import { markQuotes } from '../highlight.ts';
import { icon } from '../icons.ts';
import { scoreRing } from '../score-ring.ts';
import { notAgain } from '../data/not-again.ts';
import { PerchElement } from './perch-element.ts';
import { closedNotice, hasPage, linkBlock, signalBlock } from './posting-origin.ts';
import { VERDICT_LOOK } from './perch-match-card.ts';
import './perch-cv-fit.ts';

export class PerchPostingDetail extends PerchElement {
  static override properties = { ...PerchElement.properties, detail: { attribute: false } };
  declare detail: MatchDetail | null;

  constructor() {
    super();
    this.detail = null;
  }

  protected override updated(changed: Map<string, unknown>): void {
    const before: unknown = changed.get('detail');
    const wasOther = !(
      typeof before === 'object' &&
      before !== null &&
      'id' in before &&
      before.id === this.detail?.id
    );
    if (changed.has('detail') && wasOther) this.querySelector<HTMLElement>('#posting-title')?.focus();
  }

  /** Whether it may be done from where the person lives, with the words that say so. */
  #home({ home }: MatchDetail): TemplateResult | typeof nothing {
    if (home === null) return nothing;
    const decided = home.evidence.filter(({ words }) => words !== '');
    return html`<span class="fact-note">${this.texts.fromHome[home.verdict]}</span>${decided.map(({ words }) => html`<q><bdi>${words}</bdi></q>`)}`;
  }

  protected override content(): TemplateResult | typeof nothing {
    const { detail, texts } = this;
    if (detail === null) return nothing;
    const pay = formatPay(detail.pay, texts, this.language);
    const isSaved = detail.mark === 'saved';
    const { company } = detail;
    const close = (): void => this.tell('perch-close');
    const mark = (action: string, off: boolean): void =>
      this.tell('perch-run', { action, input: off ? { jobs: [detail.id], off: true } : { jobs: [detail.id] } });
    const origin = {
      detail,
      texts,
      language: this.language,
      run: (action: string, input: object) => this.tell('perch-run', { action, input }),
    };
    return html`<div class="detail-bar">
        <button class="icon-button only-narrow" type="button" aria-label=${texts.back} @click=${close}>${icon('back')}</button>
        <span class="spring"></span>
        <button class="icon-button only-wide" type="button" aria-label=${texts.close} @click=${close}>${icon('close')}</button>
      </div>
      <div class="scroll" tabindex="0">
        <header class="posting-head"><div><h2 id="posting-title" tabindex="-1"><bdi>${detail.title}</bdi></h2><p class="posting-company"><bdi>${company ?? texts.notStated}</bdi></p></div>${detail.score === null ? nothing : scoreRing(detail.score, texts, 'large', detail.rated?.value ?? null)}</header>
        ${closedNotice(origin)}
        <dl class="facts">
          <div><dt>${texts.place}</dt><dd><bdi>${detail.locations.join(' · ') || texts.notStated}</bdi>${detail.workplace.map((value) => html`<span class="fact-note">${texts.workplace[value]}</span>`)}${this.#home(detail)}</dd></div>
          <div><dt>${texts.pay}</dt><dd class="num">${pay === null ? texts.notStated : html`<bdi>${pay.amounts} ${pay.per}</bdi><q><bdi>${detail.pay?.words}</bdi></q>`}</dd></div>
          <div><dt>${texts.posted}</dt><dd class="num">${detail.postedAt === null ? `${texts.firstSeen} ${formatDate(detail.firstSeenAt, this.language)}` : formatDate(detail.postedAt, this.language)}</dd></div>
          <div><dt>${texts.source}</dt><dd>${hasPage(detail) ? html`<a href=${detail.url} target="_blank" rel="noopener noreferrer">${detail.sourceTitle}</a>` : detail.sourceTitle}${detail.isSample ? html`<span class="fact-note">${texts.sample}</span>` : nothing}</dd></div>
        </dl>
        <div class="posting-actions">
          ${hasPage(detail) ? html`<a class="button button-primary" href=${detail.applyUrl ?? detail.url} target="_blank" rel="noopener noreferrer">${icon('open')}${texts.originalWord}</a>` : nothing}
          <button class="button" type="button" aria-pressed=${isSaved} @click=${() => mark('save_job', isSaved)}>${icon(isSaved ? 'saved' : 'save')}${isSaved ? texts.savedWord : texts.saveWord}</button>
          <button class="button" type="button" @click=${() => mark('hide_job', false)}>${icon('hide')}${texts.hideWord}</button>
          <button class="button button-quiet" type="button" @click=${() => this.tell('perch-compose', texts.askSentence(detail.title))}>${icon('chat')}${texts.askAbout}</button>
          ${company === null ? nothing : html`<button class="button button-quiet" type="button" @click=${() => this.tell('perch-run', notAgain(company))}>${icon('block')}<bdi>${texts.notThisCompany(company)}</bdi></button>`}
        </div>
        ${signalBlock(origin)}
        ${detail.reasons.length === 0 ? nothing : this.#reasons(detail)}
        <perch-cv-fit .language=${this.language} .fit=${detail.fit} .rating=${detail.rating}></perch-cv-fit>
        ${linkBlock(origin)}
        <section class="block" aria-labelledby="text-title">
          <div class="block-head"><h3 id="text-title">${texts.textTitle}</h3></div>
          ${detail.completeness === 'full' ? nothing : html`<p class="fact-note">${texts.snippetOnly}</p>`}
          <div class="posting-text"><bdi>${this.#text(detail)}</bdi></div>
        </section>
      </div>`;
  }

  /** The posting's own words, those marked that decided a criterion. */
  #text({ description, reasons }: MatchDetail): (TemplateResult | string)[] {
    const quotes = reasons.flatMap(({ evidence }) => evidence.map(({ words }) => words));
    return markQuotes(description, quotes).map(({ text, isMarked }) => (isMarked ? html`<mark>${text}</mark>` : text));
  }

  #reasons(detail: MatchDetail): TemplateResult {
    const { texts } = this;
    return html`<section class="block" aria-labelledby="why-title">
      <div class="block-head"><h3 id="why-title">${texts.whyTitle}</h3></div>
      <ul class="reason-list" role="list">
        ${detail.reasons
          .filter(({ criterion }) => criterion !== 'exclude')
          .map(
            (
              reason,
            ) => html`<li data-verdict=${VERDICT_LOOK[reason.verdict].look}>${icon(VERDICT_LOOK[reason.verdict].icon)}
              <span><b>${texts.facet[reason.criterion]}</b>${reason.value === null ? '' : html` · <bdi>${reason.value}</bdi>`}: ${texts.verdict[reason.verdict].toLocaleLowerCase(this.language)}
                ${reason.evidence.length === 0 ? html`<span class="no-quote">${texts.notStated}</span>` : reason.evidence.map(({ words }) => html`<q><bdi>${words}</bdi></q>`)}</span></li>`,
          )}
      </ul>
    </section>`;
  }
}
customElements.define('perch-posting-detail', PerchPostingDetail);
