/** Why the store did not open, in words that say what to do. The password of a database address is never shown. */
import { PerchError } from '../kernel/errors.ts';

interface Failure {
  test: RegExp;
  en: string;
  de: string;
  uk: string;
}

const NATIVE: Failure[] = [
  {
    test: /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|timeout/iu,
    en: 'no database answers at %s. Start it, or correct DATABASE_URL',
    de: 'unter %s antwortet keine Datenbank. Starten Sie sie, oder berichtigen Sie DATABASE_URL',
    uk: 'за адресою %s немає бази даних. Запустіть її або виправте DATABASE_URL',
  },
  {
    test: /password|authentication|28P01|28000/iu,
    en: 'the database at %s refuses this user or password. Correct DATABASE_URL',
    de: 'die Datenbank unter %s weist Benutzer oder Passwort zurück. Berichtigen Sie DATABASE_URL',
    uk: 'база даних за адресою %s не приймає користувача чи пароль. Виправте DATABASE_URL',
  },
  {
    test: /database ".*" does not exist|3D000/iu,
    en: 'the database named in DATABASE_URL does not exist at %s. Create it (createdb)',
    de: 'die in DATABASE_URL genannte Datenbank gibt es unter %s nicht. Legen Sie sie an (createdb)',
    uk: 'бази даних із DATABASE_URL за адресою %s немає. Створіть її (createdb)',
  },
  {
    test: /permission denied to create role|must be superuser|CREATEROLE/iu,
    en: 'the user of DATABASE_URL at %s may not create the roles perch_person and perch_system. Give it CREATEROLE for the first start',
    de: 'der Benutzer von DATABASE_URL unter %s darf die Rollen perch_person und perch_system nicht anlegen. Geben Sie ihm für den ersten Start CREATEROLE',
    uk: 'користувач із DATABASE_URL за адресою %s не може створити ролі perch_person і perch_system. Надайте йому CREATEROLE для першого запуску',
  },
];

const EMBEDDED: Failure[] = [
  {
    test: /ENOSPC|no space left/iu,
    en: 'the disk of %s is full. Free some space and start again; nothing that was saved is lost',
    de: 'der Datenträger von %s ist voll. Schaffen Sie Platz und starten Sie neu; Gespeichertes ist nicht verloren',
    uk: 'диск із %s заповнений. Звільніть місце й запустіть знову; збережене не втрачено',
  },
  {
    test: /EROFS|EACCES|EPERM|ENOTDIR|EEXIST|read-only|permission denied/iu,
    en: '%s cannot be written. Give this user the right to write there, or choose another directory with --data-dir',
    de: '%s ist nicht beschreibbar. Geben Sie diesem Benutzer Schreibrechte, oder wählen Sie mit --data-dir ein anderes Verzeichnis',
    uk: '%s недоступний для запису. Надайте користувачеві право запису або виберіть інший каталог через --data-dir',
  },
];

/** Wraps what went wrong at opening; a PerchError passes as it is. */
export function explainOpenFailure(
  error: unknown,
  config: { dataDir: string; databaseUrl: string | undefined },
): PerchError {
  if (error instanceof PerchError) return error;
  const words = describe(error);
  const isNative = config.databaseUrl !== undefined;
  const where = isNative ? address(config.databaseUrl ?? '') : config.dataDir;
  const known = (isNative ? NATIVE : EMBEDDED).find(({ test }) => test.test(words));
  const detail = words.slice(0, 200);
  const text = known ?? {
    en: `it could not be opened at %s (${detail}). The log says more`,
    de: `er ließ sich unter %s nicht öffnen (${detail}). Das Protokoll sagt mehr`,
    uk: `його не вдалося відкрити за адресою %s (${detail}). Подробиці в журналі`,
  };
  return new PerchError(
    'unavailable',
    {
      en: `The store did not open: ${text.en.replace('%s', where)}.`,
      de: `Der Speicher ließ sich nicht öffnen: ${text.de.replace('%s', where)}.`,
      uk: `Сховище не відкрилося: ${text.uk.replace('%s', where)}.`,
    },
    { cause: error },
  );
}

function describe(error: unknown): string {
  const words: string[] = [];
  for (let current = error, depth = 0; current instanceof Error && depth < 5; current = current.cause, depth += 1) {
    words.push('code' in current ? String(current.code) : '', current.message);
    if (current instanceof AggregateError) words.push(...current.errors.map(String));
  }
  return words.filter(Boolean).join(' ');
}

/** Host, port and database of an address, without user and password. */
function address(databaseUrl: string): string {
  const url = URL.parse(databaseUrl);
  return url === null ? 'DATABASE_URL' : `${url.host}${url.pathname}`;
}
