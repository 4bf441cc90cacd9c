/** Asked once, on the first run, and easy to skip: the country the person lives in, guessed from the time zone. */
import { html, type TemplateResult } from 'lit';
import { countryNames, guessCountry } from '../country-names.ts';
import { icon } from '../icons.ts';
import { PerchElement } from './perch-element.ts';

export class PerchCountryQuestion extends PerchElement {
  protected override content(): TemplateResult {
    const { texts } = this;
    const guess = guessCountry();
    const answer = (event: Event): void => {
      event.preventDefault();
      this.#answer(this.querySelector('select')?.value ?? '');
    };
    return html`<form class="country-question" aria-labelledby="country-question" @submit=${answer}>
      <p class="country-words"><label id="country-question" for="country-answer">${icon('home')}${texts.countryAsk}</label><span>${texts.countryWhy}</span></p>
      <p class="country-answer"><select id="country-answer" required>
        <option value="">${texts.homeCountryNone}</option>
        ${countryNames(this.language).map(({ code, name }) => html`<option value=${code} ?selected=${code === guess}>${name}</option>`)}
      </select>
      <button class="button button-small" type="submit">${texts.countryKeep}</button>
      <button class="button button-small button-quiet" type="button" @click=${() => this.#answer('')}>${texts.countrySkip}</button></p>
    </form>`;
  }

  #answer(homeCountry: string): void {
    this.tell('perch-prefer', { wasAsked: true, ...(homeCountry === '' ? {} : { homeCountry }) });
  }
}
customElements.define('perch-country-question', PerchCountryQuestion);
