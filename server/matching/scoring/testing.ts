/** CVs and postings for tests of scoring, written by us. */
import { readProfile } from '../../cv/read-profile.ts';
import type { CvLine } from '../../cv/extracted.ts';
import { readPosting } from '../../postings/reading/read-posting.ts';
import type { SourcePosting } from '../../postings/job-posting.ts';
import { bare } from '../../postings/testing/bare-posting.ts';
import type { Wishes } from '../../cv/corrections.ts';
import { type Candidate, candidateOf } from './candidate.ts';
import type { ScoredPosting } from './requirements.ts';

export const TODAY = '2026-11-21';

const CV = `Ana Petrova
Senior Backend Engineer
Berlin, Germany
ana@example.org

Experience
Senior Backend Engineer, Meridian Pay\tJan 2021 – Present
• Built payment services with Python and PostgreSQL for the whole of the company
Backend Engineer, Tallow Works\tJan 2017 – Dec 2020
• Ran Django services on Kubernetes with a small team

Education
BSc Computer Science, University of Leeds\t2013 – 2016

Skills
Python, Django, PostgreSQL, Kubernetes, Terraform, AWS

Languages
English (native), German (B2)`;

/** A CV of this text, a line each, ready to be compared. */
export function candidate(options: { text?: string; wishes?: Wishes; homeCountry?: string | null } = {}): Candidate {
  const lines = (options.text ?? CV)
    .split('\n')
    .map((text): CvLine => ({ text, size: 1, bold: false, gap: 0, heading: false }));
  const { text, profile } = readProfile(lines.filter((line) => line.text !== ''));
  return candidateOf({ text, profile, wishes: options.wishes ?? {}, homeCountry: options.homeCountry ?? null }, TODAY);
}

/** A posting as reading makes it. */
export function posting(over: Partial<SourcePosting> = {}): ScoredPosting {
  const source = bare(over);
  return {
    title: source.title,
    description: source.description,
    completeness: source.completeness,
    facts: readPosting(source),
    postedOn: source.datePosted?.slice(0, 10) ?? TODAY,
    validThrough: source.validThrough,
  };
}
