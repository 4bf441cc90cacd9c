/** The sample board's sentences, in three languages. Written for this project. */
import type { Seniority, Workplace } from '../job-posting.ts';

export type SampleLanguage = 'en' | 'de' | 'uk';

const ABOUT: Record<SampleLanguage, readonly string[]> = {
  en: [
    '{company} is a company of {people} people that has been around for {age} years.',
    'We are {company}, {people} colleagues who like to finish what they start.',
    '{company} began in a garage {age} years ago; today {people} of us work here.',
  ],
  de: [
    '{company} ist ein Unternehmen mit {people} Menschen und besteht seit {age} Jahren.',
    'Wir sind {company}: {people} Kolleginnen und Kollegen, die gern zu Ende bringen, was sie anfangen.',
  ],
  uk: [
    '{company} — це команда з {people} людей, яка працює вже {age} років.',
    'Ми — {company}: {people} колег, які доводять почате до кінця.',
  ],
};

const TASK: Record<SampleLanguage, string> = {
  en: 'As {title} you {does}.',
  de: 'Als {title} gestalten Sie Ihren Bereich selbst und stimmen sich im Team ab.',
  uk: 'На посаді «{title}» ви самі відповідаєте за свою ділянку і радитеся з командою.',
};

const ASK: Record<SampleLanguage, string> = { en: 'You bring', de: 'Sie bringen mit', uk: 'Що потрібно' };
const GIVE: Record<SampleLanguage, string> = { en: 'We offer', de: 'Wir bieten', uk: 'Що ми пропонуємо' };

const YEARS: Record<SampleLanguage, string> = {
  en: '{years} years of experience in a similar job',
  de: '{years} Jahre Berufserfahrung in einer ähnlichen Aufgabe',
  uk: '{years} роки досвіду на схожій посаді',
};

const SKILL: Record<SampleLanguage, readonly string[]> = {
  en: ['Good knowledge of {skill}', 'Experience with {skill}', 'You know {skill} well'],
  de: ['Gute Kenntnisse in {skill}', 'Erfahrung mit {skill}', 'Sicherer Umgang mit {skill}'],
  uk: ['Добре знання {skill}', 'Досвід роботи з {skill}', 'Впевнене володіння {skill}'],
};

const BENEFITS: Record<SampleLanguage, readonly string[]> = {
  en: [
    '30 days of holiday',
    'A budget for learning',
    'Work clothes and tools that last',
    'A plan for your shifts four weeks ahead',
    'Time for a proper start',
  ],
  de: [
    '30 Tage Urlaub',
    'Zeit und Geld für Weiterbildung',
    'Einen Dienstplan vier Wochen im Voraus',
    'Eine Einarbeitung, die den Namen verdient',
  ],
  uk: ['24 дні відпустки', 'Оплату навчання', 'Графік на місяць наперед', 'Спокійне введення в роботу'],
};

const WHERE: Record<SampleLanguage, Record<Workplace, string>> = {
  en: {
    remote: 'This role is fully remote.',
    hybrid: 'This is a hybrid role: two days a week in our {city} office.',
    onsite: 'This role is on-site in {city}.',
  },
  de: {
    remote: 'Die Stelle ist zu 100 % remote.',
    hybrid: 'Hybrides Arbeiten: zwei Tage pro Woche sind Sie im Büro in {city}.',
    onsite: 'Die Arbeit findet vor Ort in {city} statt.',
  },
  uk: {
    remote: 'Це повністю віддалена робота.',
    hybrid: 'Гібридний формат: два дні на тиждень в офісі, {city}.',
    onsite: 'Робота в офісі або на обʼєкті, {city}.',
  },
};

const LEVEL: Record<SampleLanguage, Partial<Record<Seniority, string>>> = {
  en: { intern: 'Intern', junior: 'Junior', senior: 'Senior', lead: 'Lead' },
  de: { intern: 'Praktikum', junior: 'Junior', senior: 'Senior', lead: 'Lead' },
  uk: { intern: 'Стажер', junior: 'Junior', senior: 'Senior', lead: 'Lead' },
};

/** Fills `{name}` places. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);
}

/** The title with its level before it. */
export function levelTitle(language: SampleLanguage, level: Seniority | null, title: string): string {
  const word = level === null ? undefined : LEVEL[language][level];
  return word === undefined ? title : `${word} ${title}`;
}

export type SampleTextParts = {
  language: SampleLanguage;
  values: Record<string, string>;
  skills: readonly string[];
  workplace: Workplace | null;
  /** A sentence on where from, or null. */
  area: string | null;
  pay: string | null;
  pick: (count: number) => number;
};

/** A whole description. */
export function sampleText({ language, values, skills, workplace, area, pay, pick }: SampleTextParts): string {
  const one = (lines: readonly string[]): string => lines[pick(lines.length)] ?? '';
  const two = (lines: readonly string[]): string[] => {
    const first = pick(lines.length);
    return [first, first + 1 + pick(lines.length - 1)].map((index) => lines[index % lines.length] ?? '');
  };
  return [
    fill(one(ABOUT[language]), values),
    fill(TASK[language], values),
    [workplace === null ? '' : fill(WHERE[language][workplace], values), area ?? '']
      .filter((line) => line !== '')
      .join(' '),
    `${ASK[language]}\n- ${[fill(YEARS[language], values), ...skills.map((skill) => fill(one(SKILL[language]), { skill }))].join('\n- ')}`,
    `${GIVE[language]}\n- ${two(BENEFITS[language]).join('\n- ')}`,
    pay ?? '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
