/** The one door from language to the taxonomy: places, skills and currencies as spans of tokens. */
import { findCurrency } from '../../taxonomy/currencies.ts';
import { cityOf, countryOf, findPlaces } from '../../taxonomy/places.ts';
import { canonicalSkill, findSkills } from '../../taxonomy/skills.ts';
import { states } from '../english/facet-words.ts';
import { isArea } from '../english/areas.ts';
import type { Token } from '../meaning.ts';
import { noise } from '../english/noise-words.ts';
import { wordSet } from '../phrases.ts';
import { isSubject } from '../english/subject-words.ts';
import { isWorkWord } from '../english/trade-words.ts';
import { englishWords } from '../english/function-words.ts';
import { createSpans } from './spans.ts';
import { addTypedCountries, addTypedSkills } from './typed-facts.ts';
import { isField, skillAsSaid } from './skill-sense.ts';

export interface Fact {
  from: number;
  to: number;
  field: 'countries' | 'regions' | 'cities' | 'skills';
  /** The state or province that was named in the country's stead. */
  part?: string;
  value: string;
  /** For cities: the country, as far as the gazetteer knows it. */
  country: string | null;
}

/** Facts by their first token and by the token after their last. */
export interface FactIndex {
  from: ReadonlyMap<number, Fact>;
  to: ReadonlyMap<number, Fact>;
}

/** Regions that a filter knows only by a wider name. */
const wider: ReadonlyMap<string, string> = new Map([
  ['ASIA', 'APAC'],
  ['OCEANIA', 'APAC'],
  ['AMERICAS', 'NORTH_AMERICA'],
]);

/** Builds the index; of facts that overlap the longest is kept. */
export function indexFacts(facts: readonly Fact[]): FactIndex {
  const kept: Fact[] = [];
  for (const fact of facts.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = kept.at(-1);
    if (last === undefined || fact.from >= last.to) kept.push(fact);
    else if (fact.to - fact.from > last.to - last.from) kept[kept.length - 1] = fact;
  }
  return { from: new Map(kept.map((fact) => [fact.from, fact])), to: new Map(kept.map((fact) => [fact.to, fact])) };
}

/** Places and skills that the text names, as token spans. */
export function findFacts(text: string, tokens: readonly Token[]): Fact[] {
  const facts: Fact[] = [];
  const span = createSpans(tokens);
  for (const place of findPlaces(text)) {
    const at = span(place.start, place.end);
    if (at === null || (place.code === 'WORLDWIDE' && leadsFurther(tokens, at.to))) continue;
    // "international schools" are no place.
    if (place.code === 'WORLDWIDE' && /^(?:international|internationally|global)$/.test(tokens[at.from]?.word ?? ''))
      continue;
    // "Selenium or Cypress" is no town; "in Cypress" is one.
    if (
      place.kind === 'city' &&
      canonicalSkill(text.slice(place.start, place.end)) !== null &&
      !/^(?:in|near|from|around|based)$/.test(tokens[at.from - 1]?.word ?? '')
    )
      continue;
    // "US dollars" are money.
    if (
      place.kind === 'country' &&
      /^\s+(?:dollars?|pesos?|francs?|rupees?|kron\w+|pounds?)\b/i.test(text.slice(place.end))
    )
      continue;
    // "Kent" is the county, "Kent, WA" the city.
    if (
      place.kind === 'city' &&
      isArea(text.slice(place.start, place.end)) &&
      !/^,?\s+(?:[A-Z]{2}\b|\p{Lu}\p{Ll}+$)/u.test(text.slice(place.end))
    )
      continue;
    if (place.kind === 'city')
      facts.push({ ...at, field: 'cities', value: place.code, country: place.country ?? null });
    else if (place.kind === 'country')
      facts.push({
        ...at,
        field: 'countries',
        value: place.code,
        country: place.code,
        ...(place.part === null ? {} : { part: text.slice(place.start, place.end) }),
      });
    else facts.push({ ...at, field: 'regions', value: wider.get(place.code) ?? place.code, country: null });
  }
  for (const skill of findSkills(text)) {
    // "I'm a" is not M&A.
    if (/'\s*m\b/i.test(text.slice(Math.max(0, skill.start - 1), skill.end))) continue;
    const at = span(skill.start, skill.end);
    if (at !== null && !isField(tokens, at.from, at.to))
      facts.push({
        ...at,
        field: 'skills',
        value: skillAsSaid(skill.name, text.slice(skill.start, skill.end)),
        country: null,
      });
  }
  addTypedSkills(tokens, facts);
  addTypedCountries(tokens, facts);
  addHyphenated(tokens, facts);
  addCities(tokens, facts);
  return facts;
}

/** "anywhere in", "anywhere else in": the place comes yet. */
function leadsFurther(tokens: readonly Token[], to: number): boolean {
  const next = tokens[to]?.word === 'else' ? to + 1 : to;
  return /^(?:in|within|inside|near|around|except|but|outside)$/.test(tokens[next]?.word ?? '');
}

/** "Neu-Ulm", where the parts are words of their own. */
function addHyphenated(tokens: readonly Token[], facts: Fact[]): void {
  tokens.forEach((token, from) => {
    const next = tokens[from + 1];
    const city = next?.gap === '-' ? cityOf(`${token.text}-${next.text}`) : null;
    if (city !== null && !facts.some((fact) => fact.from <= from && from < fact.to && fact.field === 'cities'))
      facts.push({ from, to: from + 2, field: 'cities', value: city, country: null });
  });
}

const beforeCity = new Set([
  'in',
  'about',
  'near',
  'around',
  'from',
  'to',
  'or',
  'and',
  'for',
  'but',
  'not',
  'also',
  'remove',
  'drop',
  'only',
  'just',
  'add',
  'outside',
  'change',
  'replace',
  'swap',
]);

/** Cities that are everyday words too ("Bergen"): taken when written with a capital behind a word that leads to a place. */
function addCities(tokens: readonly Token[], facts: Fact[]): void {
  const covered = new Set(
    facts.flatMap((fact) => Array.from({ length: fact.to - fact.from }, (_, at) => fact.from + at)),
  );
  const typedSmall = tokens.every((token) => token.text === token.word);
  tokens.forEach((token, from) => {
    if (!covered.has(from) && isUnmistakable(tokens, from, typedSmall)) {
      const city = cityOf(token.text);
      if (city !== null && canonicalSkill(token.text) === null)
        facts.push({ from, to: from + 1, field: 'cities', value: city, country: null });
      return;
    }
    if (
      covered.has(from) ||
      !/^\p{Lu}\p{Ll}/u.test(token.text) ||
      !(
        beforeCity.has(tokens[from - 1]?.word ?? '') ||
        tokens.length === 1 ||
        isSaidOf(tokens, from) ||
        isBesideCity(tokens, from, facts) ||
        isAlone(tokens, from)
      )
    )
      return;
    const city = isArea(token.text) ? null : cityOf(token.text);
    if (city !== null && canonicalSkill(token.text) === null)
      facts.push({ from, to: from + 1, field: 'cities', value: city, country: null });
  });
}

/** Cities whose names are everyday words in one of the languages, or names of people. */
const namesakes = wordSet(
  'perm essen halle hof worms tours split nice mobile reading bath hull wells cork poole chester stoke siegen kita mission lincoln madison charlotte aurora salem orange hope may june august grace victoria florence sydney austin jackson jordan troy victory concord enterprise normal independence liberty paradise eden best most same lage bergen bad male man march mars kent moore taylor anderson columbia union gary laurel rose ruby palm beach bend bell grove lake park hill fields young noble price white brown green gray black cook baker porter mason carpenter butler hunter fisher turner sale deal ware rugby sandwich barking epping worthing goole diss hook street wells rome naples',
);
/** Where a city in small letters is introduced as one. */
const leadsToCity = /^(?:in|near|around)$/;

/** Is this unlisted word a city and nothing else? "nurse york" in small letters, "part time Ulm" in capitals. */
function isUnmistakable(tokens: readonly Token[], at: number, typedSmall: boolean): boolean {
  const token = tokens[at];
  if (
    token === undefined ||
    token.word.length < 3 ||
    noise.has(token.word) ||
    englishWords.has(token.word) ||
    isArea(token.word)
  )
    return false;
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  const small = token.text === token.word;
  if (small && !typedSmall) return false;
  if (namesakes.has(token.word))
    return (
      leadsToCity.test(before?.word ?? '') &&
      !/^(?:experience|interest|interested|good|skilled|interest|help|work)$/.test(tokens[at - 2]?.word ?? '') &&
      (next === undefined || next.clause !== token.clause || /^(?:or|and)$/.test(next.word))
    );
  if (small) return token.word.length > 3 || leadsToCity.test(before?.word ?? '');
  const beginsSentence = before === undefined || before.sentence !== token.sentence;
  const besideName = [before, next].some(
    (other) =>
      other !== undefined &&
      other.clause === token.clause &&
      /^\p{Lu}\p{Ll}/u.test(other.text) &&
      !noise.has(other.word) &&
      states.at([other], 0) === null,
  );
  return !beginsSentence && !besideName && !/^(?:at|by|with|for|from)$/.test(before.word);
}

/** "Essen or Duisburg": a namesake of a word beside a city is one. */
function isBesideCity(tokens: readonly Token[], from: number, facts: readonly Fact[]): boolean {
  const next = tokens[from + 1];
  if (next?.word === 'instead' && tokens[from + 2]?.word === 'of')
    return facts.some((fact) => fact.field === 'cities' && fact.from === from + 3);
  const other =
    next !== undefined && /^(?:or|and)$/.test(next.word) ? from + 2 : next?.gap.trim() === ',' ? from + 1 : -1;
  return other > 0 && facts.some((fact) => fact.field === 'cities' && fact.from === other);
}

/** "Nice is out as well": a namesake with a capital that something short is said of. */
function isSaidOf(tokens: readonly Token[], from: number): boolean {
  const next = tokens[from + 1];
  return from === 0 && tokens.length <= 7 && /^(?:is|isn't|works|would|won't|too|also|doesn't)$/.test(next?.word ?? '');
}

/** "Melbourne maybe", "a nurse, Sydney": a clause of its own, apart from words that say nothing. */
function isAlone(tokens: readonly Token[], from: number): boolean {
  const clause = tokens.slice(Math.max(0, from - 5), from + 6).filter((token) => token.clause === tokens[from]?.clause);
  return (
    clause.length <= 4 &&
    clause.every((token) => token === tokens[from] || noise.has(token.word)) &&
    !noise.has(tokens[from]?.word ?? '')
  );
}

/** Every place that a text names. */
export { findPlaces as placesIn } from '../../taxonomy/places.ts';

/** True for a word that names a skill, a city or a country by itself. */
export function isNamed(word: string): boolean {
  return canonicalSkill(word) !== null || cityOf(word) !== null || countryOf(word) !== null;
}

/** True for a word that names a city. */
export function isCity(word: string): boolean {
  return cityOf(word) !== null;
}

/** The skill of this name, as it is usually written; null when there is none. */
export function skillCalled(name: string): string | null {
  return canonicalSkill(name);
}

/** True when the skill of this name is a field of work, however it was written ("Supply Chain", "Quality control"). */
export function isSubjectSkill(name: string, onlyWords = false): boolean {
  const usual = canonicalSkill(name) ?? name;
  const short = `${usual.toLowerCase()} `.startsWith(`${name.toLowerCase()} `) && /^\p{Lu}\p{Ll}+ /u.test(name);
  // "equity research" is investment analysis.
  const words = name.toLowerCase().split(' ');
  const plain = words.length > 1 && words.every((word) => isWorkWord(word));
  return isSubject(name, onlyWords) || ((short || plain) && isSubject(usual, onlyWords));
}

/** ISO code of a currency named by sign, code or word; null when it is none. */
export function currencyOf(words: string): string | null {
  return findCurrency(words);
}
