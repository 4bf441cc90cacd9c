/** The profile of a CV, by rules: the same text always gives the same profile, and every value has its place in it. Pure. */
import { type Contacts, readContacts } from './contacts.ts';
import { type CvDocument, documentOf, type PlacedLine } from './document.ts';
import { isWork, readEducation } from './education.ts';
import { entriesIn } from './entries.ts';
import { readExperience } from './experience.ts';
import type { CvLine } from './extracted.ts';
import type { Section } from './headings.ts';
import { sectionOf } from './headings.ts';
import { readLevel } from './level.ts';
import { readName } from './name.ts';
import type { Education, Experience, Profile, Span } from './profile.ts';
import { readSkills } from './skills-found.ts';
import { isSpokenLanguage, readLanguages } from './spoken-languages.ts';

/** The text of a CV and what it says. Spans of the profile point into `text`. */
export type ReadCv = { text: string; profile: Profile };

export function readProfile(lines: readonly CvLine[]): ReadCv {
  const document = documentOf(lines);
  const contacts = readContacts(document);
  const { name, headline } = readName(document, contacts.emails);
  const learnt = sectionsOf(document, 'education').map(entriesIn);
  const worked = [...sectionsOf(document, 'experience').map(entriesIn), ...learnt.map((part) => part.filter(isWork))];
  const experience = worked.flatMap(readExperience);
  const education = learnt.flatMap((part) => readEducation(part.filter((entry) => !isWork(entry))));
  return {
    text: document.text,
    profile: {
      name,
      headline,
      ...contacts,
      summary: summaryOf(document),
      experience,
      education,
      skills: readSkills(document, otherNames(name, contacts, experience, education)),
      languages: readLanguages(languageLines(document)),
      ...readLevel(headline, experience),
    },
  };
}

/** People, addresses, employers and schools: "Figma" is where somebody worked, not what they can do. */
function otherNames(
  name: Profile['name'],
  { emails, urls }: Contacts,
  experience: readonly Experience[],
  education: readonly Education[],
): Span[] {
  const names = [name, ...experience.map(({ company }) => company), ...education.map(({ institution }) => institution)];
  return [...emails, ...urls, ...names].flatMap((said) => (said === null ? [] : [said.span]));
}

function sectionsOf({ parts }: CvDocument, section: Section): PlacedLine[][] {
  return parts.filter((part) => part.section === section).map(({ lines }) => lines);
}

const LABEL = /^(?:• )?([^:\t]{3,40}):\s*/u;

/** Lines about spoken languages: a section of their own, or a labelled line in another. */
function languageLines(document: CvDocument): PlacedLine[] {
  const own = sectionsOf(document, 'languages').flat();
  const labelled = document.parts
    .filter(({ section }) => section !== 'languages' && section !== 'references')
    .flatMap(({ lines }) => lines)
    .filter(({ text }) => {
      const label = LABEL.exec(text);
      return (
        label !== null && sectionOf(label[1] ?? '') === 'languages' && isSpokenLanguage(text.slice(label[0].length))
      );
    });
  return [...own, ...labelled];
}

/** The words of the summary as they stand, from its first line to its last. */
function summaryOf(document: CvDocument): Profile['summary'] {
  const lines = sectionsOf(document, 'summary').find((part) => part.length > 0);
  const first = lines?.[0];
  const last = lines?.at(-1);
  if (first === undefined || last === undefined) return null;
  const span = { start: first.start, end: last.start + last.text.length };
  return { value: document.text.slice(span.start, span.end), span };
}
