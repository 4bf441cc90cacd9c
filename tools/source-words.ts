/** What actions about sources share: one line a source. */
import { counted, localize } from '../server/kernel/plural.ts';
import type { Localized } from '../server/kernel/text.ts';
import type { Outcome } from '../server/conversations/message.ts';

type PastRun = { state: 'done' | 'failed'; drifted: boolean };
type Line = { title: string; line: Localized; state: string; history?: readonly PastRun[] };

/** "12 new postings" in the three languages. */
export function newPostings(added: number): Localized {
  return localize((language) => {
    const forms = {
      en: { one: 'new posting', other: 'new postings' },
      de: { one: 'neue Anzeige', other: 'neue Anzeigen' },
      uk: { one: 'нова вакансія', few: 'нові вакансії', many: 'нових вакансій', other: 'нової вакансії' },
    }[language];
    return counted(language, added, forms);
  });
}

/** An outcome with one line a source under it. */
export function sourcesOutcome(line: Localized, sources: readonly Line[], undoId: string | null = null): Outcome {
  const lines = sources.map(({ title, line: own, state, history = [] }) => ({
    source: title,
    line: own,
    failed: state === 'failed',
    ...(history.length === 0 ? {} : { runs: history.map(howItWent) }),
  }));
  return { line, undoId, undone: false, view: { kind: 'sources', lines } };
}

function howItWent({ state, drifted }: PastRun): 'done' | 'drifted' | 'failed' {
  return state === 'done' && drifted ? 'drifted' : state;
}
