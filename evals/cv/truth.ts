/** What rendercv's CVs say, from the YAML each was made of. Fields as `read-cv` names them. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const date = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? null : String(value)));

const yamlSchema = z.object({
  cv: z.object({
    name: z.string(),
    location: z.string(),
    email: z.string(),
    website: z.string(),
    social_networks: z.array(z.object({ network: z.string(), username: z.string() })),
    sections: z.object({
      experience: z.array(z.object({ company: z.string(), position: z.string(), start_date: date, end_date: date })),
      education: z.array(z.object({ institution: z.string(), degree: z.string(), end_date: date })),
      skills: z.array(z.object({ label: z.string(), details: z.string() })),
    }),
  }),
});

export type Truth = {
  name: string;
  emails: string[];
  /** Each has to be part of an address that was read. */
  urls: string[];
  city: string;
  experience: { title: string; company: string; start: string | null; end: string | null }[];
  education: { institution: string; degree: string; end: string | null }[];
  skills: string[];
};

/** Throws when the file is of another shape. */
export function readTruth(path: string): Truth {
  const { cv } = yamlSchema.parse(parse(readFileSync(path, 'utf8')));
  return {
    name: cv.name,
    emails: [cv.email],
    urls: [
      cv.website.replace(/^https?:\/\/|\/$/gu, ''),
      ...cv.social_networks.map(
        ({ network, username }) => `${network.toLowerCase()}.com/${network === 'LinkedIn' ? 'in/' : ''}${username}`,
      ),
    ],
    city: cv.location.split(',')[0] ?? '',
    experience: cv.sections.experience.map(({ company, position, start_date, end_date }) => ({
      title: position,
      company,
      start: start_date,
      end: end_date,
    })),
    education: cv.sections.education.map(({ institution, degree, end_date }) => ({
      institution,
      degree,
      end: end_date,
    })),
    skills: cv.sections.skills.flatMap(({ details }) => details.split(', ')),
  };
}
