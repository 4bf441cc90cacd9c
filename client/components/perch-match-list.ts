/** The list: cards, skeletons while it loads, the sources before anything is there, the way out when nothing fits. */
import type { Counts, Match, SourceState } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type IconName, icon } from '../icons.ts';
import { dropCriteria } from './perch-counts.ts';
import { PerchElement } from './perch-element.ts';
import './perch-match-card.ts';

const SOURCE_LOOK: Record<SourceState['state'], { icon: IconName; look: string }> = {
  done: { icon: 'met', look: 'met' },
  running: { icon: 'clock', look: 'partly' },
  never: { icon: 'unknown', look: 'unknown' },
  failed: { icon: 'alert', look: 'missing' },
};

export class PerchMatchList extends PerchElement {
  static override properties = {
    ...PerchElement.properties,
    jobMatches: { attribute: false },
    counts: { attribute: false },
    sources: { attribute: false },
    hasMore: { type: Boolean },
    isLoading: { type: Boolean },
    isFirstRun: { type: Boolean },
    currentId: {},
    newPostings: { type: Number },
    now: { type: Number },
  };
  declare jobMatches: Match[];
  declare counts: Counts | null;
  declare sources: SourceState[];
  declare hasMore: boolean;
  declare isLoading: boolean;
  declare isFirstRun: boolean;
  declare currentId: string | null;
  declare newPostings: number;
  declare now: number;

  constructor() {
    super();
    this.jobMatches = [];
    this.counts = null;
    this.sources = [];
    this.hasMore = false;
    this.isLoading = true;
    this.isFirstRun = false;
    this.currentId = null;
    this.newPostings = 0;
    this.now = Date.now();
  }

  protected override content(): TemplateResult {
    const { texts } = this;
    return html`${
      this.newPostings > 0
        ? html`<div class="pill-row"><button class="new-pill" type="button" @click=${() => this.tell('perch-refresh')}>${icon('up')}<span class="num">${texts.newPostings(this.newPostings)}</span></button></div>`
        : nothing
    }
      <div class="match-list scroll" tabindex="0" role="region" aria-label=${texts.listLabel}>${this.isLoading ? this.#skeletons() : this.#list()}</div>`;
  }

  #list(): TemplateResult {
    const { texts } = this;
    const total = this.counts?.total ?? this.jobMatches.length;
    return html`${this.isFirstRun ? this.#sources() : nothing}
      ${
        this.jobMatches.length === 0
          ? this.#zero()
          : html`<ol class="matches" role="list">
            ${repeat(
              this.jobMatches,
              ({ id }) => id,
              (match, index) => html`<li class="match" aria-posinset=${index + 1} aria-setsize=${total}>
                <perch-match-card class="card ${match.id === this.currentId ? 'is-current' : ''} ${match.mark === 'seen' ? 'is-seen' : ''} " data-unscored .language=${this.language} .match=${match} .isCurrent=${match.id === this.currentId} .now=${this.now}></perch-match-card>
              </li>`,
            )}
          </ol>`
      }
      ${this.hasMore ? html`<p class="more-row"><button class="button" type="button" @click=${() => this.tell('perch-run', { action: 'show_more', input: {} })}>${texts.showMore}</button></p>` : nothing}`;
  }

  #skeletons(): TemplateResult {
    return html`<ol class="matches" role="list" aria-busy="true" aria-label=${this.texts.loading}>
      ${Array.from({ length: 6 }, () => html`<li class="match"><div class="skeleton-card"><span class="skeleton skeleton-title"></span><span class="skeleton"></span></div></li>`)}
    </ol>`;
  }

  #sources(): TemplateResult | typeof nothing {
    if (this.sources.length === 0) return nothing;
    return html`<section class="source-panel" aria-labelledby="sources-title">
      <div class="source-head"><h3 id="sources-title">${this.texts.sourcesTitle}</h3><p>${this.texts.sourcesText}</p></div>
      <ul class="source-lines" role="list">
        ${this.sources.map(
          (source) =>
            html`<li data-verdict=${SOURCE_LOOK[source.state].look}>${icon(SOURCE_LOOK[source.state].icon)}<span class="source-name">${source.title}</span><span class="source-text num">${source.line[this.language]}</span></li>`,
        )}
      </ul>
    </section>`;
  }

  #zero(): TemplateResult {
    const { texts } = this;
    const alone = (this.counts?.hiddenBy ?? []).toSorted((a, b) => b.count - a.count);
    const relief = this.counts?.relief ?? null;
    const causes =
      alone.length === 0 && relief !== null
        ? [relief]
        : alone.map(({ criterion, count }) => ({ criteria: [criterion], count }));
    const list = new Intl.ListFormat(this.language);
    return html`<div class="zero">
      <svg class="zero-art" viewBox="0 0 160 66" aria-hidden="true">
        <path d="M4 52h152" /><path d="M32 52v12M128 52v12" />
        <path class="zero-bird" d="M66 41l9-6c2.6-8.4 8.5-16.5 18-16.5 5.2 0 8.4 3.1 9 7.3l5.3 2.5-5.5 2.1c-.6 10-7.6 17.1-17.6 17.1-8.2 0-12.4-3.6-18.2-6.5zM82 52v-5M89 52v-5M94.5 24.5v.01" />
      </svg>
      <h3>${texts.zeroTitle}</h3>
      <p>${causes.length === 0 ? texts.zeroNothing : alone.length === 0 ? texts.zeroTwo : texts.zeroText}</p>
      <ul class="relax" role="list">
        ${causes.slice(0, 4).map(
          ({ criteria, count }, index) => html`<li>
            <button class="relax-row ${index === 0 ? 'is-best' : ''}" type="button" @click=${() => this.tell('perch-run', { action: 'set_filter', input: dropCriteria(criteria) })}>
              ${icon('close')}<span>${list.format(criteria.map((criterion) => texts.facet[criterion]))}</span><b class="num">${texts.back_(count)}</b>
            </button>
          </li>`,
        )}
      </ul>
      <p class="zero-note"><button class="link-button" type="button" @click=${() => this.tell('perch-run', { action: 'clear_filters', input: {} })}>${texts.clearAll}</button></p>
    </div>`;
  }
}
customElements.define('perch-match-list', PerchMatchList);
