/** A CV as Perch reads it, in the fields that `read-cv --json` prints and evaluations compare. Pure. */
import type { CvQuality } from './extracted.ts';
import type { Profile, Said } from './profile.ts';

const plain = <Value>(said: Said<Value> | null): Value | null => said?.value ?? null;
const all = <Value>(list: readonly Said<Value>[]): Value[] => list.map(({ value }) => value);

/** The fields of a CV without the places in its text; what was not said is null or missing from its list. */
export type CvAsRead = {
  file: string;
  name: string | null;
  emails: string[];
  phones: string[];
  urls: string[];
  headline: string | null;
  location: { city: string | null; country: string | null };
  experience: { title: string | null; company: string | null; start: string | null; end: string | null }[];
  education: { institution: string | null; degree: string | null; end: string | null }[];
  skills: string[];
  languages: { lang: string; level: string | null }[];
  quality: CvQuality;
};

/** `profile` is null when nothing could be read; then every field is null or empty. */
export function cvAsRead(file: string, quality: CvQuality, profile: Profile | null): CvAsRead {
  return {
    file,
    name: plain(profile?.name ?? null),
    emails: all(profile?.emails ?? []),
    phones: all(profile?.phones ?? []),
    urls: all(profile?.urls ?? []),
    headline: plain(profile?.headline ?? null),
    location: plain(profile?.location ?? null) ?? { city: null, country: null },
    experience: (profile?.experience ?? []).map(({ title, company, start, end }) => ({
      title: plain(title),
      company: plain(company),
      start: plain(start),
      end: plain(end),
    })),
    education: (profile?.education ?? []).map(({ institution, degree, end }) => ({
      institution: plain(institution),
      degree: plain(degree),
      end: plain(end),
    })),
    skills: all(profile?.skills ?? []),
    languages: all(profile?.languages ?? []),
    quality,
  };
}
