/** The narrow bar at the side: brand, which postings are shown, commands and settings. */
import { html, nothing, type TemplateResult } from 'lit';
import { VIEWS, type View } from '../data/page-state.ts';
import { type IconName, icon } from '../icons.ts';
import { newsBadge } from './news-badge.ts';
import { PerchElement } from './perch-element.ts';

const ICONS: Readonly<Record<View, IconName>> = { matches: 'jobs', saved: 'save', hidden: 'hide', searches: 'bell' };

export class PerchRail extends PerchElement {
  static override properties = { ...PerchElement.properties, view: {}, news: { type: Number } };
  declare view: View;
  /** Saved searches with new matches. */
  declare news: number;

  constructor() {
    super();
    this.view = 'matches';
    this.news = 0;
  }

  protected override content(): TemplateResult {
    const { texts } = this;
    return html`<nav class="rail" aria-label=${texts.mainNavigation}>
      <a class="rail-brand" href="/" aria-label=${texts.start}>${icon('bird')}</a>
      <ul role="list">
        ${VIEWS.map(
          (view) =>
            html`<li><button class="rail-item" type="button" aria-current=${this.view === view ? 'page' : 'false'} @click=${() => this.tell('perch-view', view)}>${icon(ICONS[view])}<span>${view === 'matches' ? texts.jobs : texts.views[view]}</span>${view === 'searches' ? newsBadge(this.news, texts) : nothing}</button></li>`,
        )}
      </ul>
      <ul class="rail-end" role="list">
        <li><button class="rail-item" type="button" @click=${() => this.tell('perch-cv')}>${icon('file')}<span>${texts.cv.title}</span></button></li>
        <li><button class="rail-item" type="button" @click=${() => this.tell('perch-commands')}>${icon('search')}<span>${texts.commandShort}</span></button></li>
        <li><button class="rail-item" type="button" @click=${() => this.tell('perch-settings')}>${icon('settings')}<span>${texts.settingsShort}</span></button></li>
      </ul>
    </nav>`;
  }
}
customElements.define('perch-rail', PerchRail);
