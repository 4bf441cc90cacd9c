/** All that the page may know of the server: shapes and pure functions, nothing that works. */
export type { ShownPreferences, Usage } from '../accounts/preferences.ts';
export { applyChunk, type Chunk, type Message, type Outcome, type Part } from '../conversations/message.ts';
export { type ConversationLine, type QueuedMessage, titleFrom } from '../conversations/conversation.ts';
export {
  type CvView,
  type Cvs,
  cvsSchema,
  type CorrectionChange,
  type FillingEstimate,
  fillingEstimateSchema,
} from '../cv/cv.ts';
export { LANGUAGES, type Language, type Localized } from '../kernel/text.ts';
export type { Criterion, Filter, FilterChange, Pay } from '../matching/filter.ts';
export type { Counts, FilterState, Mark, Match, MatchDetail, Reason } from '../matching/match.ts';
export {
  type Fit,
  type Rating,
  type RatingEstimate,
  ratingEstimateSchema,
  type Score,
} from '../matching/scoring/fit.ts';
export type { MarkedList } from '../matching/marked.ts';
export { FREQUENCIES, type SearchLine } from '../notifications/saved-search.ts';
export type { SourceState } from '../postings/source-state.ts';
export { CLOSE_CODES } from './close-codes.ts';
export type { Command } from './commands.ts';
export { numberedSchema, type ServerEvent, serverEventSchema } from './events.ts';
