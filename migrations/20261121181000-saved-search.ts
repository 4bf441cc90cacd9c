/** Searches that a person has saved, each with when they last looked: what came later is new to them. */
import { Migration } from '@mikro-orm/migrations';

const TABLE = `
create table saved_search (
  id uuid primary key,
  user_id uuid not null references app_user on delete cascade,
  name text,
  filter jsonb not null,
  show_unclear boolean not null,
  frequency text not null check (frequency in ('daily', 'weekly')),
  saved_at timestamptz not null,
  seen_at timestamptz not null
);
create index saved_search_of_person on saved_search (user_id, saved_at desc);
alter table saved_search enable row level security;
alter table saved_search force row level security;
create policy person on saved_search to perch_person
  using (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
  with check (user_id = nullif(current_setting('app.user_id', true), '')::uuid);
create policy system on saved_search to perch_system using (true) with check (true);
grant select, insert, update, delete on saved_search to perch_person, perch_system;`;

/** What came since a moment is looked up without reading every posting. */
const FIRST_SEEN = 'create index job_posting_first_seen on job_posting (first_seen_at)';

export class SavedSearch extends Migration {
  override up(): void {
    this.addSql(TABLE);
    this.addSql(FIRST_SEEN);
  }
}
