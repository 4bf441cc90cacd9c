/** How a source's last fetches went, one mark each: what the marks mean is said in words too. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Texts } from '../i18n/index.ts';

type Run = 'done' | 'drifted' | 'failed';
/** Told apart by their form, not by colour alone. */
const MARKS: Record<Run, string> = { done: '●', drifted: '◐', failed: '×' };

/** `runs` newest first, as they come; shown oldest first, as time goes. */
export function runMarks(runs: readonly Run[] | undefined, texts: Texts): TemplateResult | typeof nothing {
  if (runs === undefined || runs.length === 0) return nothing;
  const many = (run: Run): number => runs.filter((one) => one === run).length;
  const words = texts.lastFetches(many('done'), many('drifted'), many('failed'));
  return html`<span class="run-marks" role="img" aria-label=${words} title=${words}>${runs.toReversed().map((run) => MARKS[run])}</span>`;
}
