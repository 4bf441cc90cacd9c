/** What asks for a skill, and what only names it. */
import { describe, expect, it } from 'vitest';
import { roleSkills } from '../../taxonomy/role-skills.ts';
import { skillNames } from '../../taxonomy/skills.ts';
import { roleKeys } from '../../taxonomy/titles.ts';
import { weighAsked } from './asked-skills.ts';
import { linesOf } from './sections.ts';

const asked = (text: string, title = ''): string[] => weighAsked(title, [], linesOf(text));

describe('skills asked', () => {
  it.each([
    ['Requirements:\n- Experience with Kafka and PostgreSQL', ['Apache Kafka', 'PostgreSQL']],
    ['Requirements:\n- You work closely with Sales, Marketing and Customer success teams', []],
    ['Requirements:\n- Bachelor degree in Computer Science, Statistics or Mathematics', []],
    ['Requirements:\n- Strong C/C++ skills', ['C', 'C++']],
    ['Requirements:\n- Partner with product, engineering and design', []],
    ['Requirements:\n- Read our Privacy Policy about SQL data', []],
    ['What you will do:\n- Must be familiar with Salesforce', ['Salesforce']],
    ['Requirements:\n- YouTube https://example.org/video', []],
    ['Requirements:\n- Proficiency in Python; Kubernetes is a plus', ['Python']],
  ])('%j', (text, expected) => expect(asked(text)).toEqual(expected));

  it('puts what the title names first, and adds the field of the role', () => {
    expect(asked('Requirements:\n- Docker\n- Terraform', 'Backend Engineer (Python)')).toEqual([
      'Python',
      'Backend development',
      'Docker',
      'Terraform',
    ]);
  });

  it('reads what one will do where little is asked', () => {
    expect(asked('What you will do:\n- Build pipelines in Airflow')).toEqual(['Apache Airflow']);
  });

  it('names fields of roles as the taxonomy does', () => {
    const [roles, skills] = [new Set(roleKeys()), new Set(skillNames())];
    const unknown = [...roleSkills()].filter(([role, skill]) => !roles.has(role) || !skills.has(skill));
    expect(unknown).toEqual([]);
  });
});
