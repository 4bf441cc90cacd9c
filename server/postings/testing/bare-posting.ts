/** A bare posting for tests of the reading: nothing said, to which a test adds what it is about. */
import { NOTHING_SAID, type SourcePosting } from '../job-posting.ts';

export function bare(said: Partial<SourcePosting> = {}): SourcePosting {
  return {
    ...NOTHING_SAID,
    source: 'test',
    sourceId: '1',
    url: 'https://jobs.example.org/1',
    title: 'Engineer',
    company: 'Example',
    description: '',
    ...said,
  };
}
