/** The sources and how each stands, a line each. */
import type { SourceState } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { type IconName, icon } from '../icons.ts';
import { PerchElement } from './perch-element.ts';

const SOURCE_LOOK: Record<SourceState['state'], { icon: IconName; look: string }> = {
  done: { icon: 'met', look: 'met' },
  running: { icon: 'clock', look: 'partly' },
  never: { icon: 'unknown', look: 'unknown' },
  failed: { icon: 'alert', look: 'missing' },
};

export class PerchSourceLines extends PerchElement {
  static override properties = { ...PerchElement.properties, sources: { attribute: false } };
  declare sources: SourceState[];

  constructor() {
    super();
    this.sources = [];
  }

  protected override content(): TemplateResult | typeof nothing {
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
}
customElements.define('perch-source-lines', PerchSourceLines);
