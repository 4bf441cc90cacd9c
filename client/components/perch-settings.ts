/** Settings of this page: language, colours, the person's country, sources of this conversation. */
import {
  type Filter,
  LANGUAGES,
  type Localized,
  type ShownPreferences,
  type SourceState,
  type Usage,
} from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { countryNames, guessCountry } from '../country-names.ts';
import { type Choice, type Kept, THEMES } from '../data/kept.ts';
import { languageNames } from '../i18n/index.ts';
import { icon } from '../icons.ts';
import { PerchDialog } from './perch-dialog.ts';
import './perch-employers.ts';
import './perch-model-settings.ts';

export class PerchSettings extends PerchDialog {
  static override properties = {
    ...PerchDialog.properties,
    kept: { attribute: false },
    sources: { attribute: false },
    filter: { attribute: false },
    preferences: { attribute: false },
    usage: { attribute: false },
    answer: { attribute: false },
  };
  declare kept: Kept | null;
  declare sources: SourceState[];
  declare filter: Filter;
  declare preferences: ShownPreferences | null;
  declare usage: Usage | null;
  declare answer: Localized | null;

  constructor() {
    super();
    this.kept = null;
    this.sources = [];
    this.filter = {};
    this.preferences = null;
    this.usage = null;
    this.answer = null;
  }

  protected override content(): TemplateResult | typeof nothing {
    const { texts, kept } = this;
    if (!this.isOpen || kept === null) return nothing;
    const prefer = (change: Choice): void => this.tell('perch-prefer', change);
    return html`<dialog class="sheet" aria-labelledby="settings-title" @close=${this.closed} @click=${this.clicked}>
      <div class="sheet-body">
        <div class="sheet-head"><h2 id="settings-title">${texts.settings}</h2><button class="icon-button" type="button" aria-label=${texts.closeDialog} @click=${() => this.close()}>${icon('close')}</button></div>
        <label class="setting">${texts.language}<select id="language" @change=${(event: Event) => prefer({ language: LANGUAGES.find((known) => known === chosen(event)) ?? kept.language })}>
          ${languageNames().map(({ language, name }) => html`<option value=${language} lang=${language} ?selected=${language === kept.language}>${name}</option>`)}
        </select></label>
        <label class="setting">${texts.theme}<select id="theme" @change=${(event: Event) => prefer({ theme: THEMES.find((known) => known === chosen(event)) ?? kept.theme })}>
          ${THEMES.map((theme) => html`<option value=${theme} ?selected=${theme === kept.theme}>${texts.themes[theme]}</option>`)}
        </select></label>
        <label class="setting">${texts.homeCountry}<select id="home-country" @change=${(event: Event) => prefer({ homeCountry: chosen(event) || null, wasAsked: true })}>${this.#countries(this.preferences?.homeCountry ?? '')}</select></label>
        <p class="fact-note">${texts.homeCountryNote}</p>
        ${this.sources.length === 0 ? nothing : this.#sources()}
        <perch-employers .language=${this.language} .employers=${this.sources.filter(({ isFollowed }) => isFollowed)} @perch-followed=${() => this.close()}></perch-employers>
        <perch-model-settings .language=${this.language} .preferences=${this.preferences} .usage=${this.usage} .answer=${this.answer}></perch-model-settings>
        ${this.#leaning()}
        <button class="switch" type="button" role="switch" aria-checked=${kept.shortcuts} @click=${() => prefer({ shortcuts: !kept.shortcuts })}>${texts.shortcutsOn}</button>
      </div>
    </dialog>`;
  }

  /** Whether saves and hides count in scores, and what was taken out of that. */
  #leaning(): TemplateResult | typeof nothing {
    const { preferences } = this;
    const words = this.texts.leaning;
    if (preferences === null) return nothing;
    const set = (input: object): void => this.tell('perch-run', { action: 'set_preferences', input });
    const { learnsFromMarks, leaningsOff } = preferences;
    return html`<div><button class="switch" type="button" role="switch" aria-checked=${learnsFromMarks} @click=${() => set({ learnsFromMarks: !learnsFromMarks })}>${words.setting}</button>
      <p class="fact-note">${words.note} ${leaningsOff.length === 0 ? nothing : html`<button class="link-button" type="button" @click=${() => set({ leaningsOff: [] })}>${words.again(leaningsOff.length)}</button>`}</p></div>`;
  }

  /** The country of the time zone stands first, as a guess; nothing is chosen unasked. */
  #countries(now: string): TemplateResult {
    const all = countryNames(this.language);
    const guess = guessCountry();
    const first = all.filter(({ code }) => code === guess);
    return html`<option value="" ?selected=${now === ''}>${this.texts.homeCountryNone}</option>
      ${[...first, ...all.filter(({ code }) => code !== guess)].map(({ code, name }) => html`<option value=${code} ?selected=${code === now}>${name}</option>`)}`;
  }

  #sources(): TemplateResult {
    const { texts } = this;
    const off = new Set(this.filter.exclude?.sources);
    const flip = (source: string): void => {
      const change = { exclude: { sources: [source] } };
      this.tell('perch-run', { action: 'set_filter', input: off.has(source) ? { remove: change } : { add: change } });
    };
    return html`<fieldset class="switches"><legend>${texts.sourcesOnOff}</legend>
      ${this.sources.filter(({ isFollowed }) => !isFollowed).map(({ source, title }) => html`<button class="switch" type="button" role="switch" aria-checked=${!off.has(source)} @click=${() => flip(source)}>${title}</button>`)}
      <p class="fact-note">${texts.sourcesNote}</p></fieldset>`;
  }
}
customElements.define('perch-settings', PerchSettings);

function chosen({ target }: Event): string {
  return target instanceof HTMLSelectElement ? target.value : '';
}
