/** What a board gave for a posting, as it gave it: beside the posting, gone with it, and sooner where terms ask for that. */
import { Migration } from '@mikro-orm/migrations';

export class Payload extends Migration {
  override up(): void {
    this.addSql(`
create table posting_payload (
  posting_id uuid primary key references job_posting on delete cascade,
  payload jsonb not null
);
grant select on posting_payload to perch_person;
grant select, insert, update, delete on posting_payload to perch_system;`);
  }
}
