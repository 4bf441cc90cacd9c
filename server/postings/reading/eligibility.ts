/**
 * From where the work may be done, by country: yes, no, unclear, with the deciding words. Inside a stated area yes,
 * outside no; remote with no area anywhere is unclear everywhere; an office's country yes, others no.
 */
import { countryOf, findPlaces, type PlaceMention, regionCountries } from '../../taxonomy/places.ts';
import type { Evidence, SourcePosting, Workplace } from '../job-posting.ts';
import { area, byBand, type Found, OPEN, unique } from './areas.ts';
import { countriesOf, type LocationReading } from './locations.ts';
import type { TiedPlaces } from './places-in-text.ts';
import { quote } from './sentences.ts';
import { titleArea } from './title-area.ts';
import { readStatement, type Statement } from './where-from.ts';

/** Georgia is the state when the posting is American. */
function asState(place: PlaceMention): PlaceMention {
  return place.code === 'GE' ? { ...place, code: 'US', country: 'US', part: 'Georgia' } : place;
}

/** Places that only stand beside the area: "except", "excluding", "not available in". */
function withoutExcepted(statement: Statement): PlaceMention[] {
  const cut =
    /\b(?:except(?:ing)?|excluding|does not include|not including|outside(?: of)?|not available in|unable to hire in|cannot hire in|other than)\b/iu.exec(
      statement.words,
    );
  return cut === null ? statement.places : statement.places.filter((place) => place.end <= cut.index);
}

/** A list of places that is not the whole list. */
const AND_MORE = /\b(?:multiple|various|several|other|more) (?:locations|countries|cities|places)\b/iu;

/** Who needs a state's licence does not work "from anywhere". */
const LICENSED =
  /\b(?:active|valid|unrestricted|current|state|medical|nursing|independent(?:ly)?|board)[ -][^.]{0,40}\b(?:licen[sc]\w+|certified)\b|\blicensed in\b/iu;
/** Whoever lives elsewhere is spoken to, too. */
const IF_OUTSIDE =
  /\bremote,? (?:with )?(?:a )?prefer(?:ence|ably|red)\b|\bif (?:you(?:[’']re| are| live)? )?(?:located |based |living )?outside (?:of )?(?:the )?\p{Lu}/iu;

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
    .map((text) => ({ words: quote(text), where: words.length > 0 ? 'location' : 'field' }));
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

function remoteFrom(
  source: SourcePosting,
  locations: readonly LocationReading[],
  sentences: readonly string[],
  lists: readonly Statement[],
): Found {
  const stated: string[] = [];
  const tied: string[] = [];
  const evidence: Evidence[] = [];
  const except: string[] = [];
  const isBare = locations.some((location) => location.places.length === 0 && location.mode === 'remote');
  for (const location of locations) {
    except.push(...location.except);
    if (location.band !== null)
      return {
        eligible: byBand(location.band),
        evidence: [{ words: quote(location.words), where: 'location' }],
        named: fieldCountries(source, locations),
      };
    if (location.worldwide)
      return {
        eligible: { ...OPEN, elsewhere: 'yes' },
        evidence: [{ words: quote(location.words), where: 'location' }],
        named: [],
      };
    if (location.places.length === 0) continue;
    const cities = location.places.filter((place) => place.kind === 'city');
    const wider = location.places.filter(
      (place) => place.kind !== 'city' && !cities.some((city) => city.country === place.code),
    );
    // Beside a bare "Remote" a country is one of the places, not the limit; a city-state is a city.
    const isLimit =
      wider.length > 0 && !(isBare && location.mode === null && wider.every(({ kind }) => kind !== 'region'));
    const isArea = isLimit || (location.mode === 'remote' && !location.remoteToo && cities.length > 0);
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
  const statements = [...sentences.map(readStatement), ...lists]
    .filter((statement) => statement !== null)
    .map((statement) => (american ? { ...statement, places: statement.places.map(asState) } : statement));
  const isOpen = sentences.some((sentence) => IF_OUTSIDE.test(sentence));
  const isLicensed = sentences.some((sentence) => LICENSED.test(sentence));
  return fromStatements({ source, locations, stated, tied, evidence, statements, isOpen, isLicensed });
}

type Gathered = {
  source: SourcePosting;
  locations: readonly LocationReading[];
  stated: string[];
  tied: string[];
  evidence: Evidence[];
  statements: Statement[];
  /** Those elsewhere are spoken to, too. */
  isOpen: boolean;
  /** A licence of one country is asked. */
  isLicensed: boolean;
};

function textEvidence(statements: readonly Statement[]): Evidence[] {
  return statements.slice(0, 2).map((statement) => ({ words: quote(statement.words), where: 'text' }));
}

function fromStatements({
  source,
  locations,
  stated,
  tied,
  evidence,
  statements,
  isOpen,
  isLicensed,
}: Gathered): Found {
  const named = unique(locations.flatMap((location) => countriesOf(location.places)));
  const titled = titleArea(source.title);
  if (titled?.eligible.elsewhere === 'yes') return { ...titled, named };
  const areas = statements.filter((statement) => statement.kind === 'area' && withoutExcepted(statement).length > 0);
  const firm = areas.filter((statement) => statement.firm);
  const soft = areas.filter(
    (statement) =>
      !statement.firm && /\bremote|\banywhere|\bcandidates?\b|\bhir|\bopen\b|location/iu.test(statement.words),
  );
  if (stated.length > 0) {
    const region = locations.some((location) => location.places.some((place) => place.kind === 'region'));
    const inside = unique([...stated, ...tied]);
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
    const added = soft.filter(
      (statement) =>
        statement.places.some(({ kind }) => kind !== 'city') &&
        /\bremote(?:ly)?\b[^.]{0,40}\b(?:within|in|from|across|anywhere)\b/iu.test(statement.words),
    );
    // "(US & Canada)" in the title beside "United States" in the field: the union.
    const isWider = titled?.lists === true && !region && stated.every((code) => titled.eligible.yes.includes(code));
    const more = [
      ...added.flatMap((statement) => area(withoutExcepted(statement))),
      ...(titled !== null && (titled.sure || isWider) ? titled.eligible.yes : []),
    ];
    return {
      eligible: {
        yes: unique([...inside, ...more]).filter((code) => !unsure.includes(code)),
        no: [],
        unclear: unsure,
        elsewhere: isOpen || locations.some(({ words }) => AND_MORE.test(words)) ? 'unclear' : 'no',
      },
      evidence: [...evidence.slice(0, 3), ...(more.some((code) => !inside.includes(code)) ? textEvidence(added) : [])],
      named,
    };
  }
  // A team's region in the title of a company that hires anywhere: the others are neither asked nor shut out.
  const hiresAnywhere = statements.some((statement) => statement.kind === 'worldwide' && statement.firm);
  if (firm.length === 0 && titled !== null && hiresAnywhere && !titled.sure)
    return { ...titled, eligible: { ...OPEN, yes: titled.eligible.yes }, named };
  if (firm.length === 0 && titled !== null) return { ...titled, named };
  const field = fieldCountries(source, locations);
  const home = unique([...tied, ...field]);
  const isBare = locations.some((location) => location.places.length === 0 && location.mode === 'remote');
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
  const places = unique([...named, ...field]);
  if (band !== undefined && band.band !== null) {
    const inside = byBand(band.band);
    const eligible = band.firm
      ? inside
      : { yes: unique([...inside.yes, ...home]), no: [], unclear: [], elsewhere: 'unclear' as const };
    return { eligible, evidence: textEvidence([band]), named: places };
  }
  const wide = statements.find(
    ({ kind, firm: isFirm }) => kind === 'worldwide' && (isFirm || (!isLicensed && (tied.length === 0 || isBare))),
  );
  if (wide !== undefined)
    return { eligible: { ...OPEN, elsewhere: 'yes' }, evidence: textEvidence([wide]), named: places };
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
      eligible: { yes: unique(area(region)), no: [], unclear: [], elsewhere: 'unclear' },
      evidence: [{ words: quote(source.locationCountry ?? ''), where: 'field' }],
      named,
    };
  return { eligible: OPEN, evidence: [], named };
}

/** Where one must live by a list in the text, as a statement. */
function listed(tied: readonly TiedPlaces[]): Statement[] {
  return tied
    .filter(({ lives }) => lives)
    .map(({ places, words }) => ({ kind: 'area', places, band: null, firm: true, words }));
}

/** Offices that only the text names. */
function officesInText(tied: readonly TiedPlaces[]): Found | null {
  const offices = unique(tied.flatMap(({ places }) => countriesOf(places)));
  if (offices.length === 0) return null;
  const evidence = textEvidence(listed(tied.map((one) => ({ ...one, lives: true }))));
  return { eligible: { yes: offices, no: [], unclear: [], elsewhere: 'no' }, evidence, named: offices };
}

/** Reads the eligibility. `named` are the countries named as offices or as allowed, not those of regions. */
export function readEligibility({
  source,
  workplace,
  locations,
  sentences,
  tied,
}: {
  source: SourcePosting;
  workplace: readonly Workplace[];
  locations: readonly LocationReading[];
  sentences: readonly string[];
  tied: readonly TiedPlaces[];
}): Found {
  const atOffice = (): Found => {
    const found = atOffices(source, locations, workplace[0]);
    return found.eligible === OPEN ? (officesInText(tied) ?? found) : found;
  };
  const found = workplace.includes('remote') ? remoteFrom(source, locations, sentences, listed(tied)) : atOffice();
  const answered = new Set(found.eligible.yes);
  const no = found.eligible.no.filter((code) => !answered.has(code));
  return { eligible: { ...found.eligible, no }, named: found.named, evidence: found.evidence };
}
