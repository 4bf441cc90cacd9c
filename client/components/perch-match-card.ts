/** One match in the list: what it is, what it pays, why it is here. */
import type { Match, Reason } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { formatAge, formatPay, placeWords, reasonWords } from '../format.ts';
import { type IconName, icon } from '../icons.ts';
import { signed, traitName } from '../leaning.ts';
import { scoreRing } from '../score-ring.ts';
import { notAgain } from '../data/not-again.ts';
import { PerchElement } from './perch-element.ts';
import { hasPage } from './posting-origin.ts';

/** Icon and colour of a verdict; the word stands beside it. */
export const VERDICT_LOOK: Record<Reason['verdict'], { icon: IconName; look: string }> = {
  yes: { icon: 'met', look: 'met' },
  no: { icon: 'missing', look: 'missing' },
  unclear: { icon: 'unknown', look: 'unknown' },
};

/** Reasons a card has room for: what is unclear first, since it is what people look for. */
const REASONS_SHOWN = 4;

export class PerchMatchCard extends PerchElement {
  static override properties = {
    ...PerchElement.properties,
    match: { attribute: false },
    isCurrent: { type: Boolean },
    isSelected: { type: Boolean },
    now: { type: Number },
  };
  declare match: Match | null;
  declare isCurrent: boolean;
  declare isSelected: boolean;
  declare now: number;

  constructor() {
    super();
    this.match = null;
    this.isCurrent = false;
    this.isSelected = false;
    this.now = 0;
  }

  protected override content(): TemplateResult | typeof nothing {
    const { match, texts } = this;
    if (match === null) return nothing;
    const pay = formatPay(match.pay, texts, this.language);
    return html`<article aria-labelledby="t-${match.id}" data-posting-id=${match.id} class="${this.isCurrent ? 'is-current' : ''} ${match.mark === 'seen' ? 'is-seen' : ''} ${this.isSelected ? 'is-selected' : ''}">
      ${match.score === null ? nothing : scoreRing(match.score, texts, 'small', match.rated?.value ?? null)}
      <div class="card-main">
        <h3 class="card-title" id="t-${match.id}">
          <button class="card-open" type="button" @click=${() => this.tell('perch-run', { action: 'show_job', input: { job: match.id } })}><bdi>${match.title}</bdi></button>
          ${match.mark === 'new' ? nothing : html`<span class="badge">${texts.mark[match.mark]}</span>`}
          ${match.closedAt === null ? nothing : html`<span class="badge">${texts.closedBadge}</span>`}
          ${match.isSample ? html`<span class="badge">${texts.sample}</span>` : nothing}
          ${match.unclear.length > 0 ? html`<span class="badge badge-unclear">${this.#unclear(match)}</span>` : nothing}
        </h3>
        <p class="card-sub"><span class="card-company"><bdi>${match.company ?? texts.notStated}</bdi></span><span class="place">${icon('pin')}<bdi>${placeWords(match, texts)}</bdi></span>${this.#home(match)}</p>
        <ul class="evidence" role="list">
          ${this.#reasons(match).map(
            ({
              verdict,
              words,
            }) => html`<li data-verdict=${VERDICT_LOOK[verdict].look}>${icon(VERDICT_LOOK[verdict].icon)}
              <span><span class="sr">${texts.verdict[verdict]}: </span><bdi>${words}</bdi></span></li>`,
          )}
          ${this.#leaning(match)}
        </ul>
      </div>
      <div class="card-meta">
        <p class="pay num">${pay === null ? html`<span class="pay-none">${texts.payNotStated}</span>` : html`<bdi title=${match.pay?.words ?? ''}>${pay.amounts}</bdi> <span class="pay-per">${pay.per}</span>`}</p>
        <p class="card-age"><bdi class="num">${formatAge(match.postedAt ?? match.firstSeenAt, this.now, this.language)}</bdi> · <bdi>${match.sourceTitle}</bdi>${match.alsoOn.length === 0 ? nothing : html`<span class="card-also">${texts.alsoOn(match.alsoOn.join(', '))}</span>`}</p>
      </div>
      ${this.#actions(match)}
    </article>`;
  }

  /** What the person's saves and hides did to the score. */
  #leaning({ score }: Match): TemplateResult | typeof nothing {
    if (score === null || score.leaning === null) return nothing;
    const { points, because } = score.leaning;
    const names = because.map((trait) => traitName(trait, this.texts)).join(', ');
    return html`<li data-leaning>${icon('saved')}<span><bdi>${this.texts.leaning.onCard(signed(points, this.language), names)}</bdi></span></li>`;
  }

  /** Whether it may be done from where the person lives. */
  #home({ home }: Match): TemplateResult | typeof nothing {
    if (home === null) return nothing;
    return html`<span class="place ${home.verdict === 'unclear' ? 'is-unclear' : ''}" data-home=${home.verdict}>${icon('home')}${this.texts.fromHome[home.verdict]}</span>`;
  }

  /** What is unclear, when it is one thing. */
  #unclear({ unclear }: Match): string {
    const { facet, verdict } = this.texts;
    const [first, ...others] = unclear;
    return first === undefined || others.length > 0
      ? verdict.unclear
      : `${facet[first]}: ${verdict.unclear.toLowerCase()}`;
  }

  #actions(match: Match): TemplateResult {
    const { texts } = this;
    const isSaved = match.mark === 'saved';
    const isHidden = match.mark === 'hidden';
    const run = (action: string, off: boolean): void =>
      this.tell('perch-run', { action, input: off ? { jobs: [match.id], off: true } : { jobs: [match.id] } });
    return html`<ul class="card-actions" role="list">
      <li><button class="icon-button" type="button" role="checkbox" aria-checked=${this.isSelected} aria-label=${texts.select(match.title)} @click=${() => this.tell('perch-select', match.id)}>${icon(this.isSelected ? 'checked' : 'unchecked')}</button></li>
      <li><button class="icon-button" type="button" aria-pressed=${isSaved} aria-label=${isSaved ? texts.unsave(match.title) : texts.save(match.title)} @click=${() => run('save_job', isSaved)}>${icon(isSaved ? 'saved' : 'save')}</button></li>
      <li><button class="icon-button" type="button" aria-label=${isHidden ? texts.bringBack(match.title) : texts.hide(match.title)} @click=${() => run('hide_job', isHidden)}>${icon(isHidden ? 'undo' : 'hide')}</button></li>
      ${match.company === null ? nothing : this.#block(match.company)}
      ${hasPage(match) ? html`<li><a class="icon-button" href=${match.url} target="_blank" rel="noopener noreferrer" aria-label=${texts.openOriginal(match.title)}>${icon('open')}</a></li>` : nothing}
    </ul>`;
  }

  #block(company: string): TemplateResult {
    const words = this.texts.notThisCompany(company);
    return html`<li><button class="icon-button" type="button" aria-label=${words} title=${words} @click=${() => this.tell('perch-run', notAgain(company))}>${icon('block')}</button></li>`;
  }

  /** What decides for the home country, then the filter's reasons, each in other words than those before it. */
  #reasons(match: Match): { verdict: Reason['verdict']; words: string }[] {
    const told = new Map<string, { verdict: Reason['verdict']; words: string }>();
    for (const reason of match.reasons.toSorted(
      (a, b) => Number(b.verdict === 'unclear') - Number(a.verdict === 'unclear'),
    )) {
      const words = reasonWords(reason, this.texts);
      if (words !== null && !told.has(words)) told.set(words, { verdict: reason.verdict, words });
    }
    const { home } = match;
    const words = home?.evidence.find((quote) => quote.words !== '')?.words;
    // The place stands on the card already.
    const isNew = home !== null && words !== undefined && !told.has(words) && !match.place.includes(words);
    return [...(isNew ? [{ verdict: home.verdict, words }] : []), ...told.values()].slice(0, REASONS_SHOWN);
  }
}
customElements.define('perch-match-card', PerchMatchCard);
