/** A JSON Resume as lines of text, in the order and under the headings in which people write CVs. Pure. */
import { type CvLine, type ExtractedCv, unreadable } from './extracted.ts';
import { type Resume, resumeSchema } from './resume.ts';

/** Null when the text is no JSON object. */
export function extractJsonResume(text: string): ExtractedCv | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const resume = resumeSchema.safeParse(value);
  if (!resume.success) return null;
  const lines = linesOf(resume.data);
  return lines.length === 0 ? unreadable('json', 'empty') : { ...unreadable('json', 'ok', 1), lines };
}

function linesOf({ basics, work, education, skills, languages, projects }: Resume): CvLine[] {
  const lines: CvLine[] = [];
  const add = (text: string, over: Partial<CvLine> = {}): void => {
    if (text.trim() !== '') lines.push({ text, size: 1, bold: false, gap: 0, heading: false, ...over });
  };
  const apart = (...parts: (string | undefined)[]): string => parts.filter((part) => part).join('\t');
  const section = (title: string, entries: readonly unknown[]): void => {
    if (entries.length > 0) add(title, { heading: true, bold: true, size: 1.4, gap: 1 });
  };
  const dates = (start?: string, end?: string): string =>
    start || end ? `${start ?? ''} – ${end ?? 'present'}`.trim() : '';
  add(basics.name ?? '', { size: 2, bold: true });
  add(basics.label ?? '');
  const { city, region, countryCode } = basics.location;
  add(apart(basics.email, basics.phone, basics.url, [city, region, countryCode].filter(Boolean).join(', ')));
  add(apart(...basics.profiles.map(({ url, network, username }) => url ?? [network, username].join(' '))));
  if (basics.summary) {
    section('Summary', [basics.summary]);
    add(basics.summary);
  }
  section('Experience', work);
  for (const entry of work) {
    add(apart(entry.position, entry.name ?? entry.company, entry.location, dates(entry.startDate, entry.endDate)), {
      gap: 1,
    });
    add(entry.summary ?? '');
    for (const highlight of entry.highlights) add(`• ${highlight}`);
  }
  section('Education', education);
  for (const entry of education) {
    add(apart(entry.studyType, entry.area, entry.institution, dates(entry.startDate, entry.endDate)), { gap: 1 });
    for (const course of entry.courses) add(`• ${course}`);
  }
  section('Skills', skills);
  // In brackets, so that the name of a group counts as a skill too.
  for (const { name, keywords } of skills) {
    add(keywords.length < 2 || name === undefined ? apart(name, ...keywords) : `${name} (${keywords.join(', ')})`);
  }
  section('Languages', languages);
  for (const { language, fluency } of languages) add(apart(language, fluency));
  section('Projects', projects);
  for (const { name, description, highlights, keywords } of projects) {
    add(name ?? '', { gap: 1 });
    add(description ?? '');
    for (const highlight of highlights) add(`• ${highlight}`);
    add(keywords.join(', '));
  }
  return lines;
}
