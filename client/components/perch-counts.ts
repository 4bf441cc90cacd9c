/** How many are shown, hidden and unclear, what hides them, and the way back. Each number opens. */
import type { Counts, Criterion, FilterChange, FilterState } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons.ts';
import { PerchElement } from './perch-element.ts';

/** The change that takes criteria away; countries and regions are one. */
export function dropCriteria(criteria: readonly Criterion[]): FilterChange {
  return {
    clear: criteria.flatMap((criterion) => (criterion === 'countries' ? ['countries', 'regions'] : [criterion])),
  };
}

export class PerchCounts extends PerchElement {
  static override properties = {
    ...PerchElement.properties,
    counts: { attribute: false },
    filterState: { attribute: false },
    canUndo: { type: Boolean },
    isOpen: { state: true },
  };
  declare counts: Counts | null;
  declare filterState: FilterState | null;
  declare canUndo: boolean;
  declare isOpen: boolean;

  constructor() {
    super();
    this.counts = null;
    this.filterState = null;
    this.canUndo = false;
    this.isOpen = false;
  }

  protected override content(): TemplateResult {
    const { texts, counts } = this;
    if (counts === null) return html`<p class="count-line"><strong>${texts.loading}…</strong></p>`;
    const isEmpty = Object.keys(this.filterState?.filter ?? {}).length === 0;
    const toggle = (): void => void (this.isOpen = !this.isOpen);
    const opener = (words: string): TemplateResult =>
      html`<button class="count" type="button" aria-expanded=${this.isOpen} aria-controls="hidden-panel" @click=${toggle}><span class="num">${words}</span>${icon('down')}</button>`;
    return html`<p class="count-line" data-revision=${counts.revision}>
        <strong class="num" data-testid="count-shown" data-total=${counts.total}>${isEmpty ? texts.postings(counts.total) : texts.shown(counts.total)}</strong>
        ${counts.hidden + counts.hiddenByPerson > 0 ? opener(texts.hidden(counts.hidden + counts.hiddenByPerson)) : nothing}
        ${counts.unclear > 0 ? opener(texts.unclear(counts.unclear)) : nothing}
        <span class="by">
          ${isEmpty ? nothing : html`<button class="link-button" type="button" aria-label=${texts.saveSearch} @click=${() => this.tell('perch-run', { action: 'save_search', input: {} })}>${icon('bell')}<span class="by-text">${texts.saveSearch}</span></button>`}
          ${this.filterState?.setBy === 'assistant' && !isEmpty ? html`<span class="by-text">${texts.setByAssistant}</span>` : nothing}
          ${this.canUndo ? html`<button class="link-button" type="button" @click=${() => this.tell('perch-run', { action: 'undo', input: {} })}>${texts.undo}</button>` : nothing}
        </span>
      </p>
      <div class="hidden-panel" id="hidden-panel" ?hidden=${!this.isOpen}>${this.isOpen ? this.#panel(counts) : nothing}</div>`;
  }

  #unclearSwitch(unclear: number): TemplateResult {
    const isShown = this.filterState?.showUnclear !== false;
    return html`<p><button class="link-button num" type="button" data-testid="show-unclear" @click=${() => this.tell('perch-run', { action: 'show_unclear', input: { show: !isShown } })}>${isShown ? this.texts.leaveUnclear(unclear) : this.texts.showUnclear(unclear)}</button></p>`;
  }

  #panel(counts: Counts): TemplateResult {
    const { texts } = this;
    return html`<section aria-labelledby="hidden-title">
      <h3 id="hidden-title">${texts.hiddenByOne}</h3>
      <ul role="list">
        ${counts.hiddenBy.map(
          ({ criterion, count }) => html`<li><span>${texts.criterion[criterion]}</span>
            <button class="link-button num" type="button" aria-label="${texts.showThese(count)}: ${texts.criterion[criterion]}" @click=${() => this.tell('perch-run', { action: 'set_filter', input: dropCriteria([criterion]) })}>${texts.showThese(count)}</button></li>`,
        )}
      </ul>
      <p class="fact-note num">${counts.hiddenBySeveral > 0 ? texts.hiddenBySeveral(counts.hiddenBySeveral, counts.postings) : nothing}
        ${counts.hiddenByPerson > 0 ? texts.hiddenByYou(counts.hiddenByPerson) : nothing}
        ${counts.unclear * 2 > counts.total ? texts.mostUnclear : nothing}</p>
      ${counts.unclear > 0 ? this.#unclearSwitch(counts.unclear) : nothing}
    </section>`;
  }
}
customElements.define('perch-counts', PerchCounts);
