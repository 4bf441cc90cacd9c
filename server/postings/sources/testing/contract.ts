/** What a source must keep, as data. */
import type { SourcePosting } from '../../job-posting.ts';
import type { Source } from '../source.ts';
import type { Recording } from './recorded.ts';

export type Field = Exclude<keyof SourcePosting, 'source' | 'completeness' | 'isSample'>;

export type Contract = {
  source: Source;
  /** Short name, for the fixture's folder and the table. */
  name: string;
  recorded: Recording[];
  /** Where the list stands in an answer: "jobs", "rss.channel.item"; empty for a bare array. */
  items: string;
  /** What a path of the item fills. */
  fields: Readonly<Record<string, Field>>;
};
