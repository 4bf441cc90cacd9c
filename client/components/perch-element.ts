/**
 * What all elements share: they render into the page itself, so that one set of styles and one focus order hold
 * (the page is a single design), and a part that fails says so while the rest goes on.
 */
import type { Language } from '../../server/protocol/index.ts';
import { html, LitElement, type nothing, render, type TemplateResult } from 'lit';
import { type Texts, textsOf } from '../i18n/index.ts';

export abstract class PerchElement extends LitElement {
  static override properties = { language: {} };
  declare language: Language;

  constructor() {
    super();
    this.language = 'en';
  }

  protected get texts(): Texts {
    return textsOf(this.language);
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): unknown {
    return this.content();
  }

  /** Whatever fails while this part is brought up to date stays in this part. */
  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch (error) {
      reportError(error);
      const broken = html`<p class="notice broken" role="alert">${this.texts.broken}
        <button class="link-button" type="button" @click=${() => this.requestUpdate()}>${this.texts.tryAgain}</button></p>`;
      render(broken, this);
    }
  }

  /** What the element shows. */
  protected abstract content(): TemplateResult | typeof nothing;

  /** An address of Perch, also when this page is somebody else's. */
  protected address(path: string): string {
    return new URL(path, this.closest<HTMLElement>('perch-app')?.dataset['server'] ?? location.href).href;
  }

  /** Tells the element around it what the person wants. */
  protected tell(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
