/**
 * USAJobs (https://developer.usajobs.gov/), with a free key and the address it was asked with: up to 500 postings a
 * page. Federal jobs are for citizens unless the text says otherwise. Pay is text in numbers, dates have no zone.
 */
import { z } from 'zod';
import type { SourcePosting } from '../job-posting.ts';
import { employmentOf } from './employment-words.ts';
import { payField, periodOf } from './pay-field.ts';
import { createSource } from './read-board.ts';
import type { Source } from './source.ts';
import { flag, listOf, moment, number, part, text, texts } from './tolerant.ts';

const SIZE = 250;
const answer = z.object({
  SearchResult: z.object({ SearchResultItems: z.array(z.unknown()), SearchResultCountAll: number }),
});
const money = z.object({ MinimumRange: number, MaximumRange: number, RateIntervalCode: text, Description: text });

function payOf(pay: z.output<typeof money> | undefined): SourcePosting['pay'] {
  if (pay === undefined) return null;
  return payField({
    min: pay.MinimumRange,
    max: pay.MaximumRange,
    currency: 'USD',
    period: periodOf(pay.RateIntervalCode) ?? periodOf(pay.Description),
  });
}

/** The board with the key of whoever runs Perch. */
export function createUsajobs(keys: { email: string; key: string }): Source {
  const headers = { 'user-agent': keys.email, 'authorization-key': keys.key };
  return createSource({
    name: 'usajobs',
    title: 'USAJobs',
    policy: {
      intervalMinutes: 60,
      retentionDays: null,
      attribution: 'Link to the posting on USAJobs',
      mayRank: true,
      mayEmbed: true,
      mayFetchUnattended: true,
    },
    listing: 'window',
    manners: { mostRequests: 4 },
    form: 'json',
    first: ({ words }) => {
      const search = new URLSearchParams({ ResultsPerPage: String(SIZE), Page: '1' });
      if (words !== undefined) search.set('Keyword', words);
      return { url: `https://data.usajobs.gov/api/search?${search.toString()}`, headers };
    },
    page: (value, asked) => {
      const parsed = answer.safeParse(value);
      if (!parsed.success) return null;
      const { SearchResultItems: items, SearchResultCountAll: all } = parsed.data.SearchResult;
      const url = new URL(asked.url);
      const page = Number(url.searchParams.get('Page'));
      url.searchParams.set('Page', String(page + 1));
      const ended = items.length === 0 || (all !== null ? page * SIZE >= all : items.length < SIZE);
      return { items, next: ended ? null : { url: url.href, headers }, context: null };
    },
    item: z.object({
      MatchedObjectId: text,
      MatchedObjectDescriptor: part({
        PositionTitle: text,
        OrganizationName: text,
        DepartmentName: text,
        PositionURI: text,
        ApplyURI: texts,
        PositionLocationDisplay: text,
        PositionLocation: listOf(z.object({ LocationName: text })),
        PositionSchedule: listOf(z.object({ Name: text })),
        PositionRemuneration: listOf(money),
        JobCategory: listOf(z.object({ Name: text })),
        PublicationStartDate: moment,
        ApplicationCloseDate: moment,
        QualificationSummary: text,
        UserArea: part({ Details: part({ JobSummary: text, MajorDuties: texts, RemoteIndicator: flag }) }),
      }),
    }),
    posting: ({ MatchedObjectId, MatchedObjectDescriptor: job }) => {
      const { JobSummary, MajorDuties, RemoteIndicator } = job.UserArea.Details;
      const places = job.PositionLocation.map((place) => place.LocationName);
      return {
        sourceId: MatchedObjectId,
        url: job.PositionURI?.replace('.gov:443/', '.gov/'),
        applyUrl: job.ApplyURI[0],
        title: job.PositionTitle,
        company: job.OrganizationName ?? job.DepartmentName,
        locations: places.length > 0 && RemoteIndicator !== true ? places : [job.PositionLocationDisplay],
        locationCountry: 'US',
        isRemote: RemoteIndicator === true ? true : null,
        employment: employmentOf(...job.PositionSchedule.map((schedule) => schedule.Name)),
        html: [JobSummary, ...MajorDuties, job.QualificationSummary].map((words) => `<p>${words ?? ''}</p>`),
        pay: payOf(job.PositionRemuneration[0]),
        department: job.JobCategory[0]?.Name ?? job.DepartmentName,
        datePosted: job.PublicationStartDate,
        validThrough: job.ApplicationCloseDate,
      };
    },
    usual: {
      MatchedObjectId: 1,
      'MatchedObjectDescriptor.PositionTitle': 1,
      'MatchedObjectDescriptor.OrganizationName': 1,
      'MatchedObjectDescriptor.PositionURI': 1,
      'MatchedObjectDescriptor.PositionLocationDisplay': 1,
      'MatchedObjectDescriptor.PositionRemuneration[].MinimumRange': 0.95,
      'MatchedObjectDescriptor.PublicationStartDate': 1,
    },
  });
}
