/** The narrow bar at the side: brand, which postings are shown, commands and settings. */
import { html, type TemplateResult } from 'lit';
import type { View } from '../data/page-state.ts';
import { type IconName, icon } from '../icons.ts';
import { PerchElement } from './perch-element.ts';

const VIEWS: readonly { view: View; icon: IconName }[] = [
  { view: 'matches', icon: 'jobs' },
  { view: 'saved', icon: 'save' },
  { view: 'hidden', icon: 'hide' },
];

export class PerchRail extends PerchElement {
  static override properties = { ...PerchElement.properties, view: {} };
  declare view: View;

  constructor() {
    super();
    this.view = 'matches';
  }

  protected override content(): TemplateResult {
    const { texts } = this;
    return html`<nav class="rail" aria-label=${texts.mainNavigation}>
      <a class="rail-brand" href="/" aria-label=${texts.start}>${icon('bird')}</a>
      <ul role="list">
        ${VIEWS.map(
          ({ view, icon: name }) =>
            html`<li><button class="rail-item" type="button" aria-current=${this.view === view ? 'page' : 'false'} @click=${() => this.tell('perch-view', view)}>${icon(name)}<span>${view === 'matches' ? texts.jobs : texts.views[view]}</span></button></li>`,
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
