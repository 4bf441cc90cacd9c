/** Profiles by rules, from CVs in three languages; and that no value is ever anywhere but in the text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cvAsRead } from './as-read.ts';
import { extractPlain } from './plain-text.ts';
import { profileSchema } from './profile.ts';
import { readProfile } from './read-profile.ts';

const read = (text: string, format: 'text' | 'markdown' = 'text') => {
  const { lines } = extractPlain(text, format);
  const { profile, text: whole } = readProfile(lines);
  return { ...cvAsRead('cv', 'ok', profile), profile, whole };
};

const GERMAN = `LEBENSLAUF

Persönliche Daten
Name: Katharina Weißmüller
Geburtsdatum: 14.03.1989 in Jena
Anschrift: Lindenstraße 12, 04109 Leipzig
Telefon: +49 341 5550123
E-Mail: k.weissmueller@beispiel.de

Berufserfahrung
03/2019 – heute     Leiterin Finanzbuchhaltung
                    Sachsenwerk Maschinenbau GmbH, Leipzig
                    - Einführung von SAP S/4HANA und DATEV
09/2014 – 02/2019   Bilanzbuchhalterin
                    Elbtal Logistik AG, Dresden
                    - Monats- und Jahresabschlüsse nach HGB

Ausbildung
10/2010 – 08/2014   Bachelor of Arts, Betriebswirtschaftslehre
                    Universität Leipzig
2008                Abitur, Thomasschule Leipzig

Kenntnisse
SAP S/4HANA, DATEV, Microsoft Excel (sehr gut), Power BI

Sprachen
Deutsch – Muttersprache
Englisch – verhandlungssicher (C1)
Französisch – Grundkenntnisse`;

const UKRAINIAN = `Олена Коваленко
Розробниця Python
Київ, Україна | olena.kovalenko@example.ua | +380 67 555 01 23

Досвід роботи
Старша розробниця Python, ТОВ «Дніпро Софт»
січень 2021 – дотепер
• Перевела сервіс на FastAPI

Розробниця Python, Лінія Даних
червень 2018 – грудень 2020
• Писала фонові задачі на Celery

Освіта
Магістр, Комп'ютерні науки
КПІ ім. Ігоря Сікорського, 2018

Навички
Python, Django, PostgreSQL

Мови
Українська – рідна, англійська – B2`;

const MARKDOWN = `# Priya Raman
**Product Designer** · Toronto, Canada · [priya@raman.example](mailto:priya@raman.example) · [Site](https://priyaraman.design)

## Experience

### Senior Product Designer — Northwind Health
*March 2020 – Present · Toronto*

- Built a design system in **Figma**

### Product Designer at Maple Payments Inc.
*Jun 2016 - Feb 2020*

- Designed checkout flows

## Skills

- Design: Figma, Sketch, prototyping
- Languages: English (native), French (B1)

## References

Anna Lind, anna@lind.example, +1 416 555 0100`;

describe('readProfile', () => {
  it('reads a German CV', () => {
    expect(read(GERMAN)).toMatchObject({
      name: 'Katharina Weißmüller',
      emails: ['k.weissmueller@beispiel.de'],
      phones: ['+49 341 5550123'],
      location: { city: 'Leipzig', country: 'DE' },
      experience: [
        {
          title: 'Leiterin Finanzbuchhaltung',
          company: 'Sachsenwerk Maschinenbau GmbH',
          start: '2019-03',
          end: 'present',
        },
        { title: 'Bilanzbuchhalterin', company: 'Elbtal Logistik AG', start: '2014-09', end: '2019-02' },
      ],
      education: [
        { institution: 'Universität Leipzig', degree: 'Bachelor of Arts', end: '2014-08' },
        { institution: 'Thomasschule Leipzig', degree: 'Abitur', end: '2008' },
      ],
      languages: [
        { lang: 'de', level: 'native' },
        { lang: 'en', level: 'C1' },
        { lang: 'fr', level: 'A2' },
      ],
    });
    expect(read(GERMAN).skills).toEqual(
      expect.arrayContaining(['SAP S/4HANA', 'DATEV', 'Microsoft Excel', 'Power BI']),
    );
  });

  it('reads a Ukrainian CV', () => {
    expect(read(UKRAINIAN)).toMatchObject({
      name: 'Олена Коваленко',
      headline: 'Розробниця Python',
      location: { city: 'Kyiv', country: 'UA' },
      experience: [
        { title: 'Старша розробниця Python', company: 'ТОВ «Дніпро Софт»', start: '2021-01', end: 'present' },
        { title: 'Розробниця Python', company: 'Лінія Даних', start: '2018-06', end: '2020-12' },
      ],
      education: [{ institution: 'КПІ ім. Ігоря Сікорського', degree: 'Магістр', end: '2018' }],
      languages: [
        { lang: 'uk', level: 'native' },
        { lang: 'en', level: 'B2' },
      ],
    });
    expect(read(UKRAINIAN).profile.seniority?.value).toBe('senior');
  });

  it('reads Markdown, languages in a list of skills, and leaves other people out', () => {
    const cv = read(MARKDOWN, 'markdown');
    expect(cv).toMatchObject({
      name: 'Priya Raman',
      headline: 'Product Designer',
      emails: ['priya@raman.example'],
      phones: [],
      urls: ['https://priyaraman.design'],
      experience: [
        { title: 'Senior Product Designer', company: 'Northwind Health', start: '2020-03', end: 'present' },
        { title: 'Product Designer', company: 'Maple Payments Inc.', start: '2016-06', end: '2020-02' },
      ],
      languages: [
        { lang: 'en', level: 'native' },
        { lang: 'fr', level: 'B1' },
      ],
    });
    expect(cv.skills).toEqual(expect.not.arrayContaining(['English']));
  });

  it('puts roles under one employer to it', () => {
    const cv = read(
      'Ines Moreau\n\nExperience\nMill & Sons Ltd, Lyon\n• Head Baker\tMay 2020 – now\n• Baker\t2017 – 2020',
    );
    expect(cv.experience).toEqual([
      { title: 'Head Baker', company: 'Mill & Sons Ltd', start: '2020-05', end: 'present' },
      { title: 'Baker', company: 'Mill & Sons Ltd', start: '2017', end: '2020' },
    ]);
  });

  it('does not take an employer with a town in its name for a place', () => {
    const cv = read('Ines Moreau\n\nExperience\nBackend Engineer — Meridian Pay | Jun 2020 – Dec 2022\n- Wrote it');
    expect(cv.experience).toMatchObject([{ title: 'Backend Engineer', company: 'Meridian Pay' }]);
  });

  it('keeps what a skill was called and what the taxonomy calls it, and where else it is named', () => {
    const { profile, whole } = read(
      'Ines Moreau\n\nSkills\nk8s, Go\n\nExperience\nBaker, Mill Ltd, 2019 – 2020\n- Ran Kubernetes',
    );
    const [first] = profile.skills;
    expect(first).toMatchObject({ value: 'k8s', canonical: 'Kubernetes', isListed: true });
    expect(first?.evidence.map(({ start, end }) => whole.slice(start, end))).toEqual(['k8s', 'Kubernetes']);
  });

  it('takes a name for a name, also where it is written like a method', () => {
    const cv = read('JOHN DOE\nSENIOR SOFTWARE ENGINEER\n\nSKILLS\nGo, Python');
    expect(cv.name).toBe('John Doe');
    expect(cv.skills).toEqual(['Go', 'Python']);
  });

  it('says nothing where nothing is said', () => {
    expect(read('Dear reader,\nthis is a letter about nothing.')).toMatchObject({
      name: null,
      experience: [],
      education: [],
      skills: [],
      location: { city: null, country: null },
    });
  });
});

/** Every value with a place, from anywhere in a profile. */
function* spans(value: unknown): Generator<{ value: unknown; start: number; end: number }> {
  if (value === null || typeof value !== 'object') return;
  if (
    'span' in value &&
    value.span !== null &&
    typeof value.span === 'object' &&
    'start' in value.span &&
    'end' in value.span
  ) {
    yield {
      value: 'value' in value ? value.value : null,
      start: Number(value.span.start),
      end: Number(value.span.end),
    };
  }
  for (const part of Object.values(value)) yield* spans(part);
}

describe('any text', () => {
  const pieces = `${GERMAN}\n${UKRAINIAN}\n${MARKDOWN}`.split(/(?<=[\s,–|])/u);

  it('gives a valid profile whose names, titles and skills are the very words of their places', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' })), { maxLength: 60 }),
        (words) => {
          const { profile, whole } = read(words.join(''));
          expect(profileSchema.parse(profile)).toEqual(profile);
          const literal = [profile.name, profile.headline, profile.experience, profile.education, profile.skills];
          for (const { value, start, end } of spans(literal)) {
            const said = whole.slice(start, end);
            expect(said.trim()).not.toBe('');
            const isDate = typeof value === 'string' && /^(?:\d{4}(?:-\d\d)?|present)$/u.test(value);
            if (typeof value === 'string' && !isDate) expect(said.toLowerCase()).toBe(value.toLowerCase());
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('takes time in proportion to the text, also for text made to be slow', () => {
    for (const odd of [
      '2019 – '.repeat(20_000),
      'a@'.repeat(50_000),
      '1 '.repeat(100_000),
      'A, '.repeat(50_000),
      '('.repeat(100_000),
      'www.'.repeat(40_000),
      '\t'.repeat(100_000),
      'Baker\n'.repeat(30_000),
    ]) {
      expect(read(odd).whole.length).toBeGreaterThanOrEqual(0);
    }
  }, 20_000);
});
