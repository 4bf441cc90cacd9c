/** The field of skill that a role works in: a title asks for it. Facts are in `data/role-skills.txt`; pure look-ups. */
import { dataLines, lazy } from './data-file.ts';

const load = lazy(
  () =>
    new Map(
      dataLines('role-skills.txt').map((line) => {
        const colon = line.indexOf(': ');
        return [line.slice(0, colon), line.slice(colon + 2)] as const;
      }),
    ),
);

/** The skill that the role is about ("backend engineer" → "Backend development"), or null when it has no one field. */
export function skillOfRole(role: string): string | null {
  return load().get(role) ?? null;
}

/** All roles with a field, and the field. */
export function roleSkills(): ReadonlyMap<string, string> {
  return load();
}
