/** The first schema: people, conversations and turns, postings and what search needs of them, marks and exports. */
import { Migration } from '@mikro-orm/migrations';

/** Tables whose rows belong to one person: row-level security is forced on each. */
const OWNED = ['conversation', 'change', 'message', 'turn', 'turn_chunk', 'posting_mark', 'posting_export'];
/** Tables that belong to nobody: everybody reads, only the system writes. */
const SHARED = ['job_posting', 'posting_search', 'posting_gone', 'source_run'];

/**
 * Roles belong to the whole server: another database's Perch may have made them, or be making them at this moment.
 * An owner that is no superuser steps into them as a member that inherits nothing, so that the connection's own user
 * sees no person's rows.
 */
const ROLES = `
do $$
declare
  role_name text;
begin
  if current_setting('server_version_num')::int < 160000 then
    raise exception 'Perch needs PostgreSQL 16, this is %', current_setting('server_version');
  end if;
  foreach role_name in array array['perch_person', 'perch_system'] loop
    begin
      if not exists (select from pg_roles where rolname = role_name) then
        execute format('create role %I nologin', role_name);
      end if;
    exception when duplicate_object or unique_violation then null;
    end;
    begin
      if not (select rolsuper from pg_roles where rolname = current_user)
        and (not pg_has_role(current_user, role_name, 'set') or pg_has_role(current_user, role_name, 'usage')) then
        execute format('grant %I to %I with inherit false, set true', role_name, current_user);
      end if;
    exception when insufficient_privilege or internal_error then null;
    end;
    if not pg_has_role(current_user, role_name, 'set') then
      raise exception 'permission denied to grant role %', role_name;
    end if;
  end loop;
end $$`;

const PEOPLE = `
create table app_user (
  id uuid primary key,
  name text not null,
  home_country text,
  language text not null default 'en',
  created_at timestamptz not null
);
create table http_session (
  sid varchar primary key,
  sess json not null,
  expire timestamp(6) not null
);
create index http_session_expire on http_session (expire);`;

const CONVERSATIONS = `
create table conversation (
  id uuid primary key,
  user_id uuid not null references app_user on delete cascade,
  name text,
  title text not null default '',
  filter jsonb not null default '{}',
  revision int not null default 0,
  filter_set_by text not null default 'nobody' check (filter_set_by in ('assistant', 'person', 'nobody')),
  show_unclear boolean not null default true,
  shown int not null default 20,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (user_id, name)
);
create index conversation_last on conversation (user_id, updated_at desc);
create table turn (
  id uuid primary key,
  user_id uuid not null references app_user on delete cascade,
  conversation_id uuid not null references conversation on delete cascade,
  message_id uuid not null,
  state text not null check (state in ('running', 'ended', 'stopped', 'failed', 'interrupted')),
  started_at timestamptz not null,
  alive_at timestamptz not null,
  ended_at timestamptz,
  stop_requested_at timestamptz,
  instance text not null,
  model text,
  prompt_version text,
  error text
);
create unique index turn_one_running on turn (conversation_id) where state = 'running';
create table turn_chunk (
  turn_id uuid not null references turn on delete cascade,
  n int not null,
  user_id uuid not null references app_user on delete cascade,
  chunks jsonb not null,
  primary key (turn_id, n)
);
create table message (
  id uuid primary key,
  user_id uuid not null references app_user on delete cascade,
  conversation_id uuid not null references conversation on delete cascade,
  turn_id uuid not null references turn on delete cascade,
  role text not null check (role in ('user', 'assistant')),
  parts jsonb not null,
  seq bigint generated always as identity,
  created_at timestamptz not null
);
create index message_order on message (conversation_id, seq);
create table change (
  id uuid primary key,
  user_id uuid not null references app_user on delete cascade,
  conversation_id uuid not null references conversation on delete cascade,
  seq bigint generated always as identity,
  action text not null,
  kind text not null check (kind in ('filter', 'mark')),
  before jsonb not null,
  after jsonb not null,
  created_at timestamptz not null,
  undone_at timestamptz
);
create index change_last on change (conversation_id, seq desc) where undone_at is null;`;

const POSTINGS = `
create table job_posting (
  id uuid primary key,
  source text not null,
  source_id text not null,
  url text not null,
  apply_url text,
  title text not null,
  company text,
  locations jsonb not null,
  department text,
  description text not null,
  completeness text not null check (completeness in ('full', 'snippet', 'none')),
  pay jsonb,
  workplace text,
  skills jsonb not null,
  facts jsonb not null,
  raw jsonb,
  content_hash text not null,
  date_posted timestamptz,
  valid_through timestamptz,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  closed_at timestamptz,
  is_sample boolean not null default false,
  unique (source, source_id)
);
create table posting_search (
  posting_id uuid primary key references job_posting on delete cascade,
  number int generated always as identity unique,
  changed_in xid8 not null default pg_current_xact_id(),
  is_open boolean not null,
  is_sample boolean not null,
  is_complete boolean not null,
  source text not null,
  elsewhere smallint not null check (elsewhere between -1 and 1),
  facets text not null,
  pay_min_year double precision,
  pay_max_year double precision,
  pay_min_eur double precision,
  pay_max_eur double precision,
  posted_on date not null,
  words tsvector not null,
  meaning bytea check (length(meaning) = 384),
  meaning_model text
);
create index posting_search_changed on posting_search (changed_in);
create index posting_search_words on posting_search using gin (words);
create table posting_gone (
  number int primary key,
  changed_in xid8 not null default pg_current_xact_id()
);
create index posting_gone_changed on posting_gone (changed_in);
create function note_gone_posting() returns trigger language plpgsql as $$
begin
  insert into posting_gone (number) values (old.number) on conflict do nothing;
  return null;
end $$;
create trigger posting_search_gone after delete on posting_search for each row execute function note_gone_posting();
create table source_run (
  id uuid primary key,
  source text not null,
  state text not null check (state in ('running', 'done', 'failed')),
  started_at timestamptz not null,
  ended_at timestamptz,
  added int not null default 0,
  updated int not null default 0,
  unchanged int not null default 0,
  refused int not null default 0,
  closed int not null default 0,
  error text,
  next_allowed_at timestamptz
);
create index source_run_last on source_run (source, started_at desc);
create table posting_mark (
  user_id uuid not null references app_user on delete cascade,
  posting_id uuid not null references job_posting on delete cascade,
  mark text not null check (mark in ('seen', 'saved', 'hidden', 'applied')),
  marked_at timestamptz not null,
  primary key (user_id, posting_id)
);
create table posting_export (
  id uuid primary key,
  user_id uuid not null references app_user on delete cascade,
  conversation_id uuid not null references conversation on delete cascade,
  format text not null check (format in ('csv', 'json')),
  filter jsonb not null,
  revision int not null,
  show_unclear boolean not null,
  created_at timestamptz not null
);`;

/** Row-level security, forced, so that it binds the owner of the tables too. */
function ownedBy(table: string, column: string): string {
  const mine = `${column} = nullif(current_setting('app.user_id', true), '')::uuid`;
  return `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy person on ${table} to perch_person using (${mine}) with check (${mine});
create policy system on ${table} to perch_system using (true) with check (true);
grant select, insert, update, delete on ${table} to perch_person, perch_system;`;
}

export class Begin extends Migration {
  override up(): void {
    this.addSql(ROLES);
    this.addSql(PEOPLE);
    this.addSql(CONVERSATIONS);
    this.addSql(POSTINGS);
    this.addSql(ownedBy('app_user', 'id'));
    for (const table of OWNED) this.addSql(ownedBy(table, 'user_id'));
    for (const table of SHARED) {
      this.addSql(
        `grant select on ${table} to perch_person; grant select, insert, update, delete on ${table} to perch_system;`,
      );
    }
    // Sequences behind identity columns need no grants; the schema does on servers that revoked the default.
    this.addSql('grant usage on schema public to perch_person, perch_system;');
  }
}
