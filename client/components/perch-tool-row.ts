/** What the assistant did, on its line: running, waiting for the person, done with Undo, failed or denied. */
import type { Localized, Outcome, Part } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { type IconName, icon } from '../icons.ts';
import './perch-approval.ts';
import { PerchElement } from './perch-element.ts';
import { runMarks } from './run-marks.ts';

type ActionPart = Extract<Part, { type: 'action' }>;

const ICONS: Record<string, IconName> = {
  set_filter: 'filter',
  clear_filters: 'filter',
  get_filters: 'filter',
  undo: 'undo',
  fetch_jobs: 'sources',
  list_sources: 'sources',
  export: 'download',
  save_job: 'saved',
  hide_job: 'hide',
  show_job: 'jobs',
  show_more: 'list',
  count_jobs: 'search',
  compare_jobs: 'compare',
  show_marked: 'saved',
  save_search: 'bell',
  show_searches: 'bell',
  open_search: 'filter',
  remove_search: 'trash',
  show_unclear: 'unknown',
};
/** Where how it stands matters more than what it is. */
const MARKS: Partial<Record<ActionPart['state'], IconName>> = { failed: 'alert', waiting: 'shield', denied: 'close' };
/** Shorter ones feel instant; a time would only be noise. */
const TIME_SHOWN_MS = 100;
/** From then on a running action shows how long it takes. */
const SLOW_MS = 2_000;
const TICK_MS = 1_000;

export class PerchToolRow extends PerchElement {
  static override properties = {
    ...PerchElement.properties,
    actionPart: { attribute: false },
    says: { attribute: false },
    messageId: {},
    now: { state: true },
  };
  declare actionPart: ActionPart | null;
  declare says: Localized | null;
  /** The saved answer it belongs to; empty while that is being written. */
  declare messageId: string;
  /** The clock of a running action. */
  declare now: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.actionPart = null;
    this.says = null;
    this.messageId = '';
    this.now = Date.now();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override updated(): void {
    clearTimeout(this.#timer);
    if (this.actionPart?.state === 'running') this.#timer = setTimeout(() => (this.now = Date.now()), TICK_MS);
  }

  protected override content(): TemplateResult | typeof nothing {
    const part = this.actionPart;
    if (part === null) return nothing;
    const words = part.error ?? part.outcome?.line ?? this.says;
    const isRunning = part.state === 'running';
    // The server's clock may be ahead of this one.
    const since = Math.max(0, this.now - Date.parse(part.startedAt));
    const elapsed = isRunning ? (since < SLOW_MS ? 0 : since) : (part.elapsedMs ?? 0);
    const time = new Intl.NumberFormat(this.language, {
      style: 'unit',
      unit: 'second',
      maximumFractionDigits: isRunning ? 0 : 1,
    });
    return html`<span class="tool-mark ${isRunning ? 'is-busy' : ''}">${isRunning ? nothing : icon(MARKS[part.state] ?? ICONS[part.action] ?? 'check')}</span>
      <div class="tool-text"><p>${words?.[this.language] ?? part.action}${isRunning ? '…' : nothing}
        ${elapsed >= TIME_SHOWN_MS ? html`<span class="tool-time num">${time.format(elapsed / 1000)}</span>` : nothing}</p>
        ${this.#view(part.outcome)}
        ${part.state === 'waiting' ? html`<perch-approval .language=${this.language} .input=${part.input} .callId=${part.callId} .messageId=${this.messageId}></perch-approval>` : nothing}</div>
      ${this.#undo(part.outcome)}`;
  }

  #undo(outcome: Outcome | null): TemplateResult | typeof nothing {
    if (outcome?.undoId === null || outcome === null) return nothing;
    if (outcome.undone) return html`<span class="tool-undone">${this.texts.undone}</span>`;
    return html`<button class="link-button" type="button" @click=${() => this.tell('perch-run', { action: 'undo', input: { changeId: outcome.undoId } })}>${icon('undo')}${this.texts.undo}</button>`;
  }

  #view(outcome: Outcome | null): TemplateResult | typeof nothing {
    const view = outcome?.view ?? null;
    if (view?.kind === 'export')
      return html`<p><a class="button button-small" href=${this.address(view.url)} download>${icon('download')}${this.texts.download} ${view.format.toUpperCase()}</a></p>`;
    // What opens beside the chat is not repeated in it.
    if (view?.kind !== 'sources') return nothing;
    return html`<ul class="tool-lines" role="list">${view.lines.map(({ source, line, runs }) => html`<li><b>${source}</b> ${line[this.language]} ${runMarks(runs, this.texts)}</li>`)}</ul>`;
  }
}
customElements.define('perch-tool-row', PerchToolRow);
