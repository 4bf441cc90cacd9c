/** Skills and countries as they are typed in a chat: small letters, short forms, two letters for a country. */
import { canonicalSkill } from '../../taxonomy/skills.ts';
import { englishWords } from '../english/function-words.ts';
import type { Fact } from './facts.ts';
import type { Token } from '../meaning.ts';
import { isSkillHere, skillAsSaid, typedSkill } from './skill-sense.ts';

/** In a chat names are typed small ("react or vue"); what reads as a skill there is one, unless its sense says no. */
export function addTypedSkills(tokens: readonly Token[], facts: Fact[]): void {
  const covered = new Set<number>();
  for (const fact of facts) for (let at = fact.from; at < fact.to; at += 1) covered.add(at);
  for (let from = 0; from < tokens.length; from += 1) {
    for (let to = Math.min(tokens.length, from + 3); to > from; to -= 1) {
      const run = tokens.slice(from, to);
      if (run.some((token, index) => covered.has(from + index) || token.clause !== run[0]?.clause)) continue;
      const words = run.map((token) => token.word).join(' ');
      const value = typedSkill(words) ?? canonicalSkill(words);
      if (value === null || !isSkillHere(tokens, from, to)) continue;
      facts.push({ from, to, field: 'skills', value: skillAsSaid(value, words), country: null });
      from = to - 1;
      break;
    }
  }
}

const typedCountries = new Map(
  'de:DE uk:GB us:US usa:US pl:PL ua:UA ch:CH nl:NL fr:FR cz:CZ pt:PT se:SE dk:DK ie:IE ro:RO hu:HU'
    .split(' ')
    .map((pair) => [pair.slice(0, -3), pair.slice(-2)] as const),
);

/** "py remote de 80k+": in a fragment without any word of grammar, two small letters are a country. */
export function addTypedCountries(tokens: readonly Token[], facts: Fact[]): void {
  if (
    tokens.length < 2 ||
    tokens.length > 8 ||
    tokens.some((token) => englishWords.has(token.word) && token.word !== 'remote')
  )
    return;
  tokens.forEach((token, from) => {
    const value = typedCountries.get(token.word);
    if (value === undefined || token.text !== token.word || facts.some((fact) => fact.from <= from && from < fact.to))
      return;
    facts.push({ from, to: from + 1, field: 'countries', value, country: value });
  });
}
