/** Several postings may advertise one opening: which one is shown, what joined them, and what a person took apart. */
import { Migration } from '@mikro-orm/migrations';

const OPENINGS = `
create table posting_opening (
  posting_id uuid primary key references job_posting on delete cascade,
  opening_id uuid not null,
  because text check (because in ('vacancy', 'address', 'likeness')),
  source text not null,
  keys text[] not null,
  is_apart boolean not null default false
);
create index posting_opening_together on posting_opening (opening_id);
create index posting_opening_keys on posting_opening using gin (keys) with (fastupdate = off);
grant select on posting_opening to perch_person;
grant select, insert, update, delete on posting_opening to perch_system;`;

/** Facets of the same opening's other postings, each on a line of its own, so that it is found under their sources too. */
const ALSO = `
alter table posting_search add also text not null default '';`;

export class Openings extends Migration {
  override up(): void {
    this.addSql(OPENINGS);
    this.addSql(ALSO);
  }
}
