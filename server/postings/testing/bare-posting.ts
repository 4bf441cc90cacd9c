/** A bare posting for tests of the reading: nothing said, to which a test adds what it is about. */
import type { SourcePosting } from '../job-posting.ts';

export function bare(said: Partial<SourcePosting> = {}): SourcePosting {
  return {
    source: 'test',
    sourceId: '1',
    url: 'https://jobs.example.org/1',
    applyUrl: null,
    title: 'Engineer',
    company: 'Example',
    locations: [],
    locationCountry: null,
    workplace: null,
    isRemote: null,
    employment: [],
    description: '',
    completeness: 'full',
    pay: null,
    skills: [],
    department: null,
    datePosted: null,
    validThrough: null,
    isSample: false,
    ...said,
  };
}
