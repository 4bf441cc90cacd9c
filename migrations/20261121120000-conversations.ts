/** Conversations branch, what is said while an answer runs waits, and an export may be of chosen postings. */
import { Migration } from '@mikro-orm/migrations';

const BRANCHES = `
alter table conversation add head_id uuid;
alter table message add parent_id uuid;
create index message_parent on message (conversation_id, parent_id);`;

/** Until now every conversation was one line; as the system, since the tables hide their rows from their owner. */
const ONE_LINE = `
set local role perch_system;
update message m set parent_id = before.id
  from (select id, seq, lag(id) over (partition by conversation_id order by seq) as parent from message) own
  join message before on before.id = own.parent
 where own.id = m.id;
update conversation c set head_id = last.id
  from (select distinct on (conversation_id) conversation_id, id from message order by conversation_id, seq desc) last
 where last.conversation_id = c.id;
reset role;`;

const QUEUE = `
create table queued_message (
  id uuid primary key,
  user_id uuid not null references app_user on delete cascade,
  conversation_id uuid not null references conversation on delete cascade,
  text text not null,
  goes_first boolean not null default false,
  seq bigint generated always as identity,
  created_at timestamptz not null
);
create index queued_message_order on queued_message (conversation_id, seq);
alter table queued_message enable row level security;
alter table queued_message force row level security;
create policy person on queued_message to perch_person
  using (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
  with check (user_id = nullif(current_setting('app.user_id', true), '')::uuid);
create policy system on queued_message to perch_system using (true) with check (true);
grant select, insert, update, delete on queued_message to perch_person, perch_system;`;

/** Null: all that the filter lets through. */
const CHOSEN = `
alter table posting_export add posting_ids uuid[];`;

export class Conversations extends Migration {
  override up(): void {
    this.addSql(BRANCHES);
    this.addSql(ONE_LINE);
    this.addSql(QUEUE);
    this.addSql(CHOSEN);
  }
}
