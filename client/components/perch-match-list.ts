/** The list: as many rows as match, of which only those in view exist; skeletons, first run, and the way out of zero. */
import { type VirtualizerHostElement, virtualize, virtualizerRef } from '@lit-labs/virtualizer/virtualize.js';
import type { Counts, Match, SourceState } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons.ts';
import { PerchElement } from './perch-element.ts';
import './perch-country-question.ts';
import './perch-match-card.ts';
import './perch-source-lines.ts';
import './perch-zero.ts';

/** Rows asked for at once while scrolling. */
const WINDOW = 50;
/** A scroll that goes on asks for nothing; where it rests is read. */
const REST_MS = 90;
const SKELETONS = 6;

type Row = Match | null;

export class PerchMatchList extends PerchElement {
  static override properties = {
    ...PerchElement.properties,
    jobMatches: { attribute: false },
    further: { attribute: false },
    revision: { type: Number },
    counts: { attribute: false },
    sources: { attribute: false },
    isLoading: { type: Boolean },
    isFirstRun: { type: Boolean },
    asksCountry: { type: Boolean },
    currentId: {},
    selected: { attribute: false },
    newMatches: { type: Number },
    now: { type: Number },
  };
  declare jobMatches: Match[];
  declare further: ReadonlyMap<number, Match>;
  declare revision: number;
  declare counts: Counts | null;
  declare sources: SourceState[];
  declare isLoading: boolean;
  declare isFirstRun: boolean;
  declare asksCountry: boolean;
  declare currentId: string | null;
  declare selected: ReadonlySet<string>;
  declare newMatches: number;
  declare now: number;
  #rows: Row[] = [];
  /** What stays where it is while the pointer is over the list; null when the list shows its true order. */
  #held: Match[] | null = null;
  #range = { first: 0, last: 0 };
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.jobMatches = [];
    this.further = new Map();
    this.revision = 0;
    this.counts = null;
    this.sources = [];
    this.isLoading = true;
    this.isFirstRun = false;
    this.asksCountry = false;
    this.currentId = null;
    this.selected = new Set();
    this.newMatches = 0;
    this.now = Date.now();
  }

  /** Brings a row into view and puts the focus on its title; false when there is none. */
  focusRow(place: number): boolean {
    const list = this.querySelector<VirtualizerHostElement>('.matches');
    if (list === null || place < 0 || place >= this.#rows.length) return false;
    const focus = (): void =>
      list.querySelector<HTMLElement>(`[aria-posinset="${place + 1}"] .card-open`)?.focus({ preventScroll: true });
    list[virtualizerRef]?.element(place)?.scrollIntoView({ block: 'nearest' });
    list[virtualizerRef]?.layoutComplete.then(focus, focus);
    focus();
    return true;
  }

  /** The place of the row that has the focus, else of the open posting; -1 when there is none. */
  placeNow(): number {
    const row = document.activeElement?.closest('[aria-posinset]');
    const inFocus =
      row instanceof HTMLElement && this.contains(row) ? Number(row.getAttribute('aria-posinset')) - 1 : -1;
    return inFocus >= 0 ? inFocus : this.#rows.findIndex((match) => match !== null && match.id === this.currentId);
  }

  matchAt(place: number): Match | null {
    return this.#rows[place] ?? null;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('jobMatches')) this.#hold(changed);
    if (['jobMatches', 'further', 'counts', 'revision'].some((name) => changed.has(name))) {
      const known = this.counts?.revision === this.revision ? this.counts.total : 0;
      const shown = this.#held ?? this.jobMatches;
      const length = Math.max(known, shown.length);
      this.#rows = Array.from({ length }, (_, place) => shown[place] ?? this.further.get(place) ?? null);
      // Rows beyond the pushed page may have moved with it.
      const mayHaveMoved =
        changed.has('jobMatches') && !changed.has('revision') && this.#range.last >= this.jobMatches.length;
      this.#readSoon(mayHaveMoved);
    }
  }

  protected override updated(changed: Map<string, unknown>): void {
    const before: unknown = changed.get('jobMatches');
    const list = this.querySelector('.match-list');
    if (changed.has('revision') && list !== null) list.scrollTop = 0;
    // "Show more" was said: the first of the new ones comes into view.
    else if (
      Array.isArray(before) &&
      before.length > 0 &&
      before.length < this.jobMatches.length &&
      !changed.has('revision')
    )
      this.querySelector<VirtualizerHostElement>('.matches')
        ?.[virtualizerRef]?.element(before.length)
        ?.scrollIntoView({ block: 'start' });
  }

  protected override content(): TemplateResult {
    const { texts } = this;
    return html`${
      this.newMatches > 0
        ? html`<div class="pill-row"><button class="new-pill" type="button" @click=${() => this.tell('perch-refresh')}>${icon('up')}<span class="num">${texts.newMatches(this.newMatches)}</span></button></div>`
        : nothing
    }
      <div class="match-list scroll" tabindex="0" role="region" aria-label=${texts.listLabel} aria-busy=${this.isLoading} @pointerleave=${this.#release}>${this.isLoading ? this.#skeletons() : this.#list()}</div>`;
  }

  #list(): TemplateResult {
    return html`${this.counts?.samples === true ? html`<p class="samples-note">${icon('bird')}<span>${this.texts.samplesBanner}</span></p>` : nothing}
      ${this.isFirstRun && this.asksCountry ? html`<perch-country-question .language=${this.language}></perch-country-question>` : nothing}
      ${this.isFirstRun ? html`<perch-source-lines .language=${this.language} .sources=${this.sources}></perch-source-lines>` : nothing}
      ${
        this.#rows.length === 0
          ? html`<perch-zero class="zero" .language=${this.language} .counts=${this.counts}></perch-zero>`
          : html`<ol class="matches is-virtual" role="list" @rangeChanged=${this.#ranged}>
            ${virtualize<Row>({
              items: this.#rows,
              keyFunction: (row, place) => row?.id ?? place,
              renderItem: (row, place) => this.#row(row, place),
            })}
          </ol>`
      }`;
  }

  #row(match: Row, place: number): TemplateResult {
    if (match === null)
      return html`<li class="match" aria-posinset=${place + 1} aria-setsize=${this.#rows.length} aria-busy="true">${skeleton}</li>`;
    const isCurrent = match.id === this.currentId;
    return html`<li class="match" aria-posinset=${place + 1} aria-setsize=${this.#rows.length}>
      <perch-match-card class="card ${isCurrent ? 'is-current' : ''} ${match.mark === 'seen' ? 'is-seen' : ''}" ?data-unscored=${match.score === null} .language=${this.language} .match=${match} .isCurrent=${isCurrent} .isSelected=${this.selected.has(match.id)} .now=${this.now}></perch-match-card>
    </li>`;
  }

  #skeletons(): TemplateResult {
    return html`<ol class="matches" role="list" aria-label=${this.texts.loading}>
      ${Array.from({ length: SKELETONS }, () => html`<li class="match">${skeleton}</li>`)}
    </ol>`;
  }

  /** New scores may reorder the list at any time, but never under the pointer: it follows when the pointer leaves. */
  #hold(changed: Map<string, unknown>): void {
    const before = this.#held ?? changed.get('jobMatches');
    const isPointedAt = this.querySelector('.match-list')?.matches(':hover') === true;
    const mayHold = isPointedAt && !changed.has('revision') && Array.isArray(before);
    const shown: Match[] = mayHold ? before : [];
    this.#held = mayHold && isReordered(shown, this.jobMatches) ? withNews(shown, this.jobMatches) : null;
  }

  #release(): void {
    if (this.#held === null) return;
    this.#held = null;
    this.requestUpdate('counts');
  }

  #ranged(event: { first: number; last: number }): void {
    this.#range = { first: event.first, last: event.last };
    this.#readSoon();
  }

  #readSoon(again = false): void {
    clearTimeout(this.#timer);
    const { first, last } = this.#range;
    const missing = this.#rows.slice(first, last + 1).indexOf(null);
    if (missing === -1 && !again) return;
    const offset = missing === -1 ? Math.max(first, this.jobMatches.length) : first + missing;
    this.#timer = setTimeout(() => this.tell('perch-order', { type: 'matches-read', offset, limit: WINDOW }), REST_MS);
  }
}
customElements.define('perch-match-list', PerchMatchList);

/** Do those that are in both stand in another order? What only comes or goes moves nothing else. */
function isReordered(before: readonly Match[], now: readonly Match[]): boolean {
  const places = new Map(now.map(({ id }, place) => [id, place]));
  const common = before.flatMap(({ id }) => places.get(id) ?? []);
  return common.some((place, index) => index > 0 && place < (common[index - 1] ?? 0));
}

/** The old order with what is new about each. */
function withNews(before: readonly Match[], now: readonly Match[]): Match[] {
  const news = new Map(now.map((match) => [match.id, match]));
  return before.map((match) => news.get(match.id) ?? match);
}

const skeleton = html`<div class="card skeleton" data-unscored aria-hidden="true"><span class="sk-body"><span class="sk sk-title"></span><span class="sk sk-line"></span><span class="sk sk-short"></span></span><span class="sk-meta"><span class="sk sk-pay"></span><span class="sk sk-age"></span></span></div>`;
