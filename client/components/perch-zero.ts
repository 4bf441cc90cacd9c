/** Nothing fits: which filters hide everything, how many come back without each, and the way to begin anew. */
import type { Counts } from '../../server/protocol/index.ts';
import { html, type TemplateResult } from 'lit';
import { icon } from '../icons.ts';
import { dropCriteria } from './perch-counts.ts';
import { PerchElement } from './perch-element.ts';

const CAUSES_SHOWN = 4;

export class PerchZero extends PerchElement {
  static override properties = { ...PerchElement.properties, counts: { attribute: false } };
  declare counts: Counts | null;

  constructor() {
    super();
    this.counts = null;
  }

  protected override content(): TemplateResult {
    const { texts } = this;
    const alone = (this.counts?.hiddenBy ?? []).toSorted((a, b) => b.count - a.count);
    const relief = this.counts?.relief ?? null;
    const causes =
      alone.length === 0 && relief !== null
        ? [relief]
        : alone.map(({ criterion, count }) => ({ criteria: [criterion], count }));
    const list = new Intl.ListFormat(this.language);
    return html`<svg class="zero-art" viewBox="0 0 160 66" aria-hidden="true">
        <path d="M4 52h152" /><path d="M32 52v12M128 52v12" />
        <path class="zero-bird" d="M66 41l9-6c2.6-8.4 8.5-16.5 18-16.5 5.2 0 8.4 3.1 9 7.3l5.3 2.5-5.5 2.1c-.6 10-7.6 17.1-17.6 17.1-8.2 0-12.4-3.6-18.2-6.5zM82 52v-5M89 52v-5M94.5 24.5v.01" />
      </svg>
      <h3>${texts.zeroTitle}</h3>
      <p>${causes.length === 0 ? texts.zeroNothing : alone.length === 0 ? texts.zeroTwo : texts.zeroText}</p>
      <ul class="relax" role="list">
        ${causes.slice(0, CAUSES_SHOWN).map(
          ({ criteria, count }, index) => html`<li>
            <button class="relax-row ${index === 0 ? 'is-best' : ''}" type="button" @click=${() => this.tell('perch-run', { action: 'set_filter', input: dropCriteria(criteria) })}>
              ${icon('close')}<span>${list.format(criteria.map((criterion) => texts.facet[criterion]))}</span><b class="num">${texts.back_(count)}</b>
            </button>
          </li>`,
        )}
      </ul>
      <p class="zero-note"><button class="link-button" type="button" @click=${() => this.tell('perch-run', { action: 'clear_filters', input: {} })}>${texts.clearAll}</button></p>`;
  }
}
customElements.define('perch-zero', PerchZero);
