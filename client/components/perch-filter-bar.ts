/** The filter as chips; each can be taken away, and those the assistant just set flash once. */
import type { FilterState } from '../../server/protocol/index.ts';
import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { chipsOf } from '../format.ts';
import { icon } from '../icons.ts';
import { PerchElement } from './perch-element.ts';

export class PerchFilterBar extends PerchElement {
  static override properties = { ...PerchElement.properties, filterState: { attribute: false } };
  declare filterState: FilterState;

  constructor() {
    super();
    this.filterState = { filter: {}, revision: 0, setBy: 'nobody', showUnclear: true };
  }

  protected override content(): TemplateResult {
    const { texts } = this;
    const chips = chipsOf(this.filterState.filter, texts, this.language);
    const isFresh = this.filterState.setBy === 'assistant';
    return html`<h2 class="sr" id="matches-title">${texts.matches}</h2>
      <ul class="chips" role="list" aria-label=${texts.filters} data-revision=${this.filterState.revision}>
        ${repeat(
          chips,
          ({ key }) => key,
          (chip) => html`<li>
            <span class="chip ${chip.isMeaning ? 'is-meaning' : isFresh ? 'is-fresh' : ''}" data-chip=${chip.key}>
              <span class="chip-edit">${icon(chip.icon)}${chip.isMeaning ? html`<span class="chip-label">${texts.meaning}</span>` : ''}<span><bdi>${chip.words}</bdi></span></span>
              <button class="chip-remove" type="button" aria-label=${texts.removeFilter(chip.words)} @click=${() => this.tell('perch-run', { action: 'set_filter', input: chip.removal })}>${icon('close')}</button>
            </span>
          </li>`,
        )}
        <li><button class="chip-add ${chips.length === 0 ? 'has-text' : ''}" type="button" aria-label=${texts.addFilter} @click=${() => this.tell('perch-compose')}>${icon('plus')}${chips.length === 0 ? texts.addFilter : ''}</button></li>
      </ul>`;
  }
}
customElements.define('perch-filter-bar', PerchFilterBar);
