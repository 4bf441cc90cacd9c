/** Finds the least score a posting shall have: "only above 70 percent", "leave out anything below 60". */
import type { Draft } from './draft.ts';
import { isFree, pin, take } from './draft.ts';
import { scoreRemarks, scoreWords } from '../english/wish-words.ts';

/** What a percentage may belong to that is no score. */
const OTHERS =
  /^(?:remote|hybrid|equity|travel|travelling|home|homeoffice|onsite|bonus|commission|position|job|workload|role|roles|week|off|discount|pensum|hours|employment|time|contract|office)$/;
const DIRECTION = /^(?:over|above|least|than|from|minimum|min|under|below|only|exceeding|beyond|up|with)$/;

/** Takes the score; `held` is true when the filter has one, which a bare number then changes. */
export function takeScore(draft: Draft, held: boolean, pay: boolean): void {
  const { tokens } = draft;
  for (let at = 0; at < tokens.length; at += 1) {
    const match = /^(\d{1,3})(%|percent)?\+?$/.exec(tokens[at]?.word ?? '');
    const value = Number(match?.[1] ?? 0);
    if (match === null || value < 1 || value > 100 || !isFree(draft, at, at + 1)) continue;
    if (takeWorkload(draft, at)) continue;
    const sentence = tokens
      .slice(Math.max(0, at - 12), at + 12)
      .filter((token) => token.sentence === tokens[at]?.sentence);
    const next = tokens[at + 1]?.word ?? '';
    const percent = match[2] !== undefined || next === 'percent' || next === '%' || next === 'points';
    const behind = tokens[at + (match[2] === undefined && percent ? 2 : 1)]?.word ?? '';
    if (OTHERS.test(behind)) {
      if (
        percent &&
        value < 100 &&
        /^(?:position|job|workload|role|roles|pensum|employment|contract|time)$/.test(behind)
      )
        take(draft, { from: at, to: at + 2, kind: 'list', field: 'employment', values: ['part_time'] });
      continue;
    }
    const spoken = sentence.some(
      (token) => scoreWords.has(token.word) && token.word !== 'percent' && token.word !== '%',
    );
    const directed =
      tokens.slice(Math.max(0, at - 3), at).some((token) => DIRECTION.test(token.word)) ||
      tokens[at]?.word.endsWith('+') === true ||
      /^(?:or|plus|and)$/.test(behind);
    const adjusts =
      held &&
      tokens.length <= 10 &&
      !/^(?:days?|weeks?|months?|hours?|years?|k|eur|usd)$/.test(next) &&
      (!pay || sentence.some((token) => scoreRemarks.has(token.word)));
    if (percent && !spoken && !directed && !held && tokens.length <= 4 && value < 100) {
      take(draft, { from: at, to: at + 2, kind: 'list', field: 'employment', values: ['part_time'] });
      continue;
    }
    if (!((percent && (spoken || directed)) || (spoken && directed && value >= 10) || adjusts)) continue;
    let from = at;
    while (
      from > 0 &&
      at - from < 6 &&
      tokens[from - 1]?.clause === tokens[at]?.clause &&
      /^(?:over|above|at|least|than|from|minimum|min|under|below|more|less|of|a|score|scores|match|better|scoring|matching|anything|everything|leave|out|hide|drop|no|not|nothing|lower|higher|to|percent|worse|make|it|set|with|skip|up|exclude|without)$/.test(
        tokens[from - 1]?.word ?? '',
      )
    )
      from -= 1;
    let to = at + 1;
    while (
      to < tokens.length &&
      to - at < 8 &&
      tokens[to]?.clause === tokens[at]?.clause &&
      /^(?:percent|%|points|or|better|more|higher|above|up|match|score|is|enough|and|plus|fit|relevance)$/.test(
        tokens[to]?.word ?? '',
      )
    )
      to += 1;
    take(draft, { from, to, kind: 'score', least: value });
    pin(draft, from, to, 'want');
  }
}

/** "80-100%", "full time or 80%": the share of a full post, as it is said in Switzerland. */
function takeWorkload(draft: Draft, at: number): boolean {
  const { tokens } = draft;
  const second = /^(\d{2,3})%$/.exec(tokens[at + 1]?.word ?? '');
  if (second !== null && /^\s*-\s*$/.test(tokens[at + 1]?.gap ?? '')) {
    const values = Number(second[1]) >= 100 ? ['part_time', 'full_time'] : ['part_time'];
    take(draft, { from: at, to: at + 2, kind: 'list', field: 'employment', values });
    return true;
  }
  const beside = tokens[at - 1]?.word === 'or' && tokens[at - 2]?.word === 'time';
  if (!beside || !/^[1-9]\d%$/.test(tokens[at]?.word ?? '')) return false;
  take(draft, { from: at, to: at + 1, kind: 'list', field: 'employment', values: ['part_time'] });
  return true;
}
