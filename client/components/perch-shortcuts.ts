/** `?`: the keys there are, and the switch that turns single ones off. */
import { html, nothing, type TemplateResult } from 'lit';
import { SHORTCUTS } from '../controllers/shortcuts.ts';
import { icon } from '../icons.ts';
import { PerchDialog } from './perch-dialog.ts';

export class PerchShortcuts extends PerchDialog {
  static override properties = { ...PerchDialog.properties, areOn: { type: Boolean } };
  declare areOn: boolean;

  constructor() {
    super();
    this.areOn = true;
  }

  protected override content(): TemplateResult | typeof nothing {
    if (!this.isOpen) return nothing;
    const { texts } = this;
    const flip = (): void => this.tell('perch-prefer', { shortcuts: !this.areOn });
    return html`<dialog class="sheet" aria-labelledby="shortcuts-title" @close=${this.closed} @click=${this.clicked}>
      <div class="sheet-body">
        <div class="sheet-head"><h2 id="shortcuts-title">${texts.shortcutsTitle}</h2><button class="icon-button" type="button" aria-label=${texts.closeDialog} @click=${() => this.close()}>${icon('close')}</button></div>
        <dl class="keys">${SHORTCUTS.map(({ name, keys, always }) => html`<div class=${this.areOn || always === true ? '' : 'is-off'}><dt>${texts.shortcut[name]}</dt><dd>${keys.map((key) => html`<kbd>${key}</kbd>`)}</dd></div>`)}</dl>
        <button class="switch" type="button" role="switch" aria-checked=${this.areOn} @click=${flip}>${texts.shortcutsOn}</button>
        <p class="fact-note">${texts.shortcutsNote}</p>
      </div>
    </dialog>`;
  }
}
customElements.define('perch-shortcuts', PerchShortcuts);
