/** What can be done with the selected postings at once. */
import type { Match } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../data/page-state.ts';
import { type IconName, icon } from '../icons.ts';
import { PerchElement } from './perch-element.ts';

const COMPARED_MOST = 4;

export class PerchSelection extends PerchElement {
  static override properties = {
    ...PerchElement.properties,
    selected: { attribute: false },
    view: {},
  };
  declare selected: ReadonlySet<Match['id']>;
  declare view: View;

  constructor() {
    super();
    this.selected = new Set();
    this.view = 'matches';
  }

  protected override content(): TemplateResult | typeof nothing {
    const { texts, view } = this;
    const jobs = [...this.selected];
    if (jobs.length === 0) return nothing;
    const canCompare = jobs.length > 1 && jobs.length <= COMPARED_MOST;
    const off = (wanted: View): object => (view === wanted ? { off: true } : {});
    return html`<div class="selection" role="group" aria-label=${texts.selected(jobs.length)}>
      <strong class="num">${texts.selected(jobs.length)}</strong>
      ${this.#button('save', view === 'saved' ? texts.unsaveThese : texts.saveThese, 'save_job', { jobs, ...off('saved') })}
      ${this.#button(view === 'hidden' ? 'undo' : 'hide', view === 'hidden' ? texts.unhideThese : texts.hideThese, 'hide_job', { jobs, ...off('hidden') })}
      ${this.#button('download', texts.exportThese, 'export', { format: 'csv', jobs })}
      <button class="button button-small" type="button" ?disabled=${!canCompare} title=${canCompare ? '' : texts.compareLimit} @click=${() => this.#run('compare_jobs', { jobs })}>${icon('compare')}${texts.compareThese}</button>
      <button class="icon-button" type="button" aria-label=${texts.clearSelection} @click=${() => this.tell('perch-select', null)}>${icon('close')}</button>
    </div>`;
  }

  #button(name: IconName, words: string, action: string, input: object): TemplateResult {
    return html`<button class="button button-small" type="button" @click=${() => this.#run(action, input)}>${icon(name)}${words}</button>`;
  }

  #run(action: string, input: object): void {
    this.tell('perch-run', { action, input });
    if (action !== 'compare_jobs') this.tell('perch-select', null);
  }
}
customElements.define('perch-selection', PerchSelection);
