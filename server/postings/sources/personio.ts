/**
 * Personio's feed (https://developer.personio.de/docs/retrieving-open-job-positions): all positions of an employer as
 * XML, without addresses: those are built. A position may come again in another language; an empty board is an empty
 * root. Employers are known by their whole host, which ends in .de or .com.
 */
import { z } from 'zod';
import { type EmployerBoard, employerPolicy } from './employer-board.ts';
import { employmentOf } from './employment-words.ts';
import { companyFromSlug } from './fields.ts';
import { createSource } from './read-board.ts';
import { splitWords } from './rss.ts';
import { listOf, moment, part, text, texts } from './tolerant.ts';

const HOST = /^[a-z\d-]{1,63}\.jobs\.personio\.(?:de|com)$/u;
const answer = z.object({ 'workzag-jobs': part({ position: listOf(z.unknown()) }) });

export const personio: EmployerBoard = {
  name: 'personio',
  title: 'Personio',
  slugOf: (url) => (HOST.test(url.hostname) ? url.hostname : null),
  source: (host) =>
    createSource({
      name: 'personio',
      title: 'Personio',
      policy: employerPolicy('Personio'),
      listing: 'complete',
      form: 'xml',
      first: () => ({ url: `https://${host}/xml?language=en` }),
      page: (value) => {
        const parsed = answer.safeParse(value);
        return parsed.success ? { items: parsed.data['workzag-jobs'].position, next: null, context: null } : null;
      },
      item: z.object({
        id: text,
        subcompany: text,
        office: text,
        additionalOffices: part({ office: texts }),
        department: text,
        recruitingCategory: text,
        name: text,
        jobDescriptions: part({ jobDescription: listOf(part({ name: text, value: text })) }),
        employmentType: text,
        schedule: text,
        keywords: text,
        createdAt: moment,
      }),
      posting: (job) => {
        const url = job.id === null ? null : `https://${host}/job/${encodeURIComponent(job.id)}`;
        return {
          sourceId: job.id,
          url,
          applyUrl: url,
          title: job.name,
          company: job.subcompany ?? companyFromSlug(host.split('.')[0] ?? ''),
          locations: [job.office, ...job.additionalOffices.office],
          employment: employmentOf(
            job.employmentType,
            job.schedule?.replace('full-or-part-time', 'full-time, part-time') ?? null,
          ),
          html: job.jobDescriptions.jobDescription.flatMap((section) => [
            `<p>${section.name ?? ''}</p>`,
            section.value,
          ]),
          skills: splitWords(job.keywords),
          department: job.department ?? job.recruitingCategory,
          datePosted: job.createdAt,
        };
      },
      usual: {
        id: 1,
        name: 1,
        office: 0.95,
        department: 0.8,
        employmentType: 0.95,
        schedule: 0.95,
        createdAt: 1,
        'jobDescriptions.jobDescription[].value': 0.9,
      },
    }),
};
