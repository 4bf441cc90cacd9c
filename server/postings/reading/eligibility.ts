/**
 * From where the work may be done, by country: yes, no, unclear, with the deciding words. Inside a stated area yes,
 * outside no; remote with no area anywhere is unclear everywhere; an office's country yes, others no.
 */
import { findPlaces, countryOf, type PlaceMention, regionCountries } from '../../taxonomy/places.ts';
import type { Eligibility, Evidence, SourcePosting, Workplace } from '../job-posting.ts';
import { countriesOf, type LocationReading } from './locations.ts';
import { quote } from './sentences.ts';
import { type Band, countriesWithZones, inBand, readBand } from './time-zones.ts';
import { readStatement, type Statement } from './where-from.ts';

export type EligibilityReading = { eligible: Eligibility; named: string[]; evidence: Evidence[] };

const OPEN: Eligibility = { yes: [], no: [], unclear: [], elsewhere: 'unclear' };

function area(places: readonly PlaceMention[]): string[] {
  return places.flatMap((place) =>
    place.kind === 'region' ? [...regionCountries(place.code)] : place.country === null ? [] : [place.country],
  );
}

/** Georgia is the state when the posting is American. */
function asState(place: PlaceMention): PlaceMention {
  return place.code === 'GE' ? { ...place, code: 'US', country: 'US', part: 'Georgia' } : place;
}

function unique(codes: readonly string[]): string[] {
  return [...new Set(codes)].toSorted();
}

function byBand(band: Band): Eligibility {
  const answer: Eligibility = { yes: [], no: [], unclear: [], elsewhere: 'unclear' };
  for (const country of countriesWithZones()) {
    const verdict = inBand(country, band);
    if (verdict !== null) answer[verdict].push(country);
  }
  return answer;
}

/** Places that only stand beside the area: "except", "excluding", "not available in". */
function withoutExcepted(statement: Statement): PlaceMention[] {
  const cut =
    /\b(?:except(?:ing)?|excluding|does not include|not including|outside(?: of)?|not available in|unable to hire in|cannot hire in|other than)\b/iu.exec(
      statement.words,
    );
  return cut === null ? statement.places : statement.places.filter((place) => place.end <= cut.index);
}

type Found = { eligible: Eligibility; evidence: Evidence[]; named: string[] };

function atOffices(
  source: SourcePosting,
  locations: readonly LocationReading[],
  workplace: Workplace | undefined,
): Found {
  const offices = unique([
    ...locations.flatMap((location) => countriesOf(location.places)),
    ...fieldCountries(source, locations),
  ]);
  const regions = locations.flatMap((location) => area(location.places.filter((place) => place.kind === 'region')));
  const words = locations.filter((location) => location.places.length > 0).map((location) => location.words);
  const evidence: Evidence[] = (
    words.length > 0 ? words : source.locationCountry === null ? [] : [source.locationCountry]
  )
    .slice(0, 3)
    .map((text) => ({ words: quote(text), where: 'location' }));
  if (offices.length === 0 && regions.length === 0) return { eligible: OPEN, evidence: [], named: [] };
  const cities = locations.some(
    (location) => location.unknownCity !== null || location.places.some((place) => place.kind === 'city'),
  );
  const elsewhere = workplace === undefined && (cities || words.length === 0) ? 'unclear' : 'no';
  return {
    eligible: { yes: unique([...offices, ...regions]), no: [], unclear: [], elsewhere },
    evidence,
    named: offices,
  };
}

/** The structured country, unless the location itself names another or the field is a phrase. */
function fieldCountries(source: SourcePosting, locations: readonly LocationReading[]): string[] {
  if (source.locationCountry === null) return [];
  const country = countryOf(source.locationCountry);
  if (country === null) return [];
  const first = locations[0];
  return first !== undefined && first.places.length > 0 ? [] : [country];
}

function remoteFrom(source: SourcePosting, locations: readonly LocationReading[], sentences: readonly string[]): Found {
  const stated: string[] = [];
  const tied: string[] = [];
  const evidence: Evidence[] = [];
  const except: string[] = [];
  let bare = false;
  for (const location of locations) {
    except.push(...location.except);
    if (location.band !== null)
      return {
        eligible: byBand(location.band),
        evidence: [{ words: quote(location.words), where: 'location' }],
        named: [],
      };
    if (location.worldwide)
      return {
        eligible: { ...OPEN, elsewhere: 'yes' },
        evidence: [{ words: quote(location.words), where: 'location' }],
        named: [],
      };
    if (location.places.length === 0) {
      bare = true;
      continue;
    }
    const cities = location.places.filter((place) => place.kind === 'city');
    const wider = location.places.filter(
      (place) => place.kind !== 'city' && !cities.some((city) => city.country === place.code),
    );
    const isArea = wider.length > 0 || (location.mode === 'remote' && !location.remoteToo && cities.length > 0);
    (isArea ? stated : tied).push(...area(location.places));
    evidence.push({ words: quote(location.words), where: 'location' });
  }
  if (except.length > 0 && stated.length === 0 && tied.length === 0)
    return {
      eligible: { yes: [], no: unique(except), unclear: [], elsewhere: 'yes' },
      evidence: locations.slice(0, 1).map((location) => ({ words: quote(location.words), where: 'location' })),
      named: [],
    };
  const american = source.locationCountry !== null && countryOf(source.locationCountry) === 'US';
  const statements = sentences
    .map(readStatement)
    .filter((statement) => statement !== null)
    .map((statement) => (american ? { ...statement, places: statement.places.map(asState) } : statement));
  return fromStatements({ source, locations, stated, tied, bare, evidence, statements });
}

type Gathered = {
  source: SourcePosting;
  locations: readonly LocationReading[];
  stated: string[];
  tied: string[];
  bare: boolean;
  evidence: Evidence[];
  statements: Statement[];
};

/** "(EMEA)", "[Europe, remote]", "(US time zones)" in the title of a remote job; a market or a language is none. */
function titleArea(title: string): Pick<Found, 'eligible' | 'evidence'> | null {
  const bracket = /[([]([^)\]]+)[)\]]/u.exec(title)?.[1];
  if (bracket === undefined || /\bmarket|speaking|clients?|sales/iu.test(bracket)) return null;
  const evidence: Evidence[] = [{ words: quote(title), where: 'title' }];
  const band = readBand(bracket);
  if (band !== null) return { eligible: byBand(band), evidence };
  const places = findPlaces(bracket, { location: true }).filter(
    (place) => place.kind !== 'city' && place.code !== 'WORLDWIDE',
  );
  if (places.length === 0) return null;
  return { eligible: { yes: unique(area(places)), no: [], unclear: [], elsewhere: 'no' }, evidence };
}

function textEvidence(statements: readonly Statement[]): Evidence[] {
  return statements.slice(0, 2).map((statement) => ({ words: quote(statement.words), where: 'text' }));
}

function fromStatements({ source, locations, stated, tied, evidence, statements }: Gathered): Found {
  const named = unique(locations.flatMap((location) => countriesOf(location.places)));
  const areas = statements.filter((statement) => statement.kind === 'area' && withoutExcepted(statement).length > 0);
  const firm = areas.filter((statement) => statement.firm);
  const soft = areas.filter(
    (statement) =>
      !statement.firm && /\bremote|\banywhere|\bcandidates|\bhir|\bopen\b|location/iu.test(statement.words),
  );
  if (stated.length > 0) {
    const region = locations.some((location) => location.places.some((place) => place.kind === 'region'));
    const inside = unique(stated);
    const unsure =
      region && source.locationCountry !== null && /european union|^eu$/iu.test(source.locationCountry.trim())
        ? inside.filter((code) => !regionCountries('EU').includes(code) && code !== 'GB')
        : [];
    const shut = firm.filter(
      (statement) => region && area(withoutExcepted(statement)).some((code) => inside.includes(code)),
    );
    if (shut.length > 0) {
      const allowed = unique(shut.flatMap((statement) => area(withoutExcepted(statement))));
      return {
        eligible: { yes: allowed, no: [], unclear: [], elsewhere: 'no' },
        evidence: [...evidence.slice(0, 1), ...textEvidence(shut)],
        named: unique([...named, ...shut.flatMap((statement) => countriesOf(statement.places))]),
      };
    }
    const added = soft.filter((statement) =>
      /\bremote(?:ly)?\b[^.]{0,40}\b(?:within|in|from|across|anywhere)\b/iu.test(statement.words),
    );
    const more = added.flatMap((statement) => area(withoutExcepted(statement)));
    return {
      eligible: {
        yes: unique([...inside, ...more]).filter((code) => !unsure.includes(code)),
        no: [],
        unclear: unsure,
        elsewhere: 'no',
      },
      evidence: [...evidence.slice(0, 3), ...(more.some((code) => !inside.includes(code)) ? textEvidence(added) : [])],
      named,
    };
  }
  const titled = titleArea(source.title);
  if (firm.length === 0 && titled !== null) return { ...titled, named };
  const field = fieldCountries(source, locations);
  const home = unique([...tied, ...field]);
  const from = firm.length > 0 ? firm : soft;
  if (from.length > 0) {
    const allowed = unique([...from.flatMap((statement) => area(withoutExcepted(statement))), ...tied]);
    return {
      eligible: { yes: allowed, no: [], unclear: [], elsewhere: 'no' },
      evidence: [...textEvidence(from), ...evidence.slice(0, 1)],
      named: unique([...named, ...from.flatMap((statement) => countriesOf(withoutExcepted(statement)))]),
    };
  }
  const band = statements.find((statement) => statement.kind === 'band');
  if (band !== undefined && band.band !== null)
    return { eligible: byBand(band.band), evidence: textEvidence([band]), named };
  const wide = statements.find((statement) => statement.kind === 'worldwide' && (statement.firm || tied.length === 0));
  if (wide !== undefined) return { eligible: { ...OPEN, elsewhere: 'yes' }, evidence: textEvidence([wide]), named };
  if (home.length > 0) {
    const words: Evidence[] =
      evidence.length > 0 ? evidence.slice(0, 2) : [{ words: quote(source.locationCountry ?? ''), where: 'field' }];
    return {
      eligible: { yes: home, no: [], unclear: [], elsewhere: 'unclear' },
      evidence: words,
      named: unique([...named, ...field]),
    };
  }
  const region =
    source.locationCountry === null
      ? []
      : findPlaces(source.locationCountry, { location: true }).filter((place) => place.kind === 'region');
  if (region.length > 0)
    return {
      eligible: { yes: unique(area(region)), no: [], unclear: [], elsewhere: 'no' },
      evidence: [{ words: quote(source.locationCountry ?? ''), where: 'field' }],
      named,
    };
  return { eligible: OPEN, evidence: [], named };
}

/** Reads the eligibility. `named` are the countries named as offices or as allowed, not those of regions. */
export function readEligibility(
  source: SourcePosting,
  workplace: readonly Workplace[],
  locations: readonly LocationReading[],
  sentences: readonly string[],
): EligibilityReading {
  const found = workplace.includes('remote')
    ? remoteFrom(source, locations, sentences)
    : atOffices(source, locations, workplace[0]);
  const answered = new Set(found.eligible.yes);
  const no = found.eligible.no.filter((code) => !answered.has(code));
  return { eligible: { ...found.eligible, no }, named: found.named, evidence: found.evidence };
}
