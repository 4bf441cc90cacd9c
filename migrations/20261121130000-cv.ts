/** CVs: what was uploaded, what was read from it and what its person corrected; and how often somebody uploads. */
import { Migration } from '@mikro-orm/migrations';

const CV = `
create table cv (
  id uuid primary key,
  user_id uuid not null references app_user on delete cascade,
  name text not null,
  format text not null check (format in ('pdf', 'docx', 'markdown', 'text', 'json')),
  quality text not null check (quality in ('ok', 'columns')),
  pages int not null,
  is_cut boolean not null,
  text text not null,
  hidden jsonb not null,
  profile jsonb not null,
  corrections jsonb not null default '{}',
  revision int not null default 0,
  is_active boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  last_analyzed_at timestamptz
);
create index cv_of_person on cv (user_id, created_at desc);
create unique index cv_one_active on cv (user_id) where is_active;
create table cv_upload (
  id uuid primary key,
  user_id uuid not null references app_user on delete cascade,
  uploaded_at timestamptz not null
);
create index cv_upload_of_person on cv_upload (user_id, uploaded_at);`;

/** Which kinds of change there are is the code's to say: each kind is written and read in one place. */
const ANY_CHANGE = 'alter table change drop constraint if exists change_kind_check';

function ownedBy(table: string): string {
  const mine = `user_id = nullif(current_setting('app.user_id', true), '')::uuid`;
  return `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy person on ${table} to perch_person using (${mine}) with check (${mine});
create policy system on ${table} to perch_system using (true) with check (true);
grant select, insert, update, delete on ${table} to perch_person, perch_system;`;
}

export class Cv extends Migration {
  override up(): void {
    this.addSql(CV);
    this.addSql(ANY_CHANGE);
    this.addSql(ownedBy('cv'));
    this.addSql(ownedBy('cv_upload'));
  }
}
