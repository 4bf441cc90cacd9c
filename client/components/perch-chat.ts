/** The conversation: messages as a log, the running answer and what waits at its end, and where one writes. */
import type { Message } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PageState } from '../data/state.ts';
import { type IconName, icon } from '../icons.ts';
import { PerchElement } from './perch-element.ts';
import './perch-composer.ts';
import './perch-conversations.ts';
import type { PerchMessage } from './perch-message.ts';
import './perch-message.ts';
import './perch-queue.ts';

const STARTER_ICONS: IconName[] = ['search', 'clock', 'pay', 'download'];
/** Pixels from the end within which the log follows the answer. */
const NEAR_END = 240;

export class PerchChat extends PerchElement {
  static override properties = {
    ...PerchElement.properties,
    page: { attribute: false },
    isAway: { state: true },
  };
  declare page: PageState | null;
  /** The person has scrolled up to read. */
  declare isAway: boolean;
  #shown = '';
  #sizes: ResizeObserver | null = null;

  constructor() {
    super();
    this.page = null;
    this.isAway = false;
    this.addEventListener('perch-edit-last', () => this.#editLast());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes?.disconnect();
    this.#sizes = null;
  }

  protected override updated(): void {
    this.#watch();
    const id = this.page?.conversation?.id ?? '';
    if (!this.isAway || id !== this.#shown) this.#toEnd();
    this.#shown = id;
  }

  protected override content(): TemplateResult | typeof nothing {
    const { page, texts } = this;
    if (page === null) return nothing;
    const { messages, running, outgoing, queued } = page;
    const isEmpty = page.conversation !== null && messages.length === 0 && running === null && outgoing.length === 0;
    return html`<perch-conversations class="chat-bar" .language=${this.language} .conversation=${page.conversation} .found=${page.conversations}></perch-conversations>
      <div class="chat-log scroll" role="log" aria-live="off" aria-label=${texts.conversation} tabindex="0" @scroll=${this.#scrolled}>
        <p class="disclosure">${texts.disclosure}</p>
        ${isEmpty ? this.#welcome() : nothing}
        <ol class="log" role="list">
          ${repeat(
            messages,
            ({ id }) => id,
            (message) => this.#message(message),
          )}
          ${
            running === null || messages.some(({ id }) => id === running.messageId)
              ? nothing
              : html`<li class="message is-perch" aria-busy="true" data-turn=${running.turnId}><perch-message .language=${this.language} .author=${'assistant'} .parts=${running.parts} .turnState=${'running'} .says=${page.says}></perch-message></li>`
          }
        </ol>
        <perch-queue .language=${this.language} .queued=${queued} .outgoing=${outgoing} .isOnline=${page.connection === 'open'}></perch-queue>
        ${running === null && queued.length === 0 && outgoing.length === 0 ? this.#suggestions(messages) : nothing}
      </div>
      ${this.isAway && !isEmpty ? html`<p class="jump-row"><button class="jump" type="button" @click=${() => this.#jump()}>${icon('down')}${texts.jump}</button></p>` : nothing}
      <perch-composer class="composer-wrap" .language=${this.language} .conversationId=${page.conversation?.id ?? ''} .canAdd=${page.actions.some(({ name }) => name === 'add_job')} .isBusy=${running !== null} .note=${this.#note(page)}></perch-composer>`;
  }

  #message(message: Message): TemplateResult {
    const question = this.page?.messages.find(({ role, turnId }) => role === 'user' && turnId === message.turnId);
    return html`<li class="message ${message.role === 'user' ? 'is-user' : 'is-perch'}" data-message=${message.id}>
      <perch-message .language=${this.language} .message=${message} .author=${message.role} .parts=${message.parts} .turnState=${message.turnState} .says=${this.page?.says ?? {}} .question=${question ?? null} .mayBranch=${this.page?.running === null && this.page.connection === 'open'}></perch-message></li>`;
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
    if (page.queued.length > 0) return this.texts.queued(page.queued.length);
    if (page.assistant === null) return '';
    return page.assistant.kind === 'builtin' ? this.texts.builtinNote : this.texts.modelNote(page.assistant.name);
  }

  #suggestions(messages: readonly Message[]): TemplateResult | typeof nothing {
    const sentences =
      messages.at(-1)?.parts.flatMap((part) => (part.type === 'suggestions' ? part.sentences : [])) ?? [];
    if (sentences.length === 0) return nothing;
    return html`<div class="suggest-wrap"><ul class="suggestions" role="list" aria-label=${this.texts.suggestions}>
      ${sentences.map((sentence) => html`<li><button class="suggestion" type="button" @click=${() => this.tell('perch-say', sentence)}>${sentence}</button></li>`)}
    </ul></div>`;
  }

  #editLast(): void {
    const own = [...this.querySelectorAll<PerchMessage>('.is-user > perch-message')].at(-1);
    if (own?.mayBranch === true) own.isEditing = true;
  }

  #scrolled(event: Event): void {
    const log = event.currentTarget;
    if (log instanceof HTMLElement) this.isAway = log.scrollHeight - log.scrollTop - log.clientHeight > NEAR_END;
  }

  /** A keyboard that comes up, a window that shrinks: who read the end still does. */
  #watch(): void {
    const log = this.querySelector('.chat-log');
    if (log === null || this.#sizes !== null) return;
    this.#sizes = new ResizeObserver(() => {
      if (!this.isAway) this.#toEnd();
    });
    this.#sizes.observe(log);
  }

  #toEnd(): void {
    const log = this.querySelector('.chat-log');
    if (log !== null) log.scrollTop = log.scrollHeight;
  }

  #jump(): void {
    this.isAway = false;
    this.#toEnd();
    this.querySelector<HTMLElement>('.chat-log')?.focus();
  }
}
customElements.define('perch-chat', PerchChat);
