/** What was said and waits: behind the running answer, or for the connection. */
import type { QueuedMessage } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Outgoing } from '../data/page-state.ts';
import { icon } from '../icons.ts';
import { PerchElement } from './perch-element.ts';
import './perch-message-editor.ts';

export class PerchQueue extends PerchElement {
  static override properties = {
    ...PerchElement.properties,
    queued: { attribute: false },
    outgoing: { attribute: false },
    isOnline: { type: Boolean },
    editing: { state: true },
  };
  declare queued: QueuedMessage[];
  declare outgoing: Outgoing[];
  declare isOnline: boolean;
  declare editing: string | null;

  constructor() {
    super();
    this.queued = [];
    this.outgoing = [];
    this.isOnline = true;
    this.editing = null;
  }

  protected override content(): TemplateResult | typeof nothing {
    if (this.queued.length === 0 && this.outgoing.length === 0) return nothing;
    return html`<ol class="log queue" role="list">
      ${repeat(
        this.queued,
        ({ messageId }) => messageId,
        (message) => (message.messageId === this.editing ? this.#editor(message) : this.#waiting(message)),
      )}
      ${this.outgoing.map(
        ({
          messageId,
          text,
        }) => html`<li class="message is-user"><p class="sr">${this.texts.you}</p><div class="bubble"><bdi>${text}</bdi></div>
          <p class="queued">${icon('clock')}${
            this.isOnline
              ? this.texts.onItsWay
              : html`${this.texts.waitsOffline}
            <button class="link-button" type="button" @click=${() => this.tell('perch-unsay', messageId)}>${this.texts.remove}</button>`
          }</p></li>`,
      )}
    </ol>`;
  }

  #waiting({ messageId, text }: QueuedMessage): TemplateResult {
    const { texts } = this;
    const order = (command: object): void => this.tell('perch-order', { messageId, ...command });
    return html`<li class="message is-user" data-queued=${messageId}><p class="sr">${texts.you}</p><div class="bubble"><bdi>${text}</bdi></div>
      <p class="queued">${icon('clock')}${texts.waits}
        <button class="link-button" type="button" @click=${() => order({ type: 'queue-run' })}>${texts.runNow}</button>
        <button class="link-button" type="button" @click=${() => (this.editing = messageId)}>${texts.edit}</button>
        <button class="link-button" type="button" @click=${() => order({ type: 'queue-change', text: null })}>${texts.remove}</button></p></li>`;
  }

  #editor({ messageId, text }: QueuedMessage): TemplateResult {
    const close = (): void => void (this.editing = null);
    return html`<li class="message is-user"><perch-message-editor class="message-editor" .language=${this.language} .text=${text}
      @perch-edited=${(event: CustomEvent<string>) => {
        close();
        this.tell('perch-order', { type: 'queue-change', messageId, text: event.detail });
      }} @perch-cancel=${close}></perch-message-editor></li>`;
  }
}
customElements.define('perch-queue', PerchQueue);
