/** The sample board is what it promises: the same each time, varied, honest about being a sample, and readable. */
import { describe, expect, it } from 'vitest';
import { sourcePostingSchema } from '../job-posting.ts';
import { readPosting } from '../reading/read-posting.ts';
import { samplePostings } from './sample-board.ts';
import { sampleRoles } from './sample-roles.ts';

const today = new Date('2026-11-20T12:00:00Z');
const board = samplePostings(200, today);
const facts = board.map(readPosting);

describe('the sample board', () => {
  it('is deterministic, and a longer one begins like a shorter one', () => {
    expect(samplePostings(200, today)).toEqual(board);
    expect(samplePostings(300, today).slice(0, 200)).toEqual(board);
  });

  it('holds the shape and says that it is a sample', () => {
    for (const posting of board) {
      expect(sourcePostingSchema.safeParse(posting).success).toBe(true);
      expect(posting.isSample && posting.url.startsWith('https://sample.perch.invalid/postings/')).toBe(true);
    }
    expect(new Set(board.map((posting) => posting.sourceId)).size).toBe(200);
  });

  it('has many roles, countries and ways of working, and leaves some things open', () => {
    expect(new Set(facts.flatMap(({ roles }) => roles)).size).toBeGreaterThanOrEqual(60);
    expect(new Set(facts.flatMap(({ countries }) => countries)).size).toBeGreaterThanOrEqual(15);
    for (const mode of ['remote', 'hybrid', 'onsite'] as const)
      expect(facts.filter(({ workplace }) => workplace.includes(mode)).length).toBeGreaterThan(10);
    expect(facts.filter(({ pay }) => pay === null).length).toBeGreaterThan(20);
    expect(facts.filter(({ eligible }) => eligible.elsewhere === 'unclear').length).toBeGreaterThan(10);
    expect(board.filter(({ description }) => /[а-яїєі]{5}/u.test(description)).length).toBeGreaterThan(3);
  });

  it('has four hundred titles over twelve fields of work, thirty countries and three languages', () => {
    expect(new Set(sampleRoles().map(({ en }) => en)).size).toBeGreaterThanOrEqual(400);
    expect(new Set(sampleRoles().map(({ field }) => field)).size).toBeGreaterThanOrEqual(12);
    for (const role of sampleRoles()) {
      for (const title of [role.en, role.de, role.uk]) expect(title, role.en).toMatch(/^[^*]{3,}$/u);
      expect(role.pay[0], role.en).toBeLessThan(role.pay[1]);
      expect(role.skills.every((skill) => skill !== '') && role.does !== '', role.en).toBe(true);
    }
    const large = samplePostings(3000, today);
    expect(new Set(large.map(({ locations }) => locations[0]?.split(', ')[1])).size).toBeGreaterThanOrEqual(30);
    const scripts = [/[а-яїєі]{5}/u, /Sie bringen mit/u, /You bring/u];
    for (const script of scripts) expect(large.some(({ description }) => script.test(description))).toBe(true);
  });

  it('has remote Python work that can be done from Germany', () => {
    const found = facts.filter(
      (fact) =>
        fact.workplace.includes('remote') &&
        fact.skills.some(({ name }) => name === 'Python') &&
        fact.eligible.yes.includes('DE'),
    );
    expect(found.length).toBeGreaterThanOrEqual(5);
  });
});
