/** Where a posting comes from: the boards that carry the same job, whether it is still there, what to look at twice. */
import type { MatchDetail } from '../../server/protocol/index.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDate } from '../format.ts';
import type { Texts } from '../i18n/index.ts';
import { icon } from '../icons.ts';

type Given = {
  detail: MatchDetail;
  texts: Texts;
  language: Parameters<typeof formatDate>[1];
  run: (action: string, input: object) => void;
};

/** Pasted text without an address has no page to open; its address answers nowhere (RFC 6761). */
export function hasPage({ url }: Pick<MatchDetail, 'url'>): boolean {
  return !new URL(url).hostname.startsWith('added.perch.');
}

/** Said before everything else, when the job is gone. */
export function closedNotice({ detail, texts, language }: Given): TemplateResult | typeof nothing {
  if (detail.closedAt === null) return nothing;
  return html`<p class="notice">${texts.closedSince(formatDate(detail.closedAt, language))}</p>`;
}

/** The reasons for a second look, each with the words or the day that are its evidence. */
export function signalBlock({ detail, texts, language }: Given): TemplateResult | typeof nothing {
  if (detail.signals.length === 0) return nothing;
  return html`<section class="block" aria-labelledby="signal-title">
    <div class="block-head"><h3 id="signal-title">${texts.secondLook}</h3></div>
    <ul class="reason-list" role="list">
      ${detail.signals.map(({ kind, count, evidence }) => {
        if (kind === 'old') return html`<li>${icon('unknown')}<span>${texts.signal.old(count ?? 0)}</span></li>`;
        if (kind === 'reposted')
          return html`<li>${icon('unknown')}<span>${texts.signal.reposted(count ?? 0)} ${evidence.map((day) => formatDate(day, language))}</span></li>`;
        return html`<li>${icon('unknown')}<span>${texts.signal[kind]}${evidence.map((words) => html`<q><bdi>${words}</bdi></q>`)}</span></li>`;
      })}
    </ul>
  </section>`;
}

/** Every board that carries the job, why Perch takes it for the same, and a way to say that it is not. */
export function linkBlock({ detail, texts, run }: Given): TemplateResult | typeof nothing {
  if (detail.links.length === 0) return nothing;
  return html`<section class="block" aria-labelledby="links-title">
    <div class="block-head"><h3 id="links-title">${texts.alsoOnTitle}</h3></div>
    <ul class="reason-list" role="list">
      ${detail.links.map(
        (link) => html`<li>${icon('open')}
          <span><a href=${link.url} target="_blank" rel="noopener noreferrer">${link.sourceTitle}</a>
            ${link.because === null ? nothing : html`<span class="fact-note">${texts.because[link.because]}</span>`}
            ${link.isClosed ? html`<span class="fact-note">${texts.closedThere}</span>` : nothing}
            <button class="link-button" type="button" aria-label=${texts.separateThis(link.sourceTitle)} @click=${() => run('separate_job', { job: link.id })}>${texts.separate}</button></span></li>`,
      )}
    </ul>
  </section>`;
}
