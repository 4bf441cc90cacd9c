/** American states: behind a city they say the country, alone they rank by meaning. */
import type { Draft } from './draft.ts';
import { isFree, take } from './draft.ts';
import { states } from '../english/facet-words.ts';
import { wordSet } from '../phrases.ts';

const stateCodes = wordSet(
  'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY',
);

/** "Chicago, IL" */
function isStateCode(draft: Draft, at: number): boolean {
  const token = draft.tokens[at];
  return (
    token !== undefined &&
    (stateCodes.has(token.text) || isTypedSmall(draft, token.word)) &&
    isFree(draft, at, at + 1) &&
    /^,? $/.test(token.gap) &&
    draft.mentions.some((mention) => mention.kind === 'list' && mention.field === 'cities' && mention.to === at)
  );
}

/** Codes that are no words, as nobody takes the trouble of capitals in "houston tx". */
const unmistakable = wordSet(
  'az tx ca ny nj nc nv fl ga il ky mn mo ms mt nd ne nh nm ri sc sd tn ut vt wa wi wv wy ct dc',
);

function isTypedSmall(draft: Draft, word: string): boolean {
  return unmistakable.has(word) && draft.text === draft.text.toLowerCase();
}

/** "Mobile, Alabama" is in the United States; a state alone ranks by meaning. */
export function takeStates(draft: Draft): void {
  for (let at = 0; at < draft.tokens.length; at += 1) {
    const found = states.at(draft.tokens, at);
    const code = found === null && isStateCode(draft, at);
    if (code) {
      take(draft, { from: at, to: at + 1, kind: 'list', field: 'countries', values: ['US'] });
      continue;
    }
    if (found === null || !isFree(draft, at, found.to)) continue;
    const city = draft.mentions.some(
      (mention) => mention.kind === 'list' && mention.field === 'cities' && mention.to === at,
    );
    if (city) take(draft, { from: at, to: found.to, kind: 'list', field: 'countries', values: ['US'] });
    else take(draft, { from: at, to: found.to, kind: 'query', words: found.value });
  }
}
