/**
 * Third step of understanding: mentions become one FilterChange against the filter as it is. The rules are
 * those of a conversation: a facet stated anew replaces, "also" extends, "without" narrows or excludes, place is
 * one group, exclusions add up.
 */
import type { Filter, FilterChange, FilterField } from '../../matching/filter.ts';
import { filterChangeSchema } from '../../matching/filter.ts';
import { type Draft, singular } from '../recognise/draft.ts';
import { extenders, leadingExtenders, replacers, skillExtenders } from '../english/operator-words.ts';
import type { ListField, Mention, Mode } from '../meaning.ts';
import type { PhraseTable } from '../phrases.ts';
import { joinSkills, sortSkills } from './skills.ts';
import { dropFromQuery, dropRegion, restatedQuery } from './query.ts';
import { joinClients } from './client.ts';
import { isSaidToo, isWayOfWork } from './allowed.ts';
import { cityStates, heldAs } from './held.ts';
import { cleared, clientParts } from './facets.ts';
import { planPay } from './pay.ts';
import { hasPlace, holds, type Lists, LONGEST_LIST, LONGEST_WORD, PLACE, push, same, without } from './lists.ts';

/** A longer meaning ranks no better. */
const LONGEST_QUERY = 300;

type Listed = Mention & { kind: 'list' };
type Single = { [Kind in Mention['kind']]: Kind extends 'list' ? never : Mention & { kind: Kind } }[Mention['kind']];

interface Plan {
  set: Filter;
  add: Lists;
  remove: Lists;
  clear: Set<FilterField>;
  excluded: Lists;
  readmitted: Lists;
  /** Values of lists in lower case. */
  named: Set<string>;
}

/** The change that the mentions of a statement make to `filter`; null when they make none. */
export function plan(draft: Draft, filter: Filter): FilterChange | null {
  const flags = readFlags(draft);
  const made: Plan = {
    set: {},
    add: new Map(),
    remove: new Map(),
    clear: new Set(),
    excluded: new Map(),
    readmitted: new Map(),
    named: new Set(
      draft.mentions.flatMap((mention) =>
        mention.kind === 'list' ? mention.values.map((value) => value.toLowerCase()) : [],
      ),
    ),
  };
  const wanted: Listed[] = [];
  for (const mention of draft.mentions) {
    const mode = draft.modes[mention.from] ?? 'want';
    if (mode === 'ignore' || mention.kind === 'noise') continue;
    if (mention.kind === 'list') {
      if (mode !== 'want' && (isCompanion(draft, mention) || isCountryOfState(draft, mention))) continue;
      // "English is fine": it is enough; nothing else was asked of languages.
      const joins = mode === 'allow' && (isSaidToo(draft, mention) || isWayOfWork(draft, mention, filter));
      const enough =
        joins || (mode === 'allow' && mention.field === 'languages' && filter.languages === undefined && !flags.extend);
      if (planList(made, filter, mention, enough ? 'want' : mode, isSaidToo(draft, mention))) wanted.push(mention);
    } else planSingle(made, filter, mention, mode, flags);
  }
  planWanted(made, filter, draft, wanted, flags);
  if (made.clear.has('exclude')) made.readmitted.clear();
  return toChange(made, filter);
}

interface Flags {
  extend: boolean;
  replace: boolean;
  skill: boolean;
}

function readFlags(draft: Draft): Flags {
  const first = draft.tokens[0];
  const said = <Value>(table: PhraseTable<Value>): boolean =>
    draft.tokens.some((_, at) => draft.taken[at] !== true && table.at(draft.tokens, at) !== null);
  const extend =
    said(extenders) || (first !== undefined && leadingExtenders.has(first.word) && draft.taken[0] !== true);
  return {
    extend: extend || draft.swaps,
    replace: !extend && !draft.swaps && said(replacers),
    skill: said(skillExtenders),
  };
}

/** The level that came with a title ("CTO") follows the title; alone it is not removed. */
function isCompanion(draft: Draft, mention: Listed): boolean {
  return (
    mention.field === 'seniority' &&
    draft.mentions.some(
      (other) =>
        other !== mention &&
        other.kind === 'list' &&
        other.field === 'titles' &&
        other.from === mention.from &&
        other.to === mention.to,
    )
  );
}

/** The country that came with a state ("Brandenburg works too") does not widen the search to all of it. */
function isCountryOfState(draft: Draft, mention: Listed): boolean {
  return (
    mention.field === 'countries' &&
    draft.mentions.some((other) => other.kind === 'query' && other.from === mention.from && other.to === mention.to)
  );
}

/** Plans one list value; true when it is wanted and still to be set or added. What another one replaces is not refused. */
function planList(made: Plan, filter: Filter, mention: Listed, mode: Mode, replaced: boolean): boolean {
  const { field, values } = mention;
  const held = holds(filter, field);
  if (mode === 'loosen') {
    if (held.length > 0) made.clear.add(field);
    return false;
  }
  for (const said of values) {
    const value = heldAs(held, field, said, mode);
    const city = field === 'countries' ? cityStates.get(said) : undefined;
    if (city !== undefined && mode !== 'want' && filter.cities?.includes(city) === true) {
      push(made.remove, 'cities', city);
      continue;
    }
    const inFilter = held.some((one) => same(one, value));
    const refused = filter.exclude?.[field]?.some((one: string) => same(one, value)) ?? false;
    if (mode === 'want' || mode === 'allow') {
      if (refused) push(made.readmitted, field, value);
      if (mode === 'want') continue;
      if (
        !refused &&
        (field === 'countries' || field === 'regions' || field === 'cities' ? hasPlace(filter) : held.length > 0)
      )
        push(made.add, field, value);
      continue;
    }
    if (inFilter) {
      push(made.remove, field, value);
      if (field === 'skills') push(made.remove, 'anySkills', value);
      if (mode === 'avoid' && held.length === 1 && !replaced) push(made.excluded, field, value);
    } else if (mode === 'remove' && refused) push(made.readmitted, field, value);
    else push(made.excluded, field, value);
  }
  return mode === 'want';
}

function planSingle(made: Plan, filter: Filter, mention: Single, mode: Mode, flags: Flags): void {
  switch (mention.kind) {
    case 'keyword':
      for (const value of mention.values) {
        const refused = filter.exclude?.keywords?.some((one) => same(one, value)) ?? false;
        if (mode === 'avoid') dropFromQuery(made, filter, value);
        if (mode === 'avoid' || (mode === 'remove' && !refused)) push(made.excluded, 'keywords', value);
        else if (refused) push(made.readmitted, 'keywords', value);
      }
      return;
    case 'query': {
      if (isNamedElsewhere(made, mention.words)) return;
      const refused = filter.exclude?.keywords?.find(
        (one) => same(one, mention.words) || same(one, singular(mention.words)),
      );
      if (refused !== undefined) {
        push(made.readmitted, 'keywords', refused);
        return;
      }
      if ((mode === 'avoid' || mode === 'remove' || mode === 'loosen') && dropFromQuery(made, filter, mention.words))
        return;
      if (mode === 'avoid' || mode === 'remove') push(made.excluded, 'keywords', singular(mention.words.toLowerCase()));
      if (mode !== 'want' && mode !== 'allow') return;
      if (mode === 'allow' && filter.query === undefined) return;
      const before = made.set.query ?? (flags.replace ? undefined : restatedQuery(filter, mention.words));
      const query = before === undefined ? mention.words : `${before} ${mention.words}`;
      if (query.length <= LONGEST_QUERY) made.set.query = query;
      return;
    }
    case 'pay':
      if (mode === 'remove') made.clear.add('pay');
      else made.set.pay = planPay(made.set.pay ?? filter.pay, mention.amounts, mode === 'avoid');
      return;
    case 'days':
      if (mode === 'remove') made.clear.add('postedWithinDays');
      else made.set.postedWithinDays = mention.days;
      return;
    case 'sort':
      if (mode === 'want') made.set.sort = mention.sort;
      else made.clear.add('sort');
      return;
    case 'visa':
      if (mention.wanted && mode !== 'remove' && mode !== 'avoid' && mode !== 'loosen') made.set.visaSponsorship = true;
      else if (filter.visaSponsorship === true) made.clear.add('visaSponsorship');
      return;
    case 'client':
      made.set.client = joinClients(made.set.client ?? filter.client ?? {}, mention.client, flags.extend);
      return;
    case 'score':
      made.set.minScore = mention.least;
      return;
    case 'category':
      made.set.categories = mention.values;
      return;
    case 'facet':
      if (clientParts[mention.facet] !== undefined) {
        const { [clientParts[mention.facet] ?? 'countries']: _, ...kept } = filter.client ?? {};
        if (Object.keys(kept).length > 0) made.set.client = kept;
        else if (filter.client !== undefined) made.clear.add('client');
        return;
      }
      for (const field of cleared[mention.facet]) if (filter[field] !== undefined) made.clear.add(field);
      return;
    case 'noise':
  }
}

/** "Target … I mean the company Target": the same words need not rank as well. */
function isNamedElsewhere(made: Plan, words: string): boolean {
  return made.named.has(words.toLowerCase());
}

function planWanted(made: Plan, filter: Filter, draft: Draft, wanted: readonly Listed[], flags: Flags): void {
  const byField = new Map<ListField, Listed[]>();
  for (const mention of wanted.toSorted((one, other) => one.from - other.from))
    byField.set(mention.field, [...(byField.get(mention.field) ?? []), mention]);
  // "I've graduated, entry level instead": an internship is a level, too.
  if (byField.has('seniority') && flags.replace && filter.employment?.includes('internship') === true)
    push(made.remove, 'employment', 'internship');
  const statesPlace = PLACE.some((field) => byField.has(field));
  if (statesPlace && !flags.extend) for (const field of PLACE) if (filter[field] !== undefined) made.clear.add(field);
  if (statesPlace && !flags.extend) dropRegion(made, filter);
  for (const [field, mentions] of byField) {
    if (field === 'skills') {
      const how =
        flags.replace || (!flags.extend && !flags.skill) || (byField.has('titles') && !flags.extend && !flags.skill)
          ? 'set'
          : 'add';
      const joined = joinSkills(without(filter, made.remove), sortSkills(draft, mentions), how, flags.replace);
      for (const name of ['skills', 'anySkills'] as const) {
        const list = joined[name];
        if (list === null) continue;
        if (list.length > 0) made.set[name] = list.slice(0, LONGEST_LIST);
        else if (filter[name] !== undefined) made.clear.add(name);
      }
      continue;
    }
    for (const mention of mentions) for (const value of mention.values) if (flags.extend) push(made.add, field, value);
    if (!flags.extend) setList(made.set, field, [...new Set(mentions.flatMap((mention) => mention.values))]);
  }
}

/** Values come from tables of the same names, so the schema below checks them once for all. */
function setList(filter: Filter, field: ListField, values: string[]): void {
  const kept = values.filter((value) => value.length <= LONGEST_WORD).slice(0, LONGEST_LIST);
  if (kept.length > 0) Object.assign(filter, { [field]: kept });
}

function toChange(made: Plan, filter: Filter): FilterChange | null {
  const add: Record<string, unknown> = Object.fromEntries(made.add);
  const remove: Record<string, unknown> = Object.fromEntries(made.remove);
  if (made.excluded.size > 0) add['exclude'] = Object.fromEntries(made.excluded);
  if (made.readmitted.size > 0) remove['exclude'] = Object.fromEntries(made.readmitted);
  const clear = [...made.clear].filter(
    (field) => filter[field] !== undefined && !(field in made.set) && !made.add.has(field),
  );
  const change: Record<string, unknown> = {};
  if (Object.keys(made.set).length > 0) change['set'] = made.set;
  if (Object.keys(add).length > 0) change['add'] = add;
  if (Object.keys(remove).length > 0) change['remove'] = remove;
  if (clear.length > 0) change['clear'] = clear;
  if (Object.keys(change).length === 0) return null;
  // What a sentence says may be more than a filter holds (60 skills): then nothing is changed rather than half of it.
  const parsed = filterChangeSchema.safeParse(change);
  return parsed.success ? parsed.data : null;
}
