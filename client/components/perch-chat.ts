/** The conversation: messages as a log, the running answer at its end, and where one writes. */
import type { Message } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PageState } from '../data/state.ts';
import { type IconName, icon } from '../icons.ts';
import { PerchElement } from './perch-element.ts';
import './perch-composer.ts';
import './perch-message.ts';

const STARTER_ICONS: IconName[] = ['search', 'clock', 'pay', 'download'];

export class PerchChat extends PerchElement {
  static override properties = { ...PerchElement.properties, page: { attribute: false } };
  declare page: PageState | null;

  constructor() {
    super();
    this.page = null;
  }

  protected override updated(): void {
    const log = this.querySelector('.chat-log');
    if (log === null) return;
    // Follow the answer unless the person has scrolled up to read.
    const isNearEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 240;
    if (isNearEnd) log.scrollTop = log.scrollHeight;
  }

  protected override content(): TemplateResult | typeof nothing {
    const { page, texts } = this;
    if (page === null) return nothing;
    const { messages, running, pending } = page;
    const isEmpty = messages.length === 0 && running === null && pending === null;
    return html`<div class="chat-bar">
        <h2 id="chat-title"><span class="thread"><span class="thread-name"><bdi>${page.conversation?.title || texts.newConversation}</bdi></span></span></h2>
        <button class="icon-button" type="button" aria-label=${texts.newConversation} @click=${() => this.tell('perch-new')}>${icon('plus')}</button>
      </div>
      <div class="chat-log scroll" role="log" aria-live="off" aria-label=${texts.conversation} tabindex="0">
        <p class="disclosure">${texts.disclosure}</p>
        ${isEmpty ? this.#welcome() : nothing}
        <ol class="log" role="list">
          ${repeat(
            messages,
            ({ id }) => id,
            (message) => this.#message(message),
          )}
          ${
            pending === null || messages.some(({ id }) => id === pending.messageId)
              ? nothing
              : html`<li class="message is-user"><perch-message .language=${this.language} .parts=${[{ type: 'text', id: 'said', text: pending.text }]}></perch-message></li>`
          }
          ${
            running === null || messages.some(({ id }) => id === running.messageId)
              ? nothing
              : html`<li class="message is-perch" aria-busy="true" data-turn=${running.turnId}><perch-message .language=${this.language} .author=${'assistant'} .parts=${running.parts} .turnState=${'running'} .says=${page.says}></perch-message></li>`
          }
        </ol>
      </div>
      <perch-composer class="composer-wrap" .language=${this.language} .isBusy=${running !== null} .isLost=${page.connection !== 'open'} .note=${this.#note(page)} .suggestions=${running === null ? this.#suggestions(messages) : []}></perch-composer>`;
  }

  #message(message: Message): TemplateResult {
    const question = this.page?.messages.find(({ role, turnId }) => role === 'user' && turnId === message.turnId);
    const words = question?.parts.map((part) => (part.type === 'text' ? part.text : '')).join('') ?? '';
    return html`<li class="message ${message.role === 'user' ? 'is-user' : 'is-perch'}" data-message=${message.id}>
      <perch-message .language=${this.language} .author=${message.role} .parts=${message.parts} .turnState=${message.turnState} .says=${this.page?.says ?? {}} .question=${words}></perch-message></li>`;
  }

  #welcome(): TemplateResult {
    const { texts } = this;
    return html`<div class="welcome">
      <p class="welcome-mark">${icon('bird')}</p>
      <h2 class="welcome-title">${texts.welcomeTitle}</h2>
      <p class="welcome-text">${texts.welcomeText}</p>
      <ul class="starter" role="list">
        ${texts.starters.map(
          ({ sentence, text }, index) => html`<li>
            <button type="button" class="starter-card" @click=${() => this.tell('perch-say', sentence)}>
              ${icon(STARTER_ICONS[index] ?? 'search')}<span class="starter-title">${sentence}</span><span class="starter-note">${text}</span>
            </button>
          </li>`,
        )}
      </ul>
      <p class="welcome-key">${icon('shield')}<span>${texts.keyNote}</span></p>
    </div>`;
  }

  #note(page: PageState): string {
    if (page.assistant === null) return '';
    return page.assistant.kind === 'builtin' ? this.texts.builtinNote : this.texts.modelNote(page.assistant.name);
  }

  #suggestions(messages: readonly Message[]): string[] {
    const last = messages.at(-1);
    return last?.parts.flatMap((part) => (part.type === 'suggestions' ? part.sentences : [])) ?? [];
  }
}
customElements.define('perch-chat', PerchChat);
