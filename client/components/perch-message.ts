/** One message: the person's bubble with its versions, or what Perch did and said. */
import type { Localized, Message, Part } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { textOf } from '../data/message-text.ts';
import { icon } from '../icons.ts';
import { renderMarkdown } from '../markdown.ts';
import { PerchElement } from './perch-element.ts';
import './perch-message-editor.ts';
import './perch-message-tools.ts';
import './perch-tool-row.ts';

export class PerchMessage extends PerchElement {
  static override properties = {
    ...PerchElement.properties,
    message: { attribute: false },
    author: { attribute: false },
    parts: { attribute: false },
    turnState: {},
    says: { attribute: false },
    question: { attribute: false },
    mayBranch: { type: Boolean },
    isEditing: { state: true },
  };
  /** The saved message; null while it is on its way or being written. */
  declare message: Message | null;
  declare author: Message['role'];
  declare parts: Part[];
  declare turnState: Message['turnState'];
  declare says: Record<string, Localized>;
  /** The person's message that this one answers. */
  declare question: Message | null;
  /** Editing and answering again wait for the running answer. */
  declare mayBranch: boolean;
  declare isEditing: boolean;

  constructor() {
    super();
    this.message = null;
    this.author = 'user';
    this.parts = [];
    this.turnState = 'ended';
    this.says = {};
    this.question = null;
    this.mayBranch = false;
    this.isEditing = false;
  }

  protected override content(): TemplateResult {
    if (this.author === 'user') return this.#said();
    const actions = this.parts.filter((part) => part.type === 'action');
    // Until there are words, the row of what runs is the sign of life; a caret below would be pushed down by it.
    const said = textOf(this.parts);
    const isWriting = this.turnState === 'running';
    const isActing = actions.some(({ state }) => state === 'running') && said === '';
    return html`<p class="sr">Perch</p>
      ${
        actions.length === 0
          ? nothing
          : html`<ol class="wire" role="list">${actions.map(
              (part) =>
                html`<li><perch-tool-row class="tool ${part.state === 'running' ? 'is-running' : ''}" .language=${this.language} .actionPart=${part} .says=${this.says[part.action] ?? null} .messageId=${this.message?.id ?? ''}></perch-tool-row></li>`,
            )}</ol>`
      }
      ${
        isActing
          ? nothing
          : html`<div class="prose ${isWriting ? 'is-writing' : ''}">${this.parts.map((part) => this.#part(part))}
            ${isWriting && said === '' ? html`<span class="caret"></span>` : this.#ending()}</div>`
      }
      ${this.message === null ? nothing : html`<perch-message-tools class="message-tools" .language=${this.language} .message=${this.message} .question=${this.question} .mayBranch=${this.mayBranch}></perch-message-tools>`}`;
  }

  #said(): TemplateResult {
    const text = textOf(this.parts);
    const { message } = this;
    if (this.isEditing && message !== null) {
      const close = (): void => void (this.isEditing = false);
      return html`<perch-message-editor class="message-editor" .language=${this.language} .text=${text} .note=${this.texts.editNote}
        @perch-edited=${(event: CustomEvent<string>) => {
          close();
          this.tell('perch-say-again', { text: event.detail, replaces: message.id });
        }} @perch-cancel=${close}></perch-message-editor>`;
    }
    return html`<p class="sr">${this.texts.you}</p><div class="bubble"><bdi>${text}</bdi></div>
      ${message === null ? nothing : html`<perch-message-tools class="message-tools" .language=${this.language} .message=${message} .mayBranch=${this.mayBranch} @perch-edit=${() => (this.isEditing = true)}></perch-message-tools>`}`;
  }

  #part(part: Part): TemplateResult | typeof nothing {
    if (part.type === 'text') return renderMarkdown(part.text);
    if (part.type === 'notice')
      return html`<p class="notice" role="note">${icon('alert')} ${part.text[this.language]}</p>`;
    if (part.type === 'cost')
      return html`<p class="fact-note cost">${this.texts.modelCost(part.model, part.calls, part.inputTokens + part.outputTokens)}</p>`;
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
    const goOn = (): void => this.tell('perch-say', textOf(this.question?.parts ?? []));
    return html`<p class="turn-state" data-state=${this.turnState}>${words}
      <button class="link-button" type="button" @click=${goOn}>${icon('retry')}${this.texts.goOn}</button></p>`;
  }
}
customElements.define('perch-message', PerchMessage);
