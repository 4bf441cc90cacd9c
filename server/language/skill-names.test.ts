/** Tools and certificates by the names seekers use, and the roles that share a name with a tool. */
import { describe, expect, it } from 'vitest';
import { filterAfter } from './testing.ts';

describe('tools', () => {
  it.each([
    ['Power BI developer', 'Power BI', 'developer'],
    ['Google Ads specialist', 'Google Ads', 'specialist'],
    ['ArcGIS analyst', 'ArcGIS', 'analyst'],
    ['Tailwind developer', 'Tailwind', 'developer'],
    ['specialist with Epic experience', 'Epic', 'specialist'],
    ['designer with Illustrator skills', 'Illustrator', 'designer'],
    ['editor, knowledge of Final Cut Pro', 'Final Cut Pro', 'editor'],
    ['auditor, ISO 27001', 'ISO 27001', 'auditor'],
  ])('keep the name that was said: %s', (said, skill, title) => {
    expect(filterAfter(said)).toEqual({ skills: [skill], titles: [title] });
  });

  it.each(['chef in Lyon', 'illustrator in Bath', 'postman, York'])('are no roles without experience: %s', (said) => {
    expect(filterAfter(said).skills).toBeUndefined();
    expect(filterAfter(said).titles).toHaveLength(1);
  });
});
