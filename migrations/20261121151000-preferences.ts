/** What a person prefers, the sealed key of their model, and what models have cost them, by the hour. */
import { Migration } from '@mikro-orm/migrations';

const TABLES = `
create table person_preference (
  user_id uuid primary key references app_user on delete cascade,
  preferences jsonb not null default '{}',
  sealed_model_key text,
  updated_at timestamptz not null
);
create table model_usage (
  user_id uuid not null references app_user on delete cascade,
  hour timestamptz not null,
  calls int not null default 0,
  input_tokens bigint not null default 0,
  output_tokens bigint not null default 0,
  primary key (user_id, hour)
);`;

const OWNED = ['person_preference', 'model_usage'];

const rowSecurity = (table: string): string => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy person on ${table} to perch_person
  using (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
  with check (user_id = nullif(current_setting('app.user_id', true), '')::uuid);
create policy system on ${table} to perch_system using (true) with check (true);
grant select, insert, update, delete on ${table} to perch_person, perch_system;`;

export class Preferences extends Migration {
  override up(): void {
    this.addSql(TABLES);
    for (const table of OWNED) this.addSql(rowSecurity(table));
  }
}
