/** Whether a posting is still advertised: the list it came from, why it was closed, when its page was looked at. */
import { Migration } from '@mikro-orm/migrations';

export class Liveness extends Migration {
  override up(): void {
    this.addSql(`
alter table job_posting add feed text;
alter table job_posting add closed_because text check (closed_because in ('expired', 'absent', 'gone'));
alter table job_posting add checked_at timestamptz;
create index job_posting_feed on job_posting (feed, last_seen_at) where closed_at is null;
create index job_posting_expiry on job_posting (valid_through) where closed_at is null;
create index job_posting_seen on job_posting (source, last_seen_at);`);
  }
}
