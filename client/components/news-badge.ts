/** The number of saved searches that have something new, on the way to them. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Texts } from '../i18n/index.ts';

/** Nothing for none. */
export function newsBadge(news: number, texts: Texts): TemplateResult | typeof nothing {
  if (news === 0) return nothing;
  return html`<b class="news num" aria-hidden="true">${news}</b><span class="sr">, ${texts.withNews(news)}</span>`;
}
