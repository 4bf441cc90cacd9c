/** Sentences about scores that several actions use. */
import { localize } from '../server/kernel/plural.ts';
import type { Language, Localized } from '../server/kernel/text.ts';
import { PerchError } from '../server/kernel/errors.ts';
import type { MatchDetail } from '../server/matching/match.ts';
import { noCv } from '../server/cv/cv-service.ts';

type Fit = NonNullable<MatchDetail['fit']>;
type Requirement = Fit['requirements'][number];

const MOST_NAMED = 4;
const STOPS: Record<Language, Partial<Record<Requirement['kind'], string>>> = {
  en: {
    place: 'it cannot be done from where you live',
    visa: 'it needs a right to work that your CV does not show',
    language: 'it asks for a language that your CV does not show',
  },
  de: {
    place: 'von Ihrem Wohnort aus ist es nicht möglich',
    visa: 'es braucht eine Arbeitserlaubnis, die Ihr Lebenslauf nicht zeigt',
    language: 'es braucht eine Sprache, die Ihr Lebenslauf nicht zeigt',
  },
  uk: {
    place: 'звідти, де ви живете, це неможливо',
    visa: 'потрібен дозвіл на роботу, якого резюме не показує',
    language: 'потрібна мова, якої резюме не показує',
  },
};
const KINDS: Record<Language, Record<Exclude<Requirement['kind'], 'skill'>, string>> = {
  en: {
    years: 'years of experience',
    education: 'education',
    language: 'language',
    permit: 'a permit',
    place: 'place',
    visa: 'visa',
    pay: 'pay',
    employment: 'kind of contract',
    workplace: 'workplace',
  },
  de: {
    years: 'Jahre an Erfahrung',
    education: 'Ausbildung',
    language: 'Sprache',
    permit: 'ein Nachweis',
    place: 'Ort',
    visa: 'Visum',
    pay: 'Gehalt',
    employment: 'Art des Vertrags',
    workplace: 'Arbeitsort',
  },
  uk: {
    years: 'роки досвіду',
    education: 'освіта',
    language: 'мова',
    permit: 'дозвіл',
    place: 'місце',
    visa: 'віза',
    pay: 'оплата',
    employment: 'вид договору',
    workplace: 'місце роботи',
  },
};

/** "Met: Python, PostgreSQL. Missing: Kafka. …" in the three languages; what weighs most first. */
export function fitSentence(name: string, fit: Fit): Localized {
  return localize((language) => {
    const list = (verdict: Requirement['verdict']): string => {
      const named = fit.requirements
        .filter((one) => one.verdict === verdict)
        .toSorted((a, b) => Number(b.necessity === 'must') - Number(a.necessity === 'must'));
      const words = named
        .slice(0, MOST_NAMED)
        .map(({ kind, value }) => (kind === 'skill' ? value : KINDS[language][kind]));
      return named.length > MOST_NAMED ? `${words.join(', ')} +${named.length - MOST_NAMED}` : words.join(', ');
    };
    const [met, partly, missing] = [list('met'), list('partly'), list('missing')];
    const words = {
      en: {
        is: `${name} has ${fit.value} of 100`,
        met: 'Met',
        partly: 'Partly',
        missing: 'Missing',
        gain: 'would make it',
      },
      de: {
        is: `${name} hat ${fit.value} von 100 Punkten`,
        met: 'Erfüllt',
        partly: 'Teilweise',
        missing: 'Es fehlt',
        gain: 'brächte es auf',
      },
      uk: {
        is: `${name}: ${fit.value} зі 100`,
        met: 'Виконано',
        partly: 'Частково',
        missing: 'Бракує',
        gain: 'підняло б до',
      },
    }[language];
    const stops = fit.stops.flatMap((stop) => STOPS[language][stop] ?? []);
    return [
      `${words.is}${stops.length > 0 ? `: ${stops.join('; ')}` : ''}.`,
      met === '' ? '' : `${words.met}: ${met}.`,
      partly === '' ? '' : `${words.partly}: ${partly}.`,
      missing === '' ? '' : `${words.missing}: ${missing}.`,
      fit.gain === null ? '' : `${fit.gain.value} ${words.gain} ${fit.gain.score}.`,
    ]
      .filter(Boolean)
      .join(' ');
  });
}

/** The fit of a posting, or the error that there is no CV. */
export function fitOrRefuse({ fit }: MatchDetail): Fit {
  if (fit === null) throw new PerchError('not_found', noCv().text);
  return fit;
}

/** The fit cut to what a model needs: verdicts with their quotes, no more. */
export function fitForModel({ value, confidence, stops, gain, requirements }: Fit): unknown {
  return {
    score: value,
    confidence,
    stops,
    gain,
    requirements: requirements.map((one) => ({
      kind: one.kind,
      value: one.value,
      necessity: one.necessity,
      verdict: one.verdict,
      posting: one.posting?.slice(0, 160) ?? null,
      cv: one.cv?.slice(0, 160) ?? null,
    })),
  };
}
