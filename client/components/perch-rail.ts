/** The narrow bar at the side: brand, where you are, theme and language. */
import { html, type TemplateResult } from 'lit';
import { icon } from '../icons.ts';
import { PerchElement } from './perch-element.ts';

export class PerchRail extends PerchElement {
  protected override content(): TemplateResult {
    const { texts } = this;
    return html`<nav class="rail" aria-label=${texts.mainNavigation}>
      <a class="rail-brand" href="/" aria-label=${texts.start}>${icon('bird')}</a>
      <ul role="list"><li><a class="rail-item" href="#matches" aria-current="page">${icon('jobs')}<span>${texts.jobs}</span></a></li></ul>
      <ul class="rail-end" role="list">
        <li><button class="rail-item" type="button" @click=${() => this.tell('perch-language')}>${icon('chat')}<span>${this.language.toUpperCase()}<span class="sr"> ${texts.language}</span></span></button></li>
        <li><button class="rail-item" type="button" @click=${() => this.tell('perch-theme')}>${icon('sun')}<span>${texts.theme}</span></button></li>
      </ul>
    </nav>`;
  }
}
customElements.define('perch-rail', PerchRail);
