/** Employers whose own boards the person follows: one is added by the address of its careers page, each can be let go. */
import type { SourceState } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { PerchElement } from './perch-element.ts';

export class PerchEmployers extends PerchElement {
  static override properties = { ...PerchElement.properties, employers: { attribute: false } };
  declare employers: readonly SourceState[];

  constructor() {
    super();
    this.employers = [];
  }

  protected override content(): TemplateResult {
    const { texts, employers } = this;
    return html`<form class="switches" aria-labelledby="employers-title" @submit=${this.#follow}>
      <h3 class="setting" id="employers-title">${texts.employers}</h3>
      ${employers.length === 0 ? nothing : html`<ul class="source-lines" role="list">${employers.map((employer) => this.#line(employer))}</ul>`}
      <label class="setting">${texts.employerAddress}<input name="address" type="text" inputmode="url" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="2000" placeholder="https://jobs.lever.co/…" required></label>
      <p class="fact-note">${texts.employerNote}</p>
      <button class="button" type="submit">${texts.follow}</button>
    </form>`;
  }

  #line({ source, title, line }: SourceState): TemplateResult {
    // "greenhouse:acme" is what the action knows it by, too.
    const letGo = (): void =>
      this.tell('perch-run', { action: 'follow_employer', input: { employer: source, off: true } });
    return html`<li><span class="source-name">${title}</span><span class="source-text num">${line[this.language]}</span>
      <button class="link-button" type="button" aria-label=${this.texts.unfollow(title)} @click=${letGo}>${this.texts.unfollowShort}</button></li>`;
  }

  readonly #follow = (event: Event): void => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const address = new FormData(event.target).get('address');
    if (typeof address !== 'string' || address.trim() === '') return;
    this.tell('perch-run', { action: 'follow_employer', input: { employer: address.trim() } });
    // What comes of it is told outside the dialog.
    this.tell('perch-followed');
  };
}
customElements.define('perch-employers', PerchEmployers);
