/**
 * What every source must keep: which recordings there are, where their items stand, and which fields an item has. The
 * paths are taken from the recordings and from the boards' documentation, not from the adapters.
 */
import { createSources } from '../all-sources.ts';
import type { Source } from '../source.ts';
import type { Contract } from './contract.ts';
import { employerContracts } from './employer-contracts.ts';
import { type Recording, recordings, withDetail } from './recorded.ts';

const keys = { adzuna: { id: 'id', key: 'key' }, usajobs: { email: 'me@example.org', key: 'key' } };
const live = new Map(createSources(keys).map((source) => [source.name, source]));

function board(name: string): Source {
  const source = live.get(name);
  if (source === undefined) throw new Error(`there is no source ${name}`);
  return source;
}

const json = /\.json$/u;
const tapes = /\.(?:json|ya?ml)$/u;

/** Arbeitnow's file holds several pages. */
const arbeitnowPages = recordings('arbeitnow', json).flatMap(({ file, answers }): Recording[] => {
  const tape: unknown = JSON.parse(answers[0] ?? 'null');
  const pages: unknown = typeof tape === 'object' && tape !== null ? Reflect.get(tape, 'pages') : null;
  return Array.isArray(pages) ? [{ file, answers: pages.map((page) => JSON.stringify(page)) }] : [];
});

export const contracts: readonly Contract[] = [
  {
    name: 'himalayas',
    source: board('himalayas'),
    recorded: recordings('himalayas', json),
    items: 'jobs',
    fields: {
      companyName: 'company',
      employmentType: 'employment',
      minSalary: 'pay',
      maxSalary: 'pay',
      locationRestrictions: 'locations',
      categories: 'skills',
      description: 'description',
      pubDate: 'datePosted',
      expiryDate: 'validThrough',
      applicationLink: 'applyUrl',
    },
  },
  {
    name: 'jobicy',
    source: board('jobicy'),
    recorded: recordings('jobicy', tapes),
    items: 'jobs',
    fields: {
      companyName: 'company',
      jobIndustry: 'department',
      jobType: 'employment',
      jobGeo: 'locations',
      jobDescription: 'description',
      pubDate: 'datePosted',
      salaryMin: 'pay',
      annualSalaryMin: 'pay',
      annualSalaryMax: 'pay',
    },
  },
  {
    name: 'arbeitnow',
    source: board('arbeitnow'),
    recorded: arbeitnowPages,
    items: 'data',
    fields: {
      company_name: 'company',
      description: 'description',
      remote: 'isRemote',
      tags: 'skills',
      job_types: 'employment',
      location: 'locations',
      created_at: 'datePosted',
    },
  },
  {
    name: 'remotive',
    source: board('remotive'),
    recorded: recordings('remotive', json),
    items: 'jobs',
    fields: {
      company_name: 'company',
      category: 'department',
      tags: 'skills',
      job_type: 'employment',
      publication_date: 'datePosted',
      candidate_required_location: 'locations',
      salary: 'pay',
      description: 'description',
    },
  },
  {
    name: 'remoteok',
    source: board('remoteok'),
    recorded: recordings('remoteok', tapes),
    items: '',
    fields: {
      company: 'company',
      date: 'datePosted',
      tags: 'skills',
      description: 'description',
      location: 'locations',
      salary_min: 'pay',
      salary_max: 'pay',
    },
  },
  {
    name: 'themuse',
    source: board('themuse'),
    recorded: [],
    items: 'results',
    fields: {
      'company.name': 'company',
      contents: 'description',
      publication_date: 'datePosted',
      'locations[].name': 'locations',
      'categories[].name': 'department',
    },
  },
  {
    name: 'weworkremotely',
    source: board('weworkremotely'),
    recorded: recordings('wwr', /\.xml$/u),
    items: 'rss.channel.item',
    fields: {
      region: 'locations',
      skills: 'skills',
      category: 'department',
      type: 'employment',
      pubDate: 'datePosted',
      expires_at: 'validThrough',
    },
  },
  {
    name: 'arbeitsagentur',
    source: board('arbeitsagentur'),
    recorded: withDetail(recordings('arbeitsagentur', /search\.json$/u), 'arbeitsagentur/arbeitsagentur_detail.json'),
    items: 'ergebnisliste|stellenangebote',
    fields: {
      arbeitgeber: 'company',
      'arbeitsort.ort': 'locations',
      'arbeitsort.land': 'locationCountry',
      beruf: 'department',
      aktuelleVeroeffentlichungsdatum: 'datePosted',
      firma: 'company',
      'stellenlokationen[].adresse.ort': 'locations',
      'stellenlokationen[].adresse.land': 'locationCountry',
      hauptberuf: 'department',
      datumErsteVeroeffentlichung: 'datePosted',
      gehaltsspanneVon: 'pay',
      homeofficemoeglich: 'workplace',
      arbeitszeitVollzeit: 'employment',
      externeURL: 'applyUrl',
    },
  },
  {
    name: 'djinni',
    source: board('djinni'),
    recorded: [],
    items: 'rss.channel.item',
    fields: { description: 'description', pubDate: 'datePosted', category: 'skills' },
  },
  {
    name: 'dou',
    source: board('dou'),
    recorded: [],
    items: 'rss.channel.item',
    fields: { description: 'description', pubDate: 'datePosted' },
  },
  {
    name: 'adzuna',
    source: board('adzuna'),
    recorded: recordings('adzuna', json),
    items: 'results',
    fields: {
      'company.display_name': 'company',
      'location.display_name': 'locations',
      'category.label': 'department',
      description: 'description',
      created: 'datePosted',
      salary_min: 'pay',
      contract_time: 'employment',
    },
  },
  {
    name: 'usajobs',
    source: board('usajobs'),
    recorded: recordings('usajobs', json),
    items: 'SearchResult.SearchResultItems',
    fields: {
      'MatchedObjectDescriptor.OrganizationName': 'company',
      'MatchedObjectDescriptor.PositionLocationDisplay': 'locations',
      'MatchedObjectDescriptor.PositionRemuneration[].MinimumRange': 'pay',
      'MatchedObjectDescriptor.PublicationStartDate': 'datePosted',
      'MatchedObjectDescriptor.UserArea.Details.JobSummary': 'description',
      'MatchedObjectDescriptor.UserArea.Details.RemoteIndicator': 'isRemote',
    },
  },
  ...employerContracts,
  {
    name: 'hn',
    source: board('hn'),
    recorded: recordings('hn', json),
    items: 'children',
    fields: {},
  },
];
