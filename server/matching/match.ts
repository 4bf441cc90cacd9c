/** A Match: a posting under a filter, with the person's mark and the words that decided. No I/O here. */
import { z } from 'zod';
import { EMPLOYMENTS, evidenceSchema, SENIORITIES, WORKPLACES } from '../postings/job-posting.ts';
import { signalSchema } from '../postings/signal.ts';
import { CRITERIA, filterSchema } from './filter.ts';
import { fitSchema, ratingSchema, scoreSchema } from './scoring/fit.ts';

export const VERDICTS = ['yes', 'no', 'unclear'] as const;
export type CriterionVerdict = (typeof VERDICTS)[number];
export const MARKS = ['new', 'seen', 'saved', 'hidden', 'applied'] as const;
export type Mark = (typeof MARKS)[number];

/** Why a posting answers a criterion as it does; `words` are the posting's own, empty when it is silent. */
export const reasonSchema = z.object({
  criterion: z.enum(CRITERIA),
  verdict: z.enum(VERDICTS),
  /** The value of the filter this is about ("Python", "DE"), null for criteria with one value. */
  value: z.string().nullable(),
  evidence: z.array(evidenceSchema),
});
export type Reason = z.infer<typeof reasonSchema>;

/** Another posting of the same opening, and what says that it is the same: the employer's id, the address, or likeness. */
export const linkSchema = z.object({
  id: z.uuid(),
  source: z.string(),
  url: z.string(),
  because: z.enum(['vacancy', 'address', 'likeness']).nullable(),
  isClosed: z.boolean(),
});

/** What a card shows. */
export const matchSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  company: z.string().nullable(),
  place: z.string(),
  workplace: z.array(z.enum(WORKPLACES)),
  employment: z.array(z.enum(EMPLOYMENTS)),
  seniority: z.array(z.enum(SENIORITIES)),
  skills: z.array(z.string()),
  /** `words` is the original; min and max are a year's (an hour's for hourly pay) in `currency`. */
  pay: z
    .object({
      min: z.number().nullable(),
      max: z.number().nullable(),
      currency: z.string().nullable(),
      period: z.enum(['year', 'hour', 'fixed']),
      words: z.string(),
    })
    .nullable(),
  postedAt: z.iso.datetime().nullable(),
  firstSeenAt: z.iso.datetime(),
  /** When it was found to be no longer advertised. */
  closedAt: z.iso.datetime().nullable(),
  source: z.string(),
  sourceTitle: z.string(),
  url: z.string(),
  /** Titles of the other boards that carry the same opening. */
  alsoOn: z.array(z.string()),
  /** Whether the work may be done from the person's home country, in the posting's words; null while they have not said where they live. */
  home: z.object({ verdict: z.enum(VERDICTS), evidence: z.array(evidenceSchema) }).nullable(),
  mark: z.enum(MARKS),
  isSample: z.boolean(),
  /** Against the active CV; null without one. */
  score: scoreSchema.nullable(),
  /** The score with a model's verdicts in it; null while there is none or it is not to be shown. */
  rated: z.object({ value: z.number().int(), model: z.string() }).nullable(),
  /** Criteria this posting leaves open. */
  unclear: z.array(z.enum(CRITERIA)),
  reasons: z.array(reasonSchema),
});
export type Match = z.infer<typeof matchSchema>;

export const matchDetailSchema = matchSchema.extend({
  applyUrl: z.string().nullable(),
  department: z.string().nullable(),
  locations: z.array(z.string()),
  description: z.string(),
  completeness: z.enum(['full', 'snippet', 'none']),
  validThrough: z.iso.datetime().nullable(),
  lastSeenAt: z.iso.datetime(),
  links: z.array(linkSchema.extend({ sourceTitle: z.string() })),
  /** Reasons for a second look. */
  signals: z.array(signalSchema),
  /** Why the score is what it is; null without a CV. */
  fit: fitSchema.nullable(),
  /** What a model said; null while it was not asked or is not to be shown. */
  rating: ratingSchema.nullable(),
});
export type MatchDetail = z.infer<typeof matchDetailSchema>;

/** Counted once per revision, apart from the page. `hiddenBy[c]` pass every other criterion: removing c brings back exactly so many. */
export const countsSchema = z.object({
  revision: z.number().int(),
  postings: z.number().int(),
  total: z.number().int(),
  unclear: z.number().int(),
  hidden: z.number().int(),
  hiddenBy: z.array(z.object({ criterion: z.enum(CRITERIA), count: z.number().int() })),
  hiddenBySeveral: z.number().int(),
  /** When nothing passes: the criterion, or the two, whose removal brings back most. */
  relief: z.object({ criteria: z.array(z.enum(CRITERIA)), count: z.number().int() }).nullable(),
  /** Hidden by the person's own hand. */
  hiddenByPerson: z.number().int(),
  /** True while the sample board answers. */
  samples: z.boolean(),
});
export type Counts = z.infer<typeof countsSchema>;

export const filterStateSchema = z.object({
  filter: filterSchema,
  revision: z.number().int(),
  setBy: z.enum(['assistant', 'person', 'nobody']),
  /** False: matches with something unclear are left out. */
  showUnclear: z.boolean(),
});
export type FilterState = z.infer<typeof filterStateSchema>;

/** The first `shown` matches under a revision, in order. */
export const matchPageSchema = z.object({
  revision: z.number().int(),
  matches: z.array(matchSchema),
  hasMore: z.boolean(),
});
export type MatchPage = z.infer<typeof matchPageSchema>;
