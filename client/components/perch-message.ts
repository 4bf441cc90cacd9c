/** One message: the person's bubble, or what Perch did and said. */
import type { Localized, Message, Part } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons.ts';
import { renderMarkdown } from '../markdown.ts';
import { PerchElement } from './perch-element.ts';
import './perch-tool-row.ts';

export class PerchMessage extends PerchElement {
  static override properties = {
    ...PerchElement.properties,
    author: { attribute: false },
    parts: { attribute: false },
    turnState: {},
    says: { attribute: false },
    question: {},
  };
  declare author: Message['role'];
  declare parts: Part[];
  declare turnState: Message['turnState'];
  declare says: Record<string, Localized>;
  /** What was asked, so that an interrupted answer can go on. */
  declare question: string;

  constructor() {
    super();
    this.author = 'user';
    this.parts = [];
    this.turnState = 'ended';
    this.says = {};
    this.question = '';
  }

  protected override content(): TemplateResult {
    if (this.author === 'user') {
      return html`<p class="sr">${this.texts.you}</p><div class="bubble"><bdi>${this.parts.map((part) => (part.type === 'text' ? part.text : ''))}</bdi></div>`;
    }
    const actions = this.parts.filter((part) => part.type === 'action');
    return html`<p class="sr">Perch</p>
      ${
        actions.length === 0
          ? nothing
          : html`<ol class="wire" role="list">${actions.map(
              (part) =>
                html`<li><perch-tool-row class="tool ${part.state === 'running' ? 'is-running' : ''}" .language=${this.language} .actionPart=${part} .says=${this.says[part.action] ?? null}></perch-tool-row></li>`,
            )}</ol>`
      }
      <div class="prose">
        ${this.parts.map((part) => this.#part(part))}
        ${this.turnState === 'running' ? html`<span class="caret"></span>` : this.#ending()}
      </div>`;
  }

  #part(part: Part): TemplateResult | DocumentFragment | typeof nothing {
    if (part.type === 'text') return renderMarkdown(part.text);
    if (part.type === 'notice')
      return html`<p class="notice" role="note">${icon('alert')} ${part.text[this.language]}</p>`;
    return nothing;
  }

  #ending(): TemplateResult | typeof nothing {
    const words = {
      stopped: this.texts.stopped,
      interrupted: this.texts.interrupted,
      failed: this.texts.failed,
      ended: '',
      running: '',
    }[this.turnState];
    if (words === '') return nothing;
    return html`<p class="turn-state" data-state=${this.turnState}>${words}
      <button class="link-button" type="button" @click=${() => this.tell('perch-say', this.question)}>${icon('retry')}${this.texts.goOn}</button></p>`;
  }
}
customElements.define('perch-message', PerchMessage);
