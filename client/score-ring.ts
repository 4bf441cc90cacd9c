/** The ring of a score, with its number and a word for it. */
import type { Score } from '../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { Texts } from './i18n/index.ts';

type Band = 'strong' | 'good' | 'fair' | 'weak';

/** The word of a score: from 80 strong, from 60 good, from 40 fair. */
export function bandOf({ value }: Score): Band {
  if (value >= 80) return 'strong';
  if (value >= 60) return 'good';
  return value >= 40 ? 'fair' : 'weak';
}

/** `rated` is the score with a model's verdicts, shown under the other. */
export function scoreRing(
  score: Score,
  texts: Texts,
  size: 'small' | 'large' = 'small',
  rated: number | null = null,
): TemplateResult {
  const band = bandOf(score);
  return html`<span class="ring ${size === 'large' ? 'ring-large' : ''}" data-band=${band}>
    <svg viewBox="0 0 48 48" aria-hidden="true"><circle class="ring-track" cx="24" cy="24" r="20.5"></circle><circle class="ring-arc" cx="24" cy="24" r="20.5" pathLength="100" stroke-dasharray="${score.value} 100"></circle></svg>
    <span class="ring-number"><span class="sr">${texts.score} </span>${score.value}</span><span class="ring-word">${texts.band[band]}</span>${rated === null ? nothing : html`<span class="ring-rated num">${texts.rating.onCard(rated)}</span>`}
  </span>`;
}
