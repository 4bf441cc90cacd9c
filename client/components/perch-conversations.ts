/** The bar over the chat: which conversation this is, all others to search, rename and delete, a new one, a file. */
import type { ConversationLine } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PageState } from '../data/page-state.ts';
import { formatAge } from '../format.ts';
import { icon } from '../icons.ts';
import { PerchElement } from './perch-element.ts';

export class PerchConversations extends PerchElement {
  static override properties = {
    ...PerchElement.properties,
    conversation: { attribute: false },
    found: { attribute: false },
    isOpen: { state: true },
    renaming: { state: true },
    deleting: { state: true },
  };
  declare conversation: PageState['conversation'];
  declare found: PageState['conversations'];
  declare isOpen: boolean;
  declare renaming: string | null;
  declare deleting: string | null;

  constructor() {
    super();
    this.conversation = null;
    this.found = null;
    this.isOpen = false;
    this.renaming = null;
    this.deleting = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !this.isOpen) return;
      event.stopPropagation();
      this.#close(true);
    });
    this.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !this.contains(relatedTarget)) this.#close(false);
    });
  }

  protected override content(): TemplateResult {
    const { texts, conversation } = this;
    return html`<h2 id="chat-title"><button class="thread" type="button" aria-expanded=${this.isOpen} aria-controls="conversations" @click=${() => this.#toggle()}><span class="thread-name"><bdi>${conversation?.title || texts.newConversation}</bdi></span><span class="sr">, ${texts.conversations}</span>${icon('down')}</button></h2>
      ${conversation === null || conversation.title === '' ? nothing : html`<a class="icon-button" href=${this.address(`/api/conversations/${conversation.id}/markdown?language=${this.language}`)} download aria-label=${texts.asMarkdown}>${icon('download')}</a>`}
      <button class="icon-button" type="button" aria-label=${texts.newConversation} @click=${() => this.tell('perch-new')}>${icon('plus')}</button>
      <div class="conversations" id="conversations" ?hidden=${!this.isOpen}>${this.isOpen ? this.#panel() : nothing}</div>`;
  }

  #panel(): TemplateResult {
    const { texts, found } = this;
    return html`<div class="conversations-search">${icon('search')}<input type="search" aria-label=${texts.searchConversations} placeholder=${texts.searchConversations} maxlength="200" @input=${this.#search}></div>
      <ul class="conversation-lines" role="list">
        ${
          found === null
            ? nothing
            : found.lines.length === 0
              ? html`<li class="conversation-none">${texts.noConversation}</li>`
              : repeat(
                  found.lines,
                  ({ id }) => id,
                  (line) => html`<li>${this.#line(line)}</li>`,
                )
        }
      </ul>`;
  }

  #line(line: ConversationLine): TemplateResult {
    const { texts } = this;
    if (line.id === this.renaming) return this.#renameForm(line);
    if (line.id === this.deleting) return this.#deleteQuestion(line);
    const go = (): void => {
      this.#close(true);
      this.tell('perch-go', line.id);
    };
    return html`<button class="conversation-line" type="button" aria-current=${line.id === this.conversation?.id ? 'true' : 'false'} @click=${go}><bdi>${line.title}</bdi><span class="num">${formatAge(line.updatedAt, Date.now(), this.language)}</span></button>
      <button class="icon-button" type="button" aria-label=${texts.rename(line.title)} @click=${() => (this.renaming = line.id)}>${icon('edit')}</button>
      <button class="icon-button" type="button" aria-label=${texts.deleteThe(line.title)} @click=${() => (this.deleting = line.id)}>${icon('trash')}</button>`;
  }

  #renameForm({ id, title }: ConversationLine): TemplateResult {
    const { texts } = this;
    const done = (event: Event): void => {
      event.preventDefault();
      const field = this.querySelector<HTMLInputElement>('#conversation-title');
      const wanted = field?.value.trim() ?? '';
      if (wanted !== '') this.tell('perch-order', { type: 'conversation-rename', conversationId: id, title: wanted });
      this.renaming = null;
    };
    return html`<form class="conversation-form" @submit=${done}>
      <input id="conversation-title" type="text" maxlength="120" aria-label=${texts.titleLabel} .value=${title}>
      <button class="button button-small button-quiet" type="button" @click=${() => (this.renaming = null)}>${texts.cancel}</button>
      <button class="button button-small button-primary" type="submit">${texts.keep}</button></form>`;
  }

  #deleteQuestion({ id, title }: ConversationLine): TemplateResult {
    const { texts } = this;
    const sure = (): void => {
      this.deleting = null;
      this.tell('perch-order', { type: 'conversation-delete', conversationId: id });
    };
    return html`<div class="conversation-ask" role="group" aria-label=${texts.deleteThe(title)}><p><bdi>${texts.deleteAsk(title)}</bdi></p>
      <p class="edit-actions"><button class="button button-small button-quiet" type="button" id="keep-conversation" @click=${() => (this.deleting = null)}>${texts.cancel}</button>
      <button class="button button-small button-danger" type="button" @click=${sure}>${texts.deleteWord}</button></p></div>`;
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('isOpen') && this.isOpen) this.querySelector<HTMLElement>('input[type=search]')?.focus();
    if (changed.has('renaming') && this.renaming !== null)
      this.querySelector<HTMLInputElement>('#conversation-title')?.select();
    if (changed.has('deleting') && this.deleting !== null)
      this.querySelector<HTMLElement>('#keep-conversation')?.focus();
  }

  #toggle(): void {
    this.isOpen = !this.isOpen;
    if (this.isOpen) this.tell('perch-order', { type: 'conversation-list', query: '' });
  }

  #close(returnFocus: boolean): void {
    this.isOpen = false;
    this.renaming = null;
    this.deleting = null;
    if (returnFocus) this.querySelector<HTMLElement>('.thread')?.focus();
  }

  #search(event: Event): void {
    if (event.target instanceof HTMLInputElement)
      this.tell('perch-order', { type: 'conversation-list', query: event.target.value.slice(0, 200) });
  }
}
customElements.define('perch-conversations', PerchConversations);
