import { expect, it } from 'vitest';
import { familyNames, skillShownBy } from './skill-families.ts';
import { canonicalSkill } from './skills.ts';

it('names only skills that the taxonomy knows by that name', () => {
  expect(familyNames().filter((name) => canonicalSkill(name) !== name)).toEqual([]);
});

it('knows that a part shows its whole, a whole part of its parts, and kin part of each other', () => {
  expect(skillShownBy('SQL', 'PostgreSQL')).toBe('whole');
  expect(skillShownBy('PostgreSQL', 'SQL')).toBe('part');
  expect(skillShownBy('PostgreSQL', 'MySQL')).toBe('part');
  expect(skillShownBy('PostgreSQL', 'React')).toBeNull();
});
