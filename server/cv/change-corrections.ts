/** How a change, by click or sentence, becomes part of the corrections of a CV. Pure. */
import type { Corrections } from './corrections.ts';
import type { CorrectionChange } from './cv.ts';
import type { Profile } from './profile.ts';

/** The corrections after a change. Removing what was added takes it back; removing what was read hides it. */
export function changeCorrections(before: Corrections, change: CorrectionChange, read: Profile): Corrections {
  const base = change.reset === true ? {} : before;
  const skills = lists(base.skills, change.addSkills, change.removeSkills, (skill) => skill.toLowerCase(), {
    known: read.skills.map(({ value }) => value.toLowerCase()),
  });
  const titles = lists(base.titles, change.addTitles, change.removeTitles, (title) => title.toLowerCase(), {
    known: read.targetTitles.map(({ value }) => value.toLowerCase()),
  });
  const languages = lists(
    base.languages,
    change.addLanguages,
    change.removeLanguages,
    (language) => (typeof language === 'string' ? language : language.lang),
    // A level that was read may be wrong: said anew, the read one gives way.
    { known: [], hides: (change.addLanguages ?? []).map(({ lang }) => lang) },
  );
  const experience = new Map((base.experience ?? []).map((entry) => [entry.entry, entry]));
  for (const entry of change.experience ?? []) {
    experience.set(entry.entry, { ...experience.get(entry.entry), ...entry });
  }
  return {
    values: { ...base.values, ...change.set },
    skills,
    titles,
    languages,
    experience: [...experience.values()],
    wishes: { ...base.wishes, ...change.wishes },
  };
}

function lists<Item>(
  before: { added: Item[]; hidden: string[] } | undefined,
  add: readonly Item[] = [],
  remove: readonly string[] = [],
  keyOf: (item: Item | string) => string,
  more: { known: readonly string[]; hides?: readonly string[] },
): { added: Item[]; hidden: string[] } {
  const adding = new Set(add.map(keyOf));
  const removing = new Set(remove.map(keyOf));
  const fresh = add.filter((item) => !more.known.includes(keyOf(item)));
  const kept = (before?.added ?? []).filter((item) => !removing.has(keyOf(item)) && !adding.has(keyOf(item)));
  const hidden = (before?.hidden ?? []).filter((item) => !adding.has(keyOf(item)));
  return { added: [...kept, ...fresh], hidden: [...new Set([...hidden, ...(more.hides ?? []), ...remove])] };
}
