/** What was read from a CV, value by value; each can be changed, added to or left out, and each has its words. */
import type { CorrectionChange, CvView } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons.ts';
import { PerchElement } from './perch-element.ts';

const SENIORITIES = ['intern', 'junior', 'mid', 'senior', 'lead', 'executive'] as const;
const WORKPLACES = ['remote', 'hybrid', 'onsite'] as const;
/** Words shown around a value, on either side. */
const AROUND = 40;

type Span = { start: number; end: number };

export class PerchCvProfile extends PerchElement {
  static override properties = { ...PerchElement.properties, cv: { attribute: false } };
  declare cv: CvView | null;

  constructor() {
    super();
    this.cv = null;
  }

  #change(change: CorrectionChange): void {
    this.tell('perch-correct', change);
  }

  protected override content(): TemplateResult | typeof nothing {
    const { cv, texts } = this;
    if (cv === null) return nothing;
    const words = texts.cv;
    const { profile } = cv;
    const place = profile.location?.value;
    return html`<div class="cv-fields">
      ${this.#field('headline', words.headline, profile.headline?.value ?? '')}
      ${this.#field('city', words.city, place?.city ?? '')}
      ${this.#field('country', words.country, place?.country ?? '')}
      <label class="setting">${words.seniority}<select id="cv-seniority" @change=${(event: Event) => this.#change({ set: { seniority: SENIORITIES.find((level) => level === valueOf(event)) ?? null } })}>
        <option value="">${texts.notStated}</option>${SENIORITIES.map((level) => html`<option value=${level} ?selected=${profile.seniority?.value === level}>${texts.seniority[level]}</option>`)}</select></label>
      <h3>${words.skills}</h3>
      <ul class="chips" role="list">${profile.skills.map(({ value, span }) => html`<li class="chip" title=${this.#around(span)}><bdi>${value}</bdi>${this.#leave(value, { removeSkills: [value] })}</li>`)}</ul>
      <form class="cv-add" @submit=${this.#add}><label class="setting">${words.addSkill}<input id="cv-skill" name="skill" maxlength="120" autocomplete="off"></label><button class="button" type="submit">${words.add}</button></form>
      <h3>${words.languages}</h3>
      ${profile.languages.length === 0 ? html`<p class="fact-note">${words.nothing}</p>` : html`<ul class="chips" role="list">${profile.languages.map(({ value, span }) => html`<li class="chip" title=${this.#around(span)}><bdi>${new Intl.DisplayNames(this.language, { type: 'language' }).of(value.lang) ?? value.lang} ${value.level === 'native' ? '' : (value.level ?? '')}</bdi>${this.#leave(value.lang, { removeLanguages: [value.lang] })}</li>`)}</ul>`}
      <h3>${words.experience}</h3>
      ${profile.experience.length === 0 ? html`<p class="fact-note">${words.nothing}</p>` : nothing}
      <ul class="cv-entries" role="list">${profile.experience.map((entry, place_) => {
        const title = entry.title?.value ?? texts.notStated;
        const dates = [entry.start?.value, entry.end?.value === 'present' ? words.present : entry.end?.value]
          .filter(Boolean)
          .join(' – ');
        const index = cv.entries[place_];
        return html`<li><span><b><bdi>${title}</bdi></b>${entry.company === null ? nothing : html` · <bdi>${entry.company.value}</bdi>`} <span class="fact-note num">${dates === '' ? words.noDates : dates}</span></span>${index === undefined ? nothing : this.#leave(title, { experience: [{ entry: index, isHidden: true }] })}</li>`;
      })}</ul>
      ${profile.education.length === 0 ? nothing : html`<h3>${words.education}</h3><ul class="cv-entries" role="list">${profile.education.map(({ degree, area, institution, end }) => html`<li><bdi>${[degree?.value ?? area?.value, institution?.value, end?.value].filter(Boolean).join(' · ')}</bdi></li>`)}</ul>`}
      ${this.#wishes(cv)}
    </div>`;
  }

  #wishes({ corrections }: CvView): TemplateResult {
    const { texts } = this;
    const words = texts.cv;
    const wished = corrections.wishes?.workplace ?? [];
    const flip = (value: (typeof WORKPLACES)[number]): void =>
      this.#change({
        wishes: { workplace: wished.includes(value) ? wished.filter((one) => one !== value) : [...wished, value] },
      });
    const pay = (event: Event): void => {
      const min = Number(valueOf(event).replaceAll(/[^\d]/gu, ''));
      if (min > 0) this.#change({ wishes: { pay: { min, currency: 'EUR', period: 'year' } } });
    };
    return html`<h3>${words.wishes}</h3><p class="fact-note">${words.wishesNote}</p>
      <fieldset class="switches"><legend class="sr">${words.wishes}</legend>${WORKPLACES.map((value) => html`<button class="switch" type="button" role="switch" aria-checked=${wished.includes(value)} @click=${() => flip(value)}>${texts.workplace[value]}</button>`)}</fieldset>
      <label class="setting">${words.payFrom}<input id="cv-pay" inputmode="numeric" .value=${corrections.wishes?.pay === undefined ? '' : String(corrections.wishes.pay.min)} @change=${pay}></label>`;
  }

  #field(name: 'headline' | 'city' | 'country', label: string, value: string): TemplateResult {
    const change = (event: Event): void => {
      const said = valueOf(event).trim();
      const next = said === '' ? null : name === 'country' ? said.toUpperCase() : said;
      this.#change({ set: { [name]: next } });
    };
    return html`<label class="setting">${label}<input id=${`cv-${name}`} maxlength=${name === 'country' ? 2 : 120} .value=${value} @change=${change}></label>`;
  }

  #leave(what: string, change: CorrectionChange): TemplateResult {
    return html`<button class="icon-button" type="button" aria-label=${this.texts.cv.leave(what)} @click=${() => this.#change(change)}>${icon('close')}</button>`;
  }

  #add(event: Event): void {
    event.preventDefault();
    const field = this.querySelector<HTMLInputElement>('#cv-skill');
    const skill = field?.value.trim() ?? '';
    if (field !== null) field.value = '';
    if (skill !== '') this.#change({ addSkills: [skill] });
  }

  /** The words of the CV that a value was read from. */
  #around({ start, end }: Span): string {
    const text = this.cv?.text ?? '';
    const words = text.slice(Math.max(0, start - AROUND), end + AROUND).replaceAll(/\s+/gu, ' ');
    return `${this.texts.cv.saysHere}: …${words}…`;
  }
}
customElements.define('perch-cv-profile', PerchCvProfile);

function valueOf({ target }: Event): string {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.value : '';
}
