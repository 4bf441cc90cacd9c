/** The whole page: list beside chat, a posting beside both, tabs where it is narrow. */
import { html, nothing, type TemplateResult } from 'lit';
import { StateController } from '../controllers/state-controller.ts';
import { pageAddress } from '../data/address.ts';
import { createStore, type Store } from '../data/store.ts';
import { chooseLanguage, nextLanguage, rememberLanguage } from '../i18n/index.ts';
import { icon } from '../icons.ts';
import type { PerchComposer } from './perch-composer.ts';
import { PerchElement } from './perch-element.ts';
import './perch-chat.ts';
import './perch-counts.ts';
import './perch-filter-bar.ts';
import './perch-match-list.ts';
import './perch-posting-detail.ts';
import './perch-rail.ts';

const STORED_THEME = 'perch-theme';
const NOTICE_MS = 10_000;

interface Wish {
  action: string;
  input: unknown;
}

export class PerchApp extends PerchElement {
  static override properties = { ...PerchElement.properties, tab: { state: true } };
  declare tab: 'jobs' | 'chat';
  #store: Store = createStore(pageAddress);
  #noticeTimer: ReturnType<typeof setTimeout> | undefined;
  #returnTo: HTMLElement | null = null;

  constructor() {
    super();
    this.tab = 'jobs';
    this.language = chooseLanguage();
    this.addController(new StateController(this, this.#store));
    const theme = localStorage.getItem(STORED_THEME);
    if (theme !== null) document.documentElement.dataset['theme'] = theme;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.documentElement.lang = this.language;
    this.addEventListener('perch-run', (event) => this.#run(wishOf(event)));
    this.addEventListener('perch-say', (event) => this.#say(String(detailOf(event))));
    this.addEventListener('perch-stop', () => this.#store.stop());
    this.addEventListener('perch-new', () => this.#store.openConversation({ fresh: true }));
    this.addEventListener('perch-refresh', () => this.#store.refresh());
    this.addEventListener('perch-close', () => this.#close());
    this.addEventListener('perch-compose', () => this.#compose());
    this.addEventListener('perch-language', () => this.#changeLanguage());
    this.addEventListener('perch-theme', () => this.#changeTheme());
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.#store.state().detail !== null) this.#close();
    });
    addEventListener('popstate', () => location.reload());
  }

  protected override willUpdate(): void {
    const page = this.#store.state();
    this.dataset['state'] = page.detail === null ? 'main' : 'detail';
    this.dataset['tab'] = this.tab;
    clearTimeout(this.#noticeTimer);
    if (page.notice !== null) this.#noticeTimer = setTimeout(() => this.#store.dismissNotice(), NOTICE_MS);
  }

  protected override content(): TemplateResult {
    const page = this.#store.state();
    const { texts, language } = this;
    const isLoading = page.conversation === null;
    const isFirstRun = Object.keys(page.filter.filter).length === 0 && page.messages.length === 0;
    return html`<perch-rail .language=${language}></perch-rail>
      <header class="topbar">
        <a class="topbar-brand" href="/" aria-label=${texts.start}>${icon('bird')}</a>
        <div class="tabs" role="group" aria-label=${texts.view}>
          <button class="tab" type="button" aria-pressed=${this.tab === 'jobs'} @click=${() => (this.tab = 'jobs')}>${texts.jobs}<span class="num">${page.counts === null ? '' : ` (${page.counts.total})`}</span></button>
          <button class="tab" type="button" aria-pressed=${this.tab === 'chat'} @click=${() => (this.tab = 'chat')}>${texts.chat}${page.running === null ? nothing : html`<span class="dot"><span class="sr">, ${texts.answering}</span></span>`}</button>
        </div>
        <button class="icon-button" type="button" aria-label=${texts.theme} @click=${() => this.#changeTheme()}>${icon('sun')}</button>
      </header>
      ${this.#banner()}
      <main class="panes">
        <h1 class="sr">Perch</h1>
        <section class="pane pane-list" id="matches" aria-labelledby="matches-title">
          <perch-filter-bar class="filter-bar" .language=${language} .filterState=${page.filter}></perch-filter-bar>
          <perch-counts class="counts" .language=${language} .counts=${page.counts} .filterState=${page.filter} .canUndo=${page.canUndo}></perch-counts>
          <perch-match-list .language=${language} .jobMatches=${page.matches} .counts=${page.counts} .sources=${page.sources} .hasMore=${page.hasMore} .isLoading=${isLoading} .isFirstRun=${isFirstRun} .currentId=${page.detail?.id ?? null} .newPostings=${page.newPostings} .now=${Date.now()}></perch-match-list>
        </section>
        ${page.detail === null ? nothing : html`<section class="pane pane-detail" aria-labelledby="posting-title"><perch-posting-detail class="posting" .language=${language} .detail=${page.detail}></perch-posting-detail></section>`}
        <div class="divider" aria-hidden="true"></div>
        <section class="pane pane-chat" id="chat" aria-labelledby="chat-title"><perch-chat .language=${language} .page=${page}></perch-chat></section>
      </main>
      <p class="sr" role="status" aria-live="polite" id="announcer">${page.running === null ? (page.counts === null ? '' : texts.shown(page.counts.total)) : texts.answering}</p>
      ${this.#notice()}`;
  }

  #banner(): TemplateResult | typeof nothing {
    const { texts } = this;
    const page = this.#store.state();
    if (page.connection === 'lost') {
      return html`<div class="banner" role="status">${icon('offline')}<span>${navigator.onLine ? texts.reconnecting : texts.offline}</span>
        <button class="button button-small" type="button" @click=${() => this.#store.retry()}>${texts.tryNow}</button></div>`;
    }
    return page.counts?.samples === true
      ? html`<div class="banner" role="status">${icon('bird')}<span>${texts.samplesBanner}</span></div>`
      : nothing;
  }

  #notice(): TemplateResult | typeof nothing {
    const { notice } = this.#store.state();
    if (notice === null) return nothing;
    const undo = (): void => {
      this.#store.run('undo', { changeId: notice.undoId });
      this.#store.dismissNotice();
    };
    return html`<div class="toast" role=${notice.failed ? 'alert' : 'status'}><span>${notice.text[this.language]}</span>
      ${notice.undoId === null ? nothing : html`<button class="toast-action" type="button" @click=${undo}>${this.texts.undo}</button>`}</div>`;
  }

  #run({ action, input }: Wish): void {
    if (action === 'show_job')
      this.#returnTo = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    this.#store.run(action, input);
  }

  #say(text: string): void {
    this.#store.say(text);
    if (matchMedia('(max-width: 56.24rem)').matches) this.tab = 'chat';
  }

  #close(): void {
    this.#store.closeDetail();
    void this.updateComplete.then(() => this.#returnTo?.focus());
  }

  #compose(): void {
    this.tab = 'chat';
    void this.updateComplete.then(() => this.querySelector<PerchComposer>('perch-composer')?.focus());
  }

  #changeLanguage(): void {
    this.language = nextLanguage(this.language);
    rememberLanguage(this.language);
    document.documentElement.lang = this.language;
  }

  #changeTheme(): void {
    const root = document.documentElement;
    const isDark =
      root.dataset['theme'] === 'dark' ||
      (root.dataset['theme'] === undefined && matchMedia('(prefers-color-scheme: dark)').matches);
    root.dataset['theme'] = isDark ? 'light' : 'dark';
    localStorage.setItem(STORED_THEME, root.dataset['theme']);
  }
}
customElements.define('perch-app', PerchApp);

function detailOf(event: Event): unknown {
  return event instanceof CustomEvent ? event.detail : null;
}

function wishOf(event: Event): Wish {
  const detail = detailOf(event);
  const action = typeof detail === 'object' && detail !== null && 'action' in detail ? String(detail.action) : '';
  return { action, input: typeof detail === 'object' && detail !== null && 'input' in detail ? detail.input : {} };
}
