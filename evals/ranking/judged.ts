/** Graded postings of two benchmarks, and the people they were graded for, in the shapes that scoring takes. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Wishes } from '../../server/cv/corrections.ts';
import { NOTHING_SAID, type SourcePosting } from '../../server/postings/job-posting.ts';

/** `cv` is a CV, a line each. */
export interface Seeker {
  cv: string[];
  wishes: Wishes;
  homeCountry: string;
}

/** Postings with a grade each; for best and worst 1 and -1, and 0 for all others. */
export interface Judged {
  seeker: Seeker;
  postings: SourcePosting[];
  grades: number[];
  today: string;
}

const read = (folder: URL, path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));

function posting(
  said: Partial<SourcePosting> & Pick<SourcePosting, 'sourceId' | 'title' | 'description'>,
): SourcePosting {
  return {
    ...NOTHING_SAID,
    source: 'graded',
    url: 'https://jobs.example.org/1',
    ...said,
  };
}

const graded = z.object({
  profile: z.object({
    target_titles: z.array(z.string()),
    domains_keywords: z.object({ tech_stack: z.array(z.string()) }),
  }),
  jobs: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      company: z.string().nullable(),
      description: z.string().nullable(),
      requirements: z.string().nullable(),
      responsibilities: z.string().nullable(),
      location: z.string().nullable(),
      remote: z.boolean().nullable(),
    }),
  ),
});
const labelled = z.object({ labels: z.array(z.object({ job_id: z.string(), grade: z.number() })) });

/** 122 postings graded 0 to 3 for a developer in Brazil who works remotely. All count as equally new. */
export function gradedPostings(folder: URL): Judged {
  const { profile, jobs } = graded.parse(read(folder, 'posting_relevance/eval/golden/fixture.json'));
  const { labels } = labelled.parse(read(folder, 'posting_relevance/eval/golden/qrels.json'));
  const grades = new Map(labels.map(({ job_id, grade }) => [job_id, grade]));
  const [title = ''] = profile.target_titles;
  return {
    seeker: {
      cv: [
        'Golden Fixture',
        `Mid-level ${title}`,
        'Brazil',
        'Experience',
        `${title}, Example\tJun 2020 – Present`,
        'Skills',
        profile.domains_keywords.tech_stack.join(', '),
      ],
      wishes: { workplace: ['remote'] },
      homeCountry: 'BR',
    },
    postings: jobs.map(({ id, title: name, company, description, requirements, responsibilities, location, remote }) =>
      posting({
        sourceId: id,
        title: name,
        company,
        description: [
          description,
          ...(responsibilities === null ? [] : ['Responsibilities', responsibilities]),
          ...(requirements === null ? [] : ['Requirements', requirements]),
        ].join('\n'),
        locations: location === null ? [] : [location],
        isRemote: remote,
      }),
    ),
    grades: jobs.map(({ id }) => grades.get(id) ?? 0),
    today: '2026-07-01',
  };
}

const ranked = z.object({
  jobs: z.array(
    z.object({
      id: z.number(),
      title: z.string(),
      company: z.string().nullable(),
      description: z.string(),
      skills: z.array(z.object({ name: z.string(), keywords: z.array(z.string()).nullish() })).nullish(),
      remote: z.string().nullish(),
      salary: z.string().nullish(),
      posted_at: z.string().nullish(),
    }),
  ),
});
const chosen = z.object({
  best: z.array(z.object({ id: z.number() })),
  worst: z.array(z.object({ id: z.number() })),
});

/** 100 postings for one senior developer in Australia. The CV itself is not there: these are the facts that the set names. */
export function bestAndWorst(folder: URL): Judged {
  const fixture = 'jsonresume_goldset/apps_registry_app_api_v1_jobs_matching_eval___fixtures___';
  const { jobs } = ranked.parse(read(folder, `${fixture}corpus.json`));
  const { best, worst } = chosen.parse(read(folder, `${fixture}goldset.json`));
  const grade = (id: number): number =>
    best.some((job) => job.id === id) ? 1 : worst.some((job) => job.id === id) ? -1 : 0;
  return {
    seeker: {
      cv: [
        'Golden Set',
        'Senior Full-Stack Engineer',
        'Melbourne, Australia',
        'Experience',
        'Senior Full-Stack Engineer, Example\tJan 2011 – Present',
        'Skills',
        'JavaScript, TypeScript, React, Next.js, Node.js, Ruby on Rails, Python, PostgreSQL, MongoDB, GraphQL, REST, AWS, Docker, OpenAI API, LLM, AI agents, Open source',
      ],
      wishes: { workplace: ['remote'] },
      homeCountry: 'AU',
    },
    postings: jobs.map(({ id, title, company, description, skills, remote, salary, posted_at }) =>
      posting({
        sourceId: String(id),
        title,
        company: company?.slice(0, 300) ?? null,
        description: [
          description,
          ...(salary === null || salary === undefined ? [] : [`Salary: ${salary}`]),
          'Requirements',
          ...(skills ?? []).map(({ name, keywords }) => `- ${[name, ...(keywords ?? [])].join(', ')}`),
        ].join('\n'),
        completeness: 'snippet',
        workplace: remote === 'Full' ? 'remote' : remote === 'Hybrid' ? 'hybrid' : remote === 'None' ? 'onsite' : null,
        datePosted: posted_at === null || posted_at === undefined ? null : new Date(posted_at).toISOString(),
      }),
    ),
    grades: jobs.map(({ id }) => grade(id)),
    today: '2026-07-20',
  };
}
