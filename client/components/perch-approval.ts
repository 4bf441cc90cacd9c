/** Yes or no to what the assistant may do only with the person's approval, with all that it would be given. */
import { html, nothing, type TemplateResult } from 'lit';
import { PerchElement } from './perch-element.ts';

/** Never shown, not even to whoever typed it. */
const SECRETS = new Set(['key']);

export class PerchApproval extends PerchElement {
  static override properties = {
    ...PerchElement.properties,
    input: { attribute: false },
    callId: {},
    messageId: {},
  };
  declare input: unknown;
  declare callId: string;
  /** The saved answer; empty while it is being written, and then there is nothing to answer yet. */
  declare messageId: string;

  constructor() {
    super();
    this.input = null;
    this.callId = '';
    this.messageId = '';
  }

  protected override content(): TemplateResult {
    const { texts, messageId, callId } = this;
    const answer = (approves: boolean): void =>
      this.tell('perch-order', { type: 'approval-answer', messageId, callId, approves });
    return html`<div class="approval">
      <dl class="approval-facts">${factsOf(this.input).map(
        ([name, value]) =>
          html`<div><dt>${texts.approvalFields[name] ?? name}</dt><dd class="approval-body" tabindex=${value.length > 300 ? 0 : -1}><bdi>${SECRETS.has(name) ? '••••' : value}</bdi></dd></div>`,
      )}</dl>
      ${
        messageId === ''
          ? nothing
          : html`<p class="approval-actions">
              <button class="button button-small button-primary" type="button" @click=${() => answer(true)}>${texts.approve}</button>
              <button class="button button-small" type="button" @click=${() => answer(false)}>${texts.deny}</button></p>`
      }</div>`;
  }
}
customElements.define('perch-approval', PerchApproval);

/** Name and value of each thing that is given, exactly. */
function factsOf(input: unknown): [string, string][] {
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).map(([name, value]) => [name, wordsOf(value)]);
}

function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsOf).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
