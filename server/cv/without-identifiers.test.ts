import { describe, expect, it } from 'vitest';
import { readProfile } from './read-profile.ts';
import { withoutIdentifiers } from './without-identifiers.ts';

const CV = `Ana Petrova
Senior Backend Engineer
Musterstraße 12, 10115 Berlin, Germany
ana.petrova@example.org · +49 30 555 01 23 · linkedin.com/in/anapetrova
Date of birth: 4 May 1990
Marital status: married

Experience
Senior Backend Engineer, Meridian Pay\tJan 2021 – Present
• Ana led a team of 5 and moved payments to Python and PostgreSQL
Backend Engineer, Tallow Works\t2017 - 2020
• Ran 12 Django services on Kubernetes

Skills
Python, Django, PostgreSQL

References
Bo Lind, bo.lind@example.net, +46 8 555 12 34`;

const read = (text: string) =>
  readProfile(text.split('\n').map((line) => ({ text: line, size: 1, bold: false, gap: 0, heading: false })));

describe('a CV without identifiers', () => {
  const { text, profile } = read(CV);
  const left = withoutIdentifiers(text, [profile]);

  it('says nothing of who it is and where they live', () => {
    for (const word of ['Petrova', 'Ana', 'example.org', '555', 'linkedin', '1990', 'married', 'Musterstr', '10115'])
      expect(left, word).not.toContain(word);
    expect(left).not.toMatch(/@/u);
  });

  it('keeps the work word for word, dates and numbers too', () => {
    for (const words of [
      'Senior Backend Engineer, Meridian Pay\tJan 2021 – Present',
      'led a team of 5 and moved payments to Python and PostgreSQL',
      'Backend Engineer, Tallow Works\t2017 - 2020',
      '• Ran 12 Django services on Kubernetes',
      'Python, Django, PostgreSQL',
    ]) {
      expect(left).toContain(words);
      expect(text).toContain(words);
    }
  });

  it('knows the name as corrected and the name as read', () => {
    const name = { value: 'Anna Petrowa', span: { start: 0, end: 0 } };
    const both = withoutIdentifiers(`${text}\nAdded by you:\nAnna Petrowa`, [profile, { ...profile, name }]);
    for (const word of ['Petrova', 'Petrowa', 'Anna']) expect(both).not.toContain(word);
  });

  it('takes what stands first for the name where none was found', () => {
    expect(withoutIdentifiers('\nana the great\nPython', [{ ...profile, name: null }])).toBe('Python');
  });

  it('takes a German one', () => {
    const german = read(
      'Jonas Maier\nAnschrift: Am Markt 3, 04109 Leipzig\nTelefon: 0341 5550199\ngeboren am 03.02.1988 in Halle\nLedig, zwei Kinder\n\nBerufserfahrung\nSchweißer, Stahlbau Nord GmbH\t03/2015 – heute\n• Schweißt nach DIN EN ISO 9606',
    );
    const rest = withoutIdentifiers(german.text, [german.profile]);
    for (const word of ['Maier', 'Markt', '04109', '5550199', '1988', 'Halle', 'Kinder'])
      expect(rest).not.toContain(word);
    expect(rest).toContain('Schweißer, Stahlbau Nord GmbH\t03/2015 – heute');
    expect(rest).toContain('DIN EN ISO 9606');
  });
});
