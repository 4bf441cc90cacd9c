/** The filter as chips; each can be changed or taken away, and those the assistant just set flash once. */
import type { FilterState } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type Chip, chipsOf } from '../chips.ts';
import { icon } from '../icons.ts';
import { PerchElement } from './perch-element.ts';
import './perch-chip-editor.ts';

const ADD = 'add';

export class PerchFilterBar extends PerchElement {
  static override properties = {
    ...PerchElement.properties,
    filterState: { attribute: false },
    homeCountry: {},
    editing: { state: true },
  };
  declare filterState: FilterState;
  declare homeCountry: string;
  /** Key of the chip that is being changed. */
  declare editing: string | null;
  /** Chips that the assistant set with the last change. */
  #fresh: ReadonlySet<string> = new Set();
  #known: ReadonlySet<string> = new Set();

  constructor() {
    super();
    this.filterState = { filter: {}, revision: 0, setBy: 'nobody', showUnclear: true };
    this.homeCountry = '';
    this.editing = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.editing === null) return;
      event.stopPropagation();
      this.#close();
    });
    this.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !this.contains(relatedTarget)) this.editing = null;
    });
    this.addEventListener('perch-done', () => this.#close());
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    const before: unknown = changed.get('filterState');
    const wasOther =
      typeof before === 'object' &&
      before !== null &&
      'revision' in before &&
      before.revision !== this.filterState.revision;
    if (wasOther) this.editing = null;
    if (!changed.has('filterState')) return;
    const { filter, setBy } = this.filterState;
    const keys = new Set(chipsOf(filter, this.texts, this.language).map(({ key }) => key));
    if (wasOther)
      this.#fresh = setBy === 'assistant' ? new Set([...keys].filter((key) => !this.#known.has(key))) : new Set();
    this.#known = keys;
  }

  protected override content(): TemplateResult {
    const { texts } = this;
    const chips = chipsOf(this.filterState.filter, texts, this.language);
    return html`<h2 class="sr" id="matches-title">${texts.matches}</h2>
      <ul class="chips" role="list" aria-label=${texts.filters} data-revision=${this.filterState.revision}>
        ${repeat(
          chips,
          ({ key }) => key,
          (chip) => html`<li>${this.#chip(chip)}${this.#editor(chip.key, chip)}</li>`,
        )}
        <li><button class="chip-add ${chips.length === 0 ? 'has-text' : ''}" type="button" aria-label=${texts.addFilter} aria-expanded=${this.editing === ADD} @click=${() => this.#toggle(ADD)}>${icon('plus')}${chips.length === 0 ? texts.addFilter : ''}</button>${this.#editor(ADD, null)}</li>
      </ul>`;
  }

  #chip(chip: Chip): TemplateResult {
    const { texts } = this;
    const look = chip.isMeaning ? 'is-meaning' : this.#fresh.has(chip.key) ? 'is-fresh' : '';
    return html`<span class="chip ${look}" data-chip=${chip.key}>
      <button class="chip-edit" type="button" aria-label=${texts.editFilter(chip.words)} aria-expanded=${this.editing === chip.key} @click=${() => this.#toggle(chip.key)}>${icon(chip.icon)}${chip.isMeaning ? html`<span class="chip-label">${texts.meaning}</span>` : ''}<span><bdi>${chip.words}</bdi></span></button>
      <button class="chip-remove" type="button" aria-label=${texts.removeFilter(chip.words)} @click=${() => this.tell('perch-run', { action: 'set_filter', input: chip.removal })}>${icon('close')}</button>
    </span>`;
  }

  #editor(key: string, chip: Chip | null): TemplateResult | typeof nothing {
    if (this.editing !== key) return nothing;
    return html`<perch-chip-editor class="chip-editor" .language=${this.language} .chip=${chip} .filter=${this.filterState.filter} .homeCountry=${this.homeCountry}></perch-chip-editor>`;
  }

  #toggle(key: string): void {
    this.editing = this.editing === key ? null : key;
  }

  #close(): void {
    const key = this.editing;
    this.editing = null;
    const selector = key === ADD ? '.chip-add' : `[data-chip="${CSS.escape(key ?? '')}"] .chip-edit`;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(selector)?.focus());
  }
}
customElements.define('perch-filter-bar', PerchFilterBar);
