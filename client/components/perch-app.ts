/** The whole page: list beside chat, a posting beside both, tabs where it is narrow. */
import { html, nothing, type TemplateResult } from 'lit';
import { keepShell } from '../controllers/offline-shell.ts';
import { shortcutOf } from '../controllers/shortcuts.ts';
import { StateController } from '../controllers/state-controller.ts';
import { grantWishes } from '../controllers/wishes.ts';
import { noAddress, pageAddress } from '../data/address.ts';
import { announce, silence } from '../data/announcement.ts';
import { adopt, type Choice, choose, type Kept, keep, personal, readKept, untold } from '../data/kept.ts';
import { emptyState, type PageState } from '../data/page-state.ts';
import { createStore, type Store } from '../data/store.ts';
import type { ShortcutName } from '../i18n/around-texts.ts';
import { loadTexts } from '../i18n/index.ts';
import { icon } from '../icons.ts';
import type { PerchCommandBar } from './perch-command-bar.ts';
import type { PerchComposer } from './perch-composer.ts';
import type { PerchCv } from './perch-cv.ts';
import type { PerchDrop } from './perch-drop.ts';
import { PerchElement } from './perch-element.ts';
import type { PerchListPane } from './perch-list-pane.ts';
import type { PerchSettings } from './perch-settings.ts';
import type { PerchShortcuts } from './perch-shortcuts.ts';
import './perch-banner.ts';
import './perch-chat.ts';
import './perch-command-bar.ts';
import './perch-compare.ts';
import './perch-cv.ts';
import './perch-drop.ts';
import './perch-list-pane.ts';
import './perch-posting-detail.ts';
import './perch-rail.ts';
import './perch-settings.ts';
import './perch-shortcuts.ts';
import './perch-toast.ts';

const NARROW = '(max-width: 56.24rem)';

export class PerchApp extends PerchElement {
  static override properties = {
    ...PerchElement.properties,
    server: {},
    tab: { state: true },
    kept: { state: true },
    isReady: { state: true },
  };
  /** Where Perch answers, when this page is somebody else's; empty on Perch's own page. */
  declare server: string;
  declare tab: 'jobs' | 'chat';
  declare kept: Kept;
  /** The texts of the person's language are here. */
  declare isReady: boolean;
  #store: Store | null = null;
  #returnTo: HTMLElement | null = null;
  #said = silence;
  #adopted: PageState['preferences'] = null;
  #reminded: PageState['preferences'] = null;
  #endings: (() => void)[] = [];

  constructor() {
    super();
    this.server = '';
    this.tab = 'jobs';
    this.kept = readKept();
    this.isReady = false;
  }

  get page(): PageState {
    return this.#store?.state() ?? emptyState;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const isOwn = this.server === '';
    const server = new URL(isOwn ? location.href : this.server, location.href);
    this.dataset['server'] = server.origin;
    const store = createStore({
      address: isOwn ? pageAddress : noAddress,
      server,
      isOwn,
      language: () => this.language,
    });
    this.#store = store;
    if (isOwn) void keepShell();
    this.addController(new StateController(this, store));
    void this.#take(this.kept);
    const ending = new AbortController();
    const { signal } = ending;
    addEventListener('popstate', () => store.follow(), { signal });
    addEventListener('keydown', (event) => this.#key(event), { signal });
    this.addEventListener('perch-compose', (event) => void this.#compose(detailOf(event)), { signal });
    this.addEventListener('perch-commands', () => this.querySelector<PerchCommandBar>('perch-command-bar')?.open(), {
      signal,
    });
    this.addEventListener('perch-settings', () => this.querySelector<PerchSettings>('perch-settings')?.open(), {
      signal,
    });
    this.addEventListener('perch-shortcuts', () => this.querySelector<PerchShortcuts>('perch-shortcuts')?.open(), {
      signal,
    });
    this.addEventListener('perch-file', (event) => this.querySelector<PerchDrop>('perch-drop')?.take([event.detail]), {
      signal,
    });
    this.addEventListener('perch-cv', (event) => this.querySelector<PerchCv>('perch-cv')?.openAt(detailOf(event)), {
      signal,
    });
    this.addEventListener('perch-retry', () => store.retry(), { signal });
    this.addEventListener('perch-dismiss', () => store.dismissNotice(), { signal });
    this.addEventListener('perch-prefer', (event) => this.#prefer(event.detail), { signal });
    const grant = grantWishes(this, store, (name, detail) => this.#before(name, detail));
    this.#endings = [grant, () => ending.abort(), () => store.close()];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const end of this.#endings) end();
  }

  protected override willUpdate(): void {
    const { detail, compared, preferences, conversation, connection } = this.page;
    if (preferences !== null && preferences !== this.#adopted) {
      this.#adopted = preferences;
      void this.#take(adopt(this.kept, preferences));
    }
    // Actions run in a conversation.
    if (connection === 'open' && conversation !== null && preferences !== this.#reminded) this.#remind(preferences);
    this.#said = announce(this.#said, this.page, this.texts, this.language);
    this.dataset['state'] = detail === null && compared === null ? 'main' : 'detail';
    this.dataset['tab'] = this.tab;
  }

  protected override content(): TemplateResult | typeof nothing {
    const { page, texts, language } = this;
    if (!this.isReady) return nothing;
    const total = page.counts?.total;
    const news = page.searches?.filter(({ hasNews }) => hasNews).length ?? 0;
    return html`<a class="skip" href="#matches">${texts.skipToMatches}</a><a class="skip" href="#chat">${texts.skipToChat}</a>
      <perch-rail .language=${language} .view=${page.view} .news=${news}></perch-rail>
      <header class="topbar">
        <a class="topbar-brand" href=${this.address('/')} aria-label=${texts.start}>${icon('bird')}</a>
        <div class="tabs" role="group" aria-label=${texts.view}>
          <button class="tab" type="button" aria-pressed=${this.tab === 'jobs'} @click=${() => (this.tab = 'jobs')}>${texts.jobs}<span class="num">${total === undefined ? '' : ` (${total})`}</span></button>
          <button class="tab" type="button" aria-pressed=${this.tab === 'chat'} @click=${() => (this.tab = 'chat')}>${texts.chat}${page.running === null ? nothing : html`<span class="dot"><span class="sr">, ${texts.answering}</span></span>`}</button>
        </div>
        <button class="icon-button" type="button" aria-label=${texts.cv.title} @click=${() => this.tell('perch-cv')}>${icon('file')}</button>
        <button class="icon-button" type="button" aria-label=${texts.settings} @click=${() => this.tell('perch-settings')}>${icon('settings')}</button>
      </header>
      <perch-banner .language=${language} .connection=${page.connection} .waiting=${page.outgoing.length}></perch-banner>
      <main class="panes">
        <h1 class="sr">Perch</h1>
        <section class="pane pane-list" id="matches" tabindex="-1" aria-labelledby=${page.view === 'matches' ? 'matches-title' : 'marked-title'}><perch-list-pane .language=${language} .page=${page} .news=${news} .homeCountry=${page.preferences?.homeCountry ?? ''} .asksCountry=${page.preferences?.homeCountry === null && !this.kept.wasAsked}></perch-list-pane></section>
        ${this.#side(page)}
        <div class="divider" aria-hidden="true"></div>
        <section class="pane pane-chat" id="chat" tabindex="-1" aria-labelledby="chat-title"><perch-chat .language=${language} .page=${page}></perch-chat></section>
      </main>
      <p class="sr" role="status" aria-live="polite" id="announcer">${this.#said.words}</p>
      <perch-toast .language=${language} .notice=${page.notice}></perch-toast>
      <perch-command-bar .language=${language} .actions=${page.actions}></perch-command-bar>
      <perch-settings .language=${language} .kept=${this.kept} .sources=${page.sources} .filter=${page.filter.filter} .preferences=${page.preferences} .usage=${page.usage} .answer=${page.notice?.text ?? null}></perch-settings>
      <perch-shortcuts .language=${language} .areOn=${this.kept.shortcuts}></perch-shortcuts>
      <perch-cv .language=${language} .conversationId=${page.conversation?.id} .preferences=${page.preferences}></perch-cv>
      <perch-drop .language=${language}></perch-drop>`;
  }

  #side({ detail, compared }: PageState): TemplateResult | typeof nothing {
    if (compared !== null)
      return html`<section class="pane pane-detail" aria-labelledby="compare-title"><perch-compare class="posting" .language=${this.language} .compared=${compared}></perch-compare></section>`;
    if (detail === null) return nothing;
    return html`<section class="pane pane-detail" aria-labelledby="posting-title"><perch-posting-detail class="posting" .language=${this.language} .detail=${detail}></perch-posting-detail></section>`;
  }

  #before(name: string, detail: unknown): void {
    const action = typeof detail === 'object' && detail !== null && 'action' in detail ? detail.action : '';
    if (name === 'perch-run' && (action === 'show_job' || action === 'compare_jobs'))
      this.#returnTo = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    if (name.startsWith('perch-say') && matchMedia(NARROW).matches) this.tab = 'chat';
    if (name === 'perch-view') this.tab = 'jobs';
    if (name === 'perch-close') void this.updateComplete.then(() => this.#returnTo?.focus());
  }

  async #compose(text: unknown): Promise<void> {
    this.tab = 'chat';
    if (typeof text === 'string' && this.page.detail !== null && matchMedia(NARROW).matches) this.#store?.closeDetail();
    await this.updateComplete;
    const composer = this.querySelector<PerchComposer>('perch-composer');
    if (typeof text === 'string') await composer?.begin(text);
    else composer?.focus();
  }

  #prefer(choice: Choice): void {
    void this.#take(choose(this.kept, choice));
    const change = personal(choice);
    // Without a line it is told when that is back; only a country, which the server alone keeps, has to be said again.
    if (change !== null && (this.page.connection === 'open' || choice.homeCountry !== undefined))
      this.#store?.run('set_preferences', change);
  }

  /** Tells the server what was chosen while it did not hear. */
  #remind(preferences: PageState['preferences']): void {
    this.#reminded = preferences;
    const change = preferences === null ? null : untold(adopt(this.kept, preferences));
    if (change !== null) this.#store?.run('set_preferences', change);
  }

  /** A language whose texts do not come changes nothing. */
  async #take(wanted: Kept): Promise<void> {
    const isHere = await loadTexts(wanted.language);
    const kept = isHere
      ? wanted
      : { ...wanted, language: this.language, unsent: wanted.unsent.filter((name) => name !== 'language') };
    this.kept = kept;
    this.language = kept.language;
    this.isReady = true;
    keep(kept);
    // Language and colours of somebody else's page are theirs.
    const root = this.server === '' ? document.documentElement : this;
    root.lang = kept.language;
    if (kept.theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = kept.theme;
  }

  #key(event: KeyboardEvent): void {
    const name = event.defaultPrevented ? null : shortcutOf(event, this.kept.shortcuts);
    if (name === null) return;
    const isDone = this.#shortcut(name);
    if (isDone) event.preventDefault();
  }

  #shortcut(name: ShortcutName): boolean {
    switch (name) {
      case 'commands':
        this.tell('perch-commands');
        return true;
      case 'help':
        this.tell('perch-shortcuts');
        return true;
      case 'compose':
        void this.#compose(null);
        return true;
      case 'undo':
        this.#store?.run('undo', {});
        return true;
      case 'close':
        if (this.dataset['state'] !== 'detail' || this.querySelector('dialog[open]') !== null) return false;
        this.tell('perch-close');
        return true;
      default:
        return this.querySelector<PerchListPane>('perch-list-pane')?.act(name) ?? false;
    }
  }
}
customElements.define('perch-app', PerchApp);

function detailOf(event: Event): unknown {
  return event instanceof CustomEvent ? event.detail : null;
}
