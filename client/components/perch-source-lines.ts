/** The sources and how each stands: those that fail or are being read at once, the others when one wants to know. */
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
    const { sources, texts } = this;
    if (sources.length === 0) return nothing;
    const told = sources.filter(({ state }) => state === 'failed' || state === 'running');
    const quiet = sources.filter(({ state }) => state === 'done' || state === 'never');
    const answered = sources.filter(({ state }) => state === 'done').length;
    return html`<section class="source-panel" aria-labelledby="sources-title">
      <div class="source-head"><h3 id="sources-title">${texts.sourcesTitle}</h3><p>${texts.sourcesText}</p></div>
      ${this.#lines(told)}
      <details><summary class="num">${texts.sourcesAnswered(answered, sources.length)}</summary>${this.#lines(quiet)}</details>
    </section>`;
  }

  #lines(sources: readonly SourceState[]): TemplateResult | typeof nothing {
    if (sources.length === 0) return nothing;
    return html`<ul class="source-lines" role="list">
      ${sources.map(
        (source) =>
          html`<li data-verdict=${SOURCE_LOOK[source.state].look}>${icon(SOURCE_LOOK[source.state].icon)}<span class="source-name">${source.title}</span><span class="source-text num">${source.line[this.language]}</span></li>`,
      )}
    </ul>`;
  }
}
customElements.define('perch-source-lines', PerchSourceLines);
