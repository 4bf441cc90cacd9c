/** The pane of postings: filter, counts and matches, or what is saved or hidden; and the selection over both. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Match } from '../../server/protocol/index.ts';
import { emptyState, type PageState, VIEWS } from '../data/page-state.ts';
import type { ShortcutName } from '../i18n/around-texts.ts';
import { icon } from '../icons.ts';
import { newsBadge } from './news-badge.ts';
import { PerchElement } from './perch-element.ts';
import type { PerchMatchList } from './perch-match-list.ts';
import './perch-counts.ts';
import './perch-cv-rating.ts';
import './perch-filter-bar.ts';
import './perch-marked.ts';
import './perch-match-list.ts';
import './perch-searches.ts';
import './perch-selection.ts';

export class PerchListPane extends PerchElement {
  static override properties = {
    ...PerchElement.properties,
    page: { attribute: false },
    homeCountry: {},
    news: { type: Number },
    asksCountry: { type: Boolean },
    selected: { state: true },
  };
  declare page: PageState;
  declare homeCountry: string;
  declare news: number;
  declare asksCountry: boolean;
  declare selected: ReadonlySet<string>;
  #conversation: string | undefined;

  constructor() {
    super();
    this.page = emptyState;
    this.homeCountry = '';
    this.news = 0;
    this.asksCountry = false;
    this.selected = new Set();
    this.addEventListener('perch-select', ({ detail }) => this.#select(detail));
  }

  /** Acts on the posting in focus; false when there is none. */
  act(name: ShortcutName): boolean {
    const list = this.querySelector<PerchMatchList>('perch-match-list');
    if (list === null) return false;
    const place = list.placeNow();
    if (name === 'next') return list.focusRow(place + 1);
    if (name === 'previous') return list.focusRow(Math.max(place - 1, 0));
    const match = list.matchAt(place);
    if (match === null) return false;
    if (name === 'select') this.#select(match.id);
    else this.#run(name, match);
    return true;
  }

  protected override willUpdate(): void {
    const id = this.page.conversation?.id;
    if (id !== this.#conversation) this.selected = new Set();
    this.#conversation = id;
  }

  protected override content(): TemplateResult {
    const { page, language, texts } = this;
    const currentId = page.detail?.id ?? null;
    const now = Date.now();
    return html`<div class="views" role="group" aria-label=${texts.viewLabel}>
        ${VIEWS.map((view) => html`<button class="view" type="button" aria-pressed=${page.view === view} @click=${() => this.tell('perch-view', view)}>${texts.views[view]}${view === 'searches' ? newsBadge(this.news, texts) : nothing}</button>`)}
        <span class="spring"></span>
        <button class="icon-button" type="button" aria-label=${texts.commandBar} @click=${() => this.tell('perch-commands')}>${icon('search')}</button>
      </div>
      ${
        page.view === 'matches'
          ? html`<perch-filter-bar class="filter-bar" .language=${language} .filterState=${page.filter} .homeCountry=${this.homeCountry}></perch-filter-bar>
            <perch-counts class="counts" .language=${language} .counts=${page.counts} .filterState=${page.filter} .canUndo=${page.canUndo}></perch-counts>
            <perch-cv-rating .language=${language} .conversationId=${page.conversation?.id} .preferences=${page.preferences} .hasCv=${page.matches.some(({ score }) => score !== null)} .shown=${page.counts?.total ?? 0}></perch-cv-rating>
            <perch-match-list .language=${language} .jobMatches=${page.matches} .further=${page.further} .revision=${page.revision} .counts=${page.counts} .sources=${page.sources} .isLoading=${page.conversation === null} .isFirstRun=${isFirstRun(page)} .asksCountry=${this.asksCountry} .currentId=${currentId} .selected=${this.selected} .newMatches=${page.newMatches} .now=${now}></perch-match-list>`
          : page.view === 'searches'
            ? html`<perch-searches .language=${language} .searches=${page.searches}></perch-searches>`
            : html`<perch-marked .language=${language} .marked=${page.marked} .currentId=${currentId} .selected=${this.selected} .now=${now}></perch-marked>`
      }
      <perch-selection .language=${language} .selected=${this.selected} .view=${page.view}></perch-selection>`;
  }

  #run(name: ShortcutName, match: Match): void {
    const mark = (action: string, off: boolean): void =>
      this.tell('perch-run', { action, input: off ? { jobs: [match.id], off: true } : { jobs: [match.id] } });
    if (name === 'open') this.tell('perch-run', { action: 'show_job', input: { job: match.id } });
    if (name === 'save') mark('save_job', match.mark === 'saved');
    if (name === 'hide') mark('hide_job', match.mark === 'hidden');
  }

  #select(id: string | null): void {
    const next = new Set(id === null ? [] : this.selected);
    if (id !== null && !next.delete(id)) next.add(id);
    this.selected = next;
  }
}
customElements.define('perch-list-pane', PerchListPane);

function isFirstRun({ filter, messages }: PageState): boolean {
  return Object.keys(filter.filter).length === 0 && messages.length === 0;
}
