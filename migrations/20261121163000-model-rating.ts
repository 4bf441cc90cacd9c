/** What a language model said of a CV and a posting, as far as it was believed; asked once for the same texts. */
import { Migration } from '@mikro-orm/migrations';

const TABLE = `
create table model_rating (
  user_id uuid not null references app_user on delete cascade,
  cv_id uuid not null references cv on delete cascade,
  posting_id uuid not null references job_posting on delete cascade,
  content text not null,
  prompt text not null,
  model text not null,
  verdicts jsonb not null,
  refused jsonb not null,
  rated_at timestamptz not null,
  primary key (cv_id, posting_id, content, prompt, model)
);
create index model_rating_of_person on model_rating (user_id, cv_id);
alter table model_rating enable row level security;
alter table model_rating force row level security;
create policy person on model_rating to perch_person
  using (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
  with check (user_id = nullif(current_setting('app.user_id', true), '')::uuid);
create policy system on model_rating to perch_system using (true) with check (true);
grant select, insert, update, delete on model_rating to perch_person, perch_system;`;

export class ModelRating extends Migration {
  override up(): void {
    this.addSql(TABLE);
  }
}
