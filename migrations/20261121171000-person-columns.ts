/** Country and language of a person are preferences (`person_preference`); the columns from before them go. */
import { Migration } from '@mikro-orm/migrations';

export class PersonColumns extends Migration {
  override up(): void {
    this.addSql('alter table app_user drop column home_country, drop column language');
  }
}
