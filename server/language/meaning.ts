/**
 * What a sentence means: the change it makes to the filter, the actions it asks for, and what was left over.
 * The shapes here are shared by every step of understanding; there is no knowledge of any language in them.
 */
import type { Language } from '../kernel/text.ts';
import type { Filter, FilterChange } from '../matching/filter.ts';

/** What is asked of the client of a freelance project. */
export type Client = NonNullable<Filter['client']>;

/** One action to run, by its name in the registry. `input` is what was said, before it is resolved. */
export interface Call {
  name: string;
  input: Record<string, unknown>;
}

/** Talk that asks for nothing; it gets a short kind answer. */
export type Talk = 'greeting' | 'thanks' | 'goodbye' | 'question' | 'help';

export interface Meaning {
  /** What the sentence does to the filter; null when nothing. Also among `calls` as `set_filter`. */
  change: FilterChange | null;
  /** Everything to do, in the order it was said. */
  calls: Call[];
  /** Words that could not be accounted for, in runs as they stood. */
  rest: string[];
  /** Words of stories and reasons that were passed over. */
  asides: string[];
  /** True when nothing of meaning was left over. */
  complete: boolean;
  talk: Talk | null;
  /** True when the words named something to look for, even if it is so already. */
  said: boolean;
  /** The language the sentence is written in; null when its words do not tell. */
  language: Language | null;
}

/** A posting on the screen, as the person sees it numbered. */
export interface OnScreen {
  n: number;
  id: string;
  title: string;
  company: string | null;
}

export interface Context {
  filter: Filter;
  /** The person's date, YYYY-MM-DD. */
  today: string;
  onScreen: readonly OnScreen[];
  /** Id of the one posting that the turn before opened or explained: "save it". */
  spokenOf?: string | undefined;
}

/** A word of the sentence. `gap` is what stands between the word before and this one. */
export interface Token {
  text: string;
  word: string;
  start: number;
  end: number;
  gap: string;
  /** Number of the clause: it grows at commas, colons, brackets and full stops. */
  clause: number;
  /** Number of the sentence. */
  sentence: number;
}

export type ListField =
  | 'titles'
  | 'skills'
  | 'companies'
  | 'countries'
  | 'regions'
  | 'cities'
  | 'workplace'
  | 'employment'
  | 'seniority'
  | 'languages'
  | 'sources';

/** What is done with the value that a mention names. */
/** `loosen`: "not only remote" lifts the criterion, `ignore`: "instead of remote" says nothing of its own. */
export type Mode = 'want' | 'avoid' | 'remove' | 'allow' | 'ignore' | 'loosen';

/** A stretch of tokens (`to` is exclusive) that names something a filter knows. */
export type Mention = { from: number; to: number } & (
  | { kind: 'list'; field: ListField; values: string[] }
  | { kind: 'keyword'; values: string[] }
  | { kind: 'query'; words: string }
  | { kind: 'pay'; amounts: Amounts }
  | { kind: 'days'; days: number }
  | { kind: 'sort'; sort: 'score' | 'newest' | 'pay' }
  | { kind: 'visa'; wanted: boolean }
  | { kind: 'client'; client: Client }
  | { kind: 'score'; least: number }
  | { kind: 'category'; values: string[] }
  | { kind: 'facet'; facet: FacetName }
  /** Words that are accounted for and mean nothing to the filter. */
  | { kind: 'noise' }
);

/** Money as it was said; `direction` is null for a bare amount. */
export interface Amounts {
  min?: number;
  max?: number;
  currency?: string;
  period?: 'year' | 'month' | 'week' | 'day' | 'hour' | 'fixed';
  /** True when one end of a range was named ("the floor", "the top end"): the other stays. */
  end?: boolean;
  /** True when it was said to be a minimum or a maximum. */
  firm?: boolean;
  /** True when the amount was a bare number that scales like the one before. */
  bare: boolean;
}

/** A criterion named as such: "the salary", "location". */
export type FacetName =
  | 'pay'
  | 'place'
  | 'date'
  | 'titles'
  | 'skills'
  | 'companies'
  | 'seniority'
  | 'employment'
  | 'workplace'
  | 'exclude'
  | 'sort'
  | 'query'
  | 'score'
  | 'languages'
  | 'visa'
  | 'client'
  | 'clientCountries'
  | 'clientRating'
  | 'clientPayment'
  | 'sources';
