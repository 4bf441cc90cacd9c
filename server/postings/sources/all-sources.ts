/** The live boards that `fetch_jobs` asks. A new one is one line here; those that want a key are there when it is. */
import { createAdzuna } from './adzuna.ts';
import { arbeitnow } from './arbeitnow.ts';
import { arbeitsagentur } from './arbeitsagentur.ts';
import { djinni } from './djinni.ts';
import { dou } from './dou.ts';
import { himalayas } from './himalayas.ts';
import { hn } from './hn.ts';
import { jobicy } from './jobicy.ts';
import { remoteok } from './remoteok.ts';
import { remotive } from './remotive.ts';
import type { Source } from './source.ts';
import { themuse } from './themuse.ts';
import { createUsajobs } from './usajobs.ts';
import { weworkremotely } from './weworkremotely.ts';

/** Keys of whoever runs Perch. */
export type SourceKeys = {
  adzuna: { id: string; key: string } | null;
  usajobs: { email: string; key: string } | null;
};

/** All boards that can be asked with these keys; quick and short ones first, so that something is there soon. */
export function createSources({ adzuna, usajobs }: SourceKeys): readonly Source[] {
  return [
    remotive,
    jobicy,
    weworkremotely,
    hn,
    remoteok,
    djinni,
    dou,
    arbeitnow,
    themuse,
    himalayas,
    arbeitsagentur,
    ...(adzuna === null ? [] : [createAdzuna(adzuna)]),
    ...(usajobs === null ? [] : [createUsajobs(usajobs)]),
  ];
}
