/** Saved searches: what is new in each, opened by a click; name and frequency can be changed, each can go. */
import { FREQUENCIES, type SearchLine } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { chipsOf } from '../chips.ts';
import { icon } from '../icons.ts';
import { PerchElement } from './perch-element.ts';

export class PerchSearches extends PerchElement {
  static override properties = {
    ...PerchElement.properties,
    searches: { attribute: false },
    renaming: { state: true },
  };
  declare searches: readonly SearchLine[] | null;
  /** The id of the one whose name is being written. */
  declare renaming: string | null;

  constructor() {
    super();
    this.searches = null;
    this.renaming = null;
  }

  protected override content(): TemplateResult {
    const { texts, searches } = this;
    return html`<div class="marked-head">
        <button class="icon-button" type="button" aria-label=${texts.back} @click=${() => this.tell('perch-view', 'matches')}>${icon('back')}</button>
        <h2 id="marked-title" tabindex="-1">${texts.views.searches} <span class="num">${searches?.length}</span></h2>
      </div>
      <div class="match-list scroll" tabindex="0" role="group" aria-labelledby="marked-title">
        ${searches === null ? html`<p class="marked-none">${texts.loading}…</p>` : this.#list(searches)}
      </div>`;
  }

  #list(searches: readonly SearchLine[]): TemplateResult {
    const { texts } = this;
    if (searches.length === 0) return html`<p class="marked-none">${texts.emptySearches}</p>`;
    return html`<ul class="conversation-lines" role="list">${repeat(
      searches,
      ({ id }) => id,
      (search) => html`<li>${search.id === this.renaming ? this.#renameForm(search) : this.#line(search)}</li>`,
    )}</ul><p class="fact-note searches-note">${texts.searchesNote}</p>`;
  }

  #line(search: SearchLine): TemplateResult {
    const { texts } = this;
    const { id, newMatches, frequency } = search;
    const name = this.#nameOf(search);
    const run = (action: string, more: object = {}): void =>
      this.tell('perch-run', { action, input: { search: id, ...more } });
    const open = (): void => {
      run('open_search');
      this.tell('perch-view', 'matches');
    };
    const remove = (): void => {
      run('remove_search');
      this.querySelector<HTMLElement>('#marked-title')?.focus();
    };
    const choose = ({ target }: Event): void => {
      if (target instanceof HTMLSelectElement) run('change_search', { frequency: target.value });
    };
    return html`<button class="conversation-line search-line" type="button" @click=${open}><bdi>${name}</bdi>${newMatches === 0 ? nothing : html`<b class="num">${texts.newMatches(newMatches)}</b>`}</button>
      <select class="often" aria-label=${texts.oftenFor(name)} @change=${choose}>${FREQUENCIES.map((often) => html`<option value=${often} ?selected=${often === frequency}>${texts.often[often]}</option>`)}</select>
      <button class="icon-button" type="button" id="rename-${id}" aria-label=${texts.rename(name)} @click=${() => (this.renaming = id)}>${icon('edit')}</button>
      <button class="icon-button" type="button" aria-label=${texts.deleteThe(name)} @click=${remove}>${icon('trash')}</button>`;
  }

  #renameForm(search: SearchLine): TemplateResult {
    const { texts } = this;
    const done = (event: Event): void => {
      event.preventDefault();
      const name = this.querySelector<HTMLInputElement>('#search-name')?.value.trim() ?? '';
      // Without a name of its own it is called by its filter again.
      this.tell('perch-run', {
        action: 'change_search',
        input: { search: search.id, name: name === '' ? null : name },
      });
      void this.#endRenaming();
    };
    return html`<form class="conversation-form" @submit=${done}>
      <input id="search-name" type="text" maxlength="120" aria-label=${texts.rename(this.#nameOf(search))} .value=${search.name ?? ''} placeholder=${this.#nameOf(search)}>
      <button class="button button-small button-quiet" type="button" @click=${() => void this.#endRenaming()}>${texts.cancel}</button>
      <button class="button button-small button-primary" type="submit">${texts.keep}</button></form>`;
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('renaming')) this.querySelector<HTMLInputElement>('#search-name')?.select();
  }

  async #endRenaming(): Promise<void> {
    const id = this.renaming;
    this.renaming = null;
    await this.updateComplete;
    this.querySelector<HTMLElement>(`#rename-${id}`)?.focus();
  }

  #nameOf({ name, filter }: SearchLine): string {
    return (
      name ??
      chipsOf(filter, this.texts, this.language)
        .map(({ words }) => words)
        .join(', ')
    );
  }
}
customElements.define('perch-searches', PerchSearches);
