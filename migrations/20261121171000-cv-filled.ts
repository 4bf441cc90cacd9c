/** What a language model added to what was read of a CV. */
import { Migration } from '@mikro-orm/migrations';

export class CvFilled extends Migration {
  override up(): void {
    this.addSql('alter table cv add column filled jsonb');
  }
}
