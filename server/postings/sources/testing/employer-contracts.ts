/** What the employers' boards must keep; paths as in `contracts.ts`. */
import { employerBoards } from '../employer-boards.ts';
import type { Source } from '../source.ts';
import type { Contract } from './contract.ts';
import { recordings, withDetail } from './recorded.ts';

function employer(name: string, slug = 'example'): Source {
  const found = employerBoards.find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no board ${name}`);
  return found.source(slug);
}

const json = /\.json$/u;
const tapes = /\.(?:json|ya?ml)$/u;

export const employerContracts: readonly Contract[] = [
  {
    name: 'greenhouse',
    source: employer('greenhouse'),
    recorded: recordings('greenhouse', /greenhouse_[^d].*\.json$/u),
    items: 'jobs',
    fields: {
      company_name: 'company',
      'location.name': 'locations',
      content: 'description',
      first_published: 'datePosted',
      'departments[].name': 'department',
      application_deadline: 'validThrough',
    },
  },
  {
    name: 'lever',
    source: employer('lever'),
    recorded: recordings('lever', tapes),
    items: '',
    fields: {
      'categories.location': 'locations',
      'categories.commitment': 'employment',
      'categories.team': 'department',
      country: 'locationCountry',
      descriptionPlain: 'description',
      'salaryRange.min': 'pay',
      workplaceType: 'workplace',
      createdAt: 'datePosted',
      applyUrl: 'applyUrl',
    },
  },
  {
    name: 'ashby',
    source: employer('ashby'),
    recorded: recordings('ashby', json),
    items: 'jobs',
    fields: {
      location: 'locations',
      employmentType: 'employment',
      workplaceType: 'workplace',
      isRemote: 'isRemote',
      publishedAt: 'datePosted',
      descriptionPlain: 'description',
      department: 'department',
      applyUrl: 'applyUrl',
      'compensation.scrapeableCompensationSalarySummary': 'pay',
    },
  },
  {
    name: 'workable',
    source: employer('workable'),
    recorded: recordings('workable', json),
    items: 'jobs',
    fields: {
      country: 'locations',
      'locations[].country': 'locationCountry',
      employment_type: 'employment',
      telecommuting: 'isRemote',
      published_on: 'datePosted',
      description: 'description',
      department: 'department',
      application_url: 'applyUrl',
    },
  },
  {
    name: 'recruitee',
    source: employer('recruitee'),
    recorded: recordings('recruitee', json),
    items: 'offers',
    fields: {
      company_name: 'company',
      'locations[].city': 'locations',
      country: 'locationCountry',
      'salary.min': 'pay',
      employment_type_code: 'employment',
      published_at: 'datePosted',
      description: 'description',
      department: 'department',
      close_at: 'validThrough',
      hybrid: 'workplace',
      remote: 'isRemote',
    },
  },
  {
    name: 'personio',
    source: employer('personio', 'example.jobs.personio.de'),
    recorded: recordings('personio', /\.xml$/u),
    items: 'workzag-jobs.position',
    fields: {
      subcompany: 'company',
      office: 'locations',
      department: 'department',
      schedule: 'employment',
      createdAt: 'datePosted',
      'jobDescriptions.jobDescription[].value': 'description',
    },
  },
  {
    name: 'smartrecruiters',
    source: employer('smartrecruiters'),
    recorded: recordings('smartrecruiters', /(?:careerkit|postings|page\d)\.json$/u),
    items: 'content',
    fields: {
      'company.name': 'company',
      'location.city': 'locations',
      'location.country': 'locationCountry',
      'department.label': 'department',
      'typeOfEmployment.label': 'employment',
      releasedDate: 'datePosted',
    },
  },
  {
    name: 'workday',
    source: employer('workday', 'example.wd5.myworkdayjobs.com/Careers'),
    recorded: withDetail(recordings('workday', /search.*\.json$/u), 'workday/workday_job_detail_lubobali.json'),
    items: 'jobPostings',
    fields: { locationsText: 'locations' },
  },
];
