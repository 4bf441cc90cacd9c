/** Which language model answers, with which key, what it may cost and has cost; and a button that tries it. */
import type { Localized, ShownPreferences, Usage } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { PerchElement } from './perch-element.ts';

const PROVIDERS = ['openai', 'anthropic', 'compatible'] as const;
type Provider = (typeof PROVIDERS)[number];
const LIMITS = ['callsPerHour', 'callsPerDay', 'tokensPerHour', 'tokensPerDay'] as const;

export class PerchModelSettings extends PerchElement {
  static override properties = {
    ...PerchElement.properties,
    preferences: { attribute: false },
    usage: { attribute: false },
    answer: { attribute: false },
    hasAsked: { state: true },
    provider: { state: true },
  };
  declare preferences: ShownPreferences | null;
  declare usage: Usage | null;
  /** What came of the last click, as a sentence; the toast lies behind an open dialog. */
  declare answer: Localized | null;
  declare hasAsked: boolean;
  /** What is chosen in the form; undefined until the person chooses. */
  declare provider: Provider | 'none' | undefined;

  constructor() {
    super();
    this.preferences = null;
    this.usage = null;
    this.provider = undefined;
    this.answer = null;
    this.hasAsked = false;
  }

  protected override content(): TemplateResult | typeof nothing {
    const { texts, preferences } = this;
    if (preferences === null) return nothing;
    const { model } = preferences;
    const provider = this.provider ?? model?.provider ?? 'none';
    const choose = ({ target }: Event): void => {
      if (target instanceof HTMLSelectElement)
        this.provider = PROVIDERS.find((known) => known === target.value) ?? 'none';
    };
    return html`<form class="model-form" @submit=${this.#save}>
      <fieldset class="switches"><legend>${texts.model}</legend>
        <label class="setting">${texts.modelProvider}<select name="provider" @change=${choose}>
          <option value="none" ?selected=${provider === 'none'}>${texts.modelNone}</option>
          ${PROVIDERS.map((known) => html`<option value=${known} ?selected=${known === provider}>${texts.modelProviders[known]}</option>`)}
        </select></label>
        ${provider === 'none' ? nothing : this.#details(provider, preferences)}
        ${LIMITS.map((name) => html`<label class="setting">${texts.modelLimits[name]}<input name=${name} type="number" min="0" max="1000000000" step="1" .value=${String(preferences.limits[name] ?? '')} placeholder=${texts.modelNoLimit}></label>`)}
        ${this.usage === null ? nothing : html`<p class="fact-note" id="model-usage">${texts.modelUsage(this.usage.hour.calls, this.usage.day.calls, this.usage.day.tokens)}</p>`}
        <div class="edit-actions">
          <button class="button" type="button" @click=${() => this.#run('test_model', {})}>${texts.modelTest}</button>
          <button class="button is-primary" type="submit">${texts.modelSave}</button>
        </div>
        <p class="fact-note" role="status" id="model-answer">${this.hasAsked ? this.answer?.[this.language] : nothing}</p>
        <p class="fact-note" id="embedder">${preferences.embedder === null ? texts.embedderBuiltin : texts.embedderConfigured(preferences.embedder)}</p>
      </fieldset>
    </form>`;
  }

  #details(provider: Provider, { model, hasModelKey }: ShownPreferences): TemplateResult {
    const { texts } = this;
    const saved = model?.provider === provider ? model : null;
    return html`${
      provider === 'compatible'
        ? html`<label class="setting">${texts.modelAddress}<input name="address" type="url" required maxlength="300" autocomplete="off" placeholder="http://127.0.0.1:11434/v1" .value=${saved?.address ?? ''}></label>`
        : nothing
    }
      <label class="setting">${texts.modelName}<input name="chat" required maxlength="120" autocomplete="off" spellcheck="false" .value=${saved?.chat ?? ''}></label>
      <label class="setting">${texts.modelKey}<input name="key" type="password" maxlength="500" autocomplete="off" placeholder=${saved !== null && hasModelKey ? texts.modelKeyKept : ''}></label>
      <p class="fact-note">${texts.modelKeyNote}</p>`;
  }

  #run(action: string, input: unknown): void {
    this.hasAsked = true;
    this.tell('perch-run', { action, input });
  }

  readonly #save = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const form = event.target;
    const said = (name: string): string => {
      const field = form.elements.namedItem(name);
      return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value.trim() : '';
    };
    const provider = said('provider');
    const old = this.preferences?.model;
    const kept = old?.provider === provider ? { extraction: old.extraction, writing: old.writing } : {};
    const model =
      provider === 'none' ? null : { provider, chat: said('chat'), address: said('address') || null, ...kept };
    const limits = Object.fromEntries(LIMITS.map((name) => [name, said(name) === '' ? null : Number(said(name))]));
    const key = said('key') === '' ? {} : { key: said('key') };
    this.#run('set_model', { model, limits, ...key });
    for (const field of form.querySelectorAll<HTMLInputElement>('input[type="password"]')) field.value = '';
  };
}
customElements.define('perch-model-settings', PerchModelSettings);
