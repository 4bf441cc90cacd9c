/** Changes one criterion of the filter, or adds one: a menu where the values are few, a field where they are words. */
import type { Filter, FilterChange } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { type Chip, type EditableField, valueWords } from '../chips.ts';
import { countryNames } from '../country-names.ts';
import { PerchElement } from './perch-element.ts';

const FIXED = {
  workplace: ['remote', 'hybrid', 'onsite'],
  employment: ['full_time', 'part_time', 'contract', 'freelance', 'internship', 'temporary'],
  seniority: ['intern', 'junior', 'mid', 'senior', 'lead', 'executive'],
  sort: ['newest', 'pay', 'score'],
} as const;
const ADDABLE = [
  'skills',
  'titles',
  'countries',
  'cities',
  'workplace',
  'employment',
  'seniority',
  'companies',
  'pay',
  'postedWithinDays',
  'query',
  'sort',
] as const;
const CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF', 'PLN', 'UAH', 'SEK', 'CAD'];

export class PerchChipEditor extends PerchElement {
  static override properties = {
    ...PerchElement.properties,
    chip: { attribute: false },
    filter: { attribute: false },
    homeCountry: {},
    wanted: { state: true },
  };
  /** Null adds a criterion. */
  declare chip: Chip | null;
  declare filter: Filter;
  declare homeCountry: string;
  declare wanted: EditableField;

  constructor() {
    super();
    this.chip = null;
    this.filter = {};
    this.homeCountry = '';
    this.wanted = 'skills';
  }

  protected override firstUpdated(): void {
    const field = this.querySelector<HTMLElement>('select, input, button');
    field?.focus();
    if (field instanceof HTMLInputElement) field.select();
  }

  protected override content(): TemplateResult {
    const { texts, chip } = this;
    const field = chip === null ? this.wanted : chip.field;
    const say = (): void => {
      this.tell('perch-done');
      this.tell('perch-compose', chip === null ? '' : `${chip.words}: `);
    };
    return html`<form class="chip-form" aria-label=${chip === null ? texts.addFilter : texts.editTitle} @submit=${this.#submit}>
      ${chip === null ? this.#kinds() : nothing}
      ${field === null ? nothing : this.#control(field)}
      <p class="edit-actions">
        <button class="link-button" type="button" @click=${say}>${texts.saidInstead}</button>
        ${field === null ? nothing : html`<button class="button button-small button-primary" type="submit">${texts.apply}</button>`}
      </p>
    </form>`;
  }

  #kinds(): TemplateResult {
    const choose = (event: Event): void => {
      const { target } = event;
      const wanted = ADDABLE.find((field) => target instanceof HTMLSelectElement && field === target.value);
      if (wanted !== undefined) this.wanted = wanted;
    };
    return html`<label>${this.texts.addKind}<select id="chip-kind" @change=${choose}>
      ${ADDABLE.map((field) => html`<option value=${field} ?selected=${field === this.wanted}>${this.#name(field)}</option>`)}
    </select></label>`;
  }

  #name(field: EditableField): string {
    const { texts } = this;
    if (field === 'query') return texts.meaning.replace(':', '');
    if (field === 'sort') return texts.sortBy;
    return field === 'regions' ? texts.facet.countries : texts.facet[field];
  }

  #control(field: EditableField): TemplateResult {
    const { texts, filter } = this;
    const value = this.chip?.value ?? '';
    if (field === 'workplace' || field === 'employment' || field === 'seniority' || field === 'sort') {
      const now = field === 'sort' ? (filter.sort ?? '') : value;
      return this.#menu(
        this.#name(field),
        FIXED[field].map((option) => ({
          value: option,
          words:
            field === 'sort'
              ? texts.sort[FIXED.sort.find((sort) => sort === option) ?? 'score']
              : valueWords(field, option, texts, this.language),
        })),
        now,
      );
    }
    if (field === 'countries')
      return this.#menu(
        this.#name(field),
        countryNames(this.language).map(({ code, name }) => ({ value: code, words: name })),
        value || this.homeCountry,
      );
    if (field === 'pay') return this.#pay();
    if (field === 'postedWithinDays')
      return html`<label>${texts.days}<input id="chip-value" type="number" min="1" max="3650" step="1" required .value=${String(filter.postedWithinDays ?? 14)}></label>`;
    const words = field === 'query' ? (filter.query ?? '') : value;
    return html`<label>${this.chip === null ? texts.value : this.#name(field)}<input id="chip-value" type="text" maxlength="120" required autocomplete="off" .value=${words}></label>`;
  }

  #menu(label: string, options: { value: string; words: string }[], now: string): TemplateResult {
    return html`<label>${label}<select id="chip-value">${options.map(({ value, words }) => html`<option value=${value} ?selected=${value === now}>${words}</option>`)}</select></label>`;
  }

  #pay(): TemplateResult {
    const { texts } = this;
    const pay = this.filter.pay ?? {};
    const currencies = [...new Set([...(pay.currency === undefined ? [] : [pay.currency]), ...CURRENCIES])];
    return html`<label>${texts.payFrom}<input id="chip-value" type="number" min="1" step="1" required .value=${String(pay.min ?? '')}></label>
      <label>${texts.currency}<select id="chip-currency">${currencies.map((code) => html`<option value=${code} ?selected=${code === pay.currency}>${code}</option>`)}</select></label>`;
  }

  #submit(event: Event): void {
    event.preventDefault();
    const field = this.chip === null ? this.wanted : this.chip.field;
    const value = this.#read('chip-value').trim();
    if (field === null || value === '') return;
    this.tell('perch-run', { action: 'set_filter', input: this.#change(field, value) });
    this.tell('perch-done');
  }

  #change(field: EditableField, value: string): FilterChange {
    if (field === 'pay') {
      const { max: _, ...pay } = this.filter.pay ?? {};
      return { set: { pay: { ...pay, min: Number(value), currency: this.#read('chip-currency') } } };
    }
    if (field === 'postedWithinDays') return { set: { postedWithinDays: Number(value) } };
    if (field === 'query') return { set: { query: value } };
    if (field === 'sort') return { set: { sort: FIXED.sort.find((sort) => sort === value) ?? 'newest' } };
    const old = this.chip?.value ?? null;
    return { ...(old === null || old === value ? {} : { remove: { [field]: [old] } }), add: { [field]: [value] } };
  }

  #read(id: string): string {
    const control = this.querySelector(`#${id}`);
    return control instanceof HTMLInputElement || control instanceof HTMLSelectElement ? control.value : '';
  }
}
customElements.define('perch-chip-editor', PerchChipEditor);
