/** Two to four postings side by side, each fact in the same row, with the words that decided. */
import type { MatchDetail } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDate, formatPay, placeWords, reasonWords } from '../format.ts';
import { icon } from '../icons.ts';
import { scoreRing } from '../score-ring.ts';
import { PerchElement } from './perch-element.ts';
import { VERDICT_LOOK } from './perch-match-card.ts';

type Cell = TemplateResult | string;

export class PerchCompare extends PerchElement {
  static override properties = { ...PerchElement.properties, compared: { attribute: false } };
  declare compared: MatchDetail[];

  constructor() {
    super();
    this.compared = [];
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('#compare-title')?.focus();
  }

  protected override content(): TemplateResult {
    const { texts, compared } = this;
    const close = (): void => this.tell('perch-close');
    const best = bestPay(compared);
    return html`<div class="detail-bar">
        <button class="icon-button only-narrow" type="button" aria-label=${texts.back} @click=${close}>${icon('back')}</button>
        <h2 class="detail-heading" id="compare-title" tabindex="-1">${texts.compareTitle(compared.length)}</h2><span class="spring"></span>
        <button class="icon-button only-wide" type="button" aria-label=${texts.closeCompare} @click=${close}>${icon('close')}</button>
      </div>
      <div class="scroll" tabindex="0" role="region" aria-label=${texts.comparison}>
        <table class="compare"><thead><tr><td></td>${compared.map(({ title, company, score }) => html`<th scope="col"><div class="compare-head">${score === null ? nothing : scoreRing(score, texts)}<span><bdi>${title}</bdi><small><bdi>${company ?? texts.notStated}</bdi></small></span></div></th>`)}</tr></thead>
          <tbody>
            <tr><th scope="row">${texts.pay}</th>${compared.map((detail) => html`<td class="num ${detail.id === best ? 'is-better' : ''}">${this.#pay(detail)}</td>`)}</tr>
            ${this.#rowOf(texts.place, (detail) => html`<bdi>${placeWords(detail, texts)}</bdi>`)}
            ${this.#rowOf(texts.employmentWord, ({ employment }) => employment.map((value) => texts.employment[value]).join(', ') || texts.notStated)}
            ${this.#rowOf(texts.seniorityWord, ({ seniority }) => seniority.map((value) => texts.seniority[value]).join(', ') || texts.notStated)}
            ${this.#rowOf(texts.skills, ({ skills }) => html`<bdi>${skills.join(', ') || texts.notStated}</bdi>`)}
            ${this.#rowOf(texts.whyTitle, (detail) => this.#reasons(detail))}
            ${compared.every(({ fit }) => fit === null) ? nothing : this.#rowOf(texts.fit.requirements, (detail) => this.#fit(detail))}
            ${this.#rowOf(texts.posted, ({ postedAt, firstSeenAt }) => formatDate(postedAt ?? firstSeenAt, this.language))}
            ${this.#rowOf(texts.source, ({ url, sourceTitle }) => html`<a href=${url} target="_blank" rel="noopener noreferrer">${sourceTitle}</a>`)}
            ${this.#rowOf(texts.nextStep, (detail) => this.#next(detail))}
          </tbody></table>
        <p class="foot-note">${texts.betterNote}</p>
      </div>`;
  }

  #rowOf(name: string, cell: (detail: MatchDetail) => Cell): TemplateResult {
    return html`<tr><th scope="row">${name}</th>${this.compared.map((detail) => html`<td>${cell(detail)}</td>`)}</tr>`;
  }

  #pay(detail: MatchDetail): Cell {
    const pay = formatPay(detail.pay, this.texts, this.language);
    if (pay === null) return this.texts.notStated;
    return html`<bdi>${pay.amounts} ${pay.per}</bdi><q><bdi>${detail.pay?.words}</bdi></q>`;
  }

  #reasons(detail: MatchDetail): Cell {
    const told = detail.reasons.flatMap((reason) => {
      const words = reasonWords(reason, this.texts);
      return words === null ? [] : [{ verdict: reason.verdict, words }];
    });
    const once = [...new Map(told.map((reason) => [reason.words, reason])).values()];
    if (once.length === 0) return this.texts.notStated;
    return html`<ul class="reason-list" role="list">${once.map(({ verdict, words }) => html`<li data-verdict=${VERDICT_LOOK[verdict].look}>${icon(VERDICT_LOOK[verdict].icon)}<span><span class="sr">${this.texts.verdict[verdict]}: </span><bdi>${words}</bdi></span></li>`)}</ul>`;
  }

  /** What is met and what is not, in the words of the verdict table. */
  #fit({ fit }: MatchDetail): Cell {
    if (fit === null) return this.texts.notStated;
    const named = fit.requirements.filter(({ kind, verdict }) => kind === 'skill' && verdict !== 'unknown');
    const verdicts = (['met', 'partly', 'missing'] as const).map((verdict) => ({
      verdict,
      words: named
        .filter((one) => one.verdict === verdict)
        .map(({ value }) => value)
        .join(', '),
    }));
    return html`<ul class="reason-list" role="list">${verdicts.filter(({ words }) => words !== '').map(({ verdict, words }) => html`<li data-verdict=${verdict}><span>${this.texts.fit.verdict[verdict]}: <bdi>${words}</bdi></span></li>`)}</ul>`;
  }

  #next({ id, mark, title }: MatchDetail): Cell {
    const { texts } = this;
    const isSaved = mark === 'saved';
    const open = (): void => this.tell('perch-run', { action: 'show_job', input: { job: id } });
    const save = (): void =>
      this.tell('perch-run', { action: 'save_job', input: isSaved ? { jobs: [id], off: true } : { jobs: [id] } });
    return html`<div class="compare-next"><button class="button button-small" type="button" @click=${open}>${texts.textTitle}<span class="sr">: ${title}</span></button>
      <button class="button button-small" type="button" aria-pressed=${isSaved} @click=${save}>${icon(isSaved ? 'saved' : 'save')}${isSaved ? texts.savedWord : texts.saveWord}<span class="sr">: ${title}</span></button></div>`;
  }
}
customElements.define('perch-compare', PerchCompare);

/** The posting with the highest stated pay, when every stated pay is in one currency and period, and one stands out. */
function bestPay(compared: readonly MatchDetail[]): string | null {
  const paid = compared.flatMap(({ id, pay }) => {
    const top = pay?.max ?? pay?.min ?? null;
    return pay === null || top === null ? [] : [{ id, top, unit: `${pay.currency} ${pay.period}` }];
  });
  const [first, second] = paid.toSorted((a, b) => b.top - a.top);
  if (first === undefined || second === undefined || new Set(paid.map(({ unit }) => unit)).size > 1) return null;
  return first.top > second.top ? first.id : null;
}
