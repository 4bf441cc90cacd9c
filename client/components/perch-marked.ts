/** What the person saved or hid, whatever the filter says. */
import type { MarkedList } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../icons.ts';
import { PerchElement } from './perch-element.ts';
import './perch-match-card.ts';

export class PerchMarked extends PerchElement {
  static override properties = {
    ...PerchElement.properties,
    marked: { attribute: false },
    currentId: {},
    selected: { attribute: false },
    now: { type: Number },
  };
  declare marked: MarkedList | null;
  declare currentId: string | null;
  declare selected: ReadonlySet<string>;
  declare now: number;

  constructor() {
    super();
    this.marked = null;
    this.currentId = null;
    this.selected = new Set();
    this.now = 0;
  }

  protected override content(): TemplateResult | typeof nothing {
    const { marked, texts } = this;
    if (marked === null) return nothing;
    return html`<div class="marked-head">
        <button class="icon-button" type="button" aria-label=${texts.back} @click=${() => this.tell('perch-view', 'matches')}>${icon('back')}</button>
        <h2 id="marked-title" tabindex="-1">${texts.views[marked.mark]} <span class="num">${marked.total}</span></h2>
      </div>
      <div class="match-list scroll" tabindex="0" role="group" aria-labelledby="marked-title">
        ${
          marked.matches.length === 0
            ? html`<p class="marked-none">${marked.mark === 'saved' ? texts.emptySaved : texts.emptyHidden}</p>`
            : html`<ol class="matches" role="list">${repeat(
                marked.matches,
                ({ id }) => id,
                (match, place) => html`<li class="match" aria-posinset=${place + 1} aria-setsize=${marked.total}>
                  <perch-match-card class="card ${match.id === this.currentId ? 'is-current' : ''}" data-unscored .language=${this.language} .match=${match} .isCurrent=${match.id === this.currentId} .isSelected=${this.selected.has(match.id)} .now=${this.now}></perch-match-card>
                </li>`,
              )}</ol>`
        }
      </div>`;
  }
}
customElements.define('perch-marked', PerchMarked);
