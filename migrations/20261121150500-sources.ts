/** Employers that people follow, and how each fetch of a source went: what its items held and what was missing. */
import { Migration } from '@mikro-orm/migrations';

const FOLLOWED = `
create table followed_employer (
  id uuid primary key,
  user_id uuid not null references app_user on delete cascade,
  board text not null,
  slug text not null,
  name text not null,
  address text not null,
  followed_at timestamptz not null,
  unique (user_id, board, slug)
);
create index followed_employer_board on followed_employer (board, slug);
alter table followed_employer enable row level security;
alter table followed_employer force row level security;
create policy person on followed_employer to perch_person
  using (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
  with check (user_id = nullif(current_setting('app.user_id', true), '')::uuid);
create policy system on followed_employer to perch_system using (true) with check (true);
grant select, insert, update, delete on followed_employer to perch_person, perch_system;`;

/** Which kinds of change there are is the code's to say: each kind is written and read in one place. */
const ANY_CHANGE = 'alter table change drop constraint if exists change_kind_check';

/** `alive_at` tells other processes that the run goes on. */
const HEALTH = `
alter table source_run add merged int not null default 0;
alter table source_run add items int;
alter table source_run add requests int;
alter table source_run add is_complete boolean;
alter table source_run add shares jsonb;
alter table source_run add drift jsonb not null default '[]';
alter table source_run add alive_at timestamptz;`;

export class Sources extends Migration {
  override up(): void {
    this.addSql(FOLLOWED);
    this.addSql(ANY_CHANGE);
    this.addSql(HEALTH);
  }
}
