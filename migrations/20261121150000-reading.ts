/** By which rules a posting was read, so that better rules can be applied to what is there already. */
import { Migration } from '@mikro-orm/migrations';

export class Reading extends Migration {
  override up(): void {
    this.addSql('alter table posting_search add column reading integer not null default 0;');
  }
}
