/** What went wrong inside a unit of work, where a person can do something about it. */
import { PerchError } from '../kernel/errors.ts';

/** SQLSTATE and system codes of a database that is away: connection lost, shutting down, starting up, too many clients. */
const AWAY = /^(?:08\w{3}|57P0[123]|53300|ECONN\w+|EPIPE|ENOENT|ETIMEDOUT)$/u;
/** No room; and read-only, which a unit is only while there is too little of it. */
const FULL = new Set(['53100', '25006', 'ENOSPC']);

/** The error as a person may read it when it is about the disk or the connection; any other one as it is. */
export function explainUnitFailure(error: unknown): unknown {
  if (error instanceof PerchError) return error;
  const code = codeOf(error);
  if (FULL.has(code)) return diskFull(error);
  return AWAY.test(code) || /Connection terminated|timeout exceeded when trying to connect/u.test(String(error))
    ? away(error)
    : error;
}

function codeOf(error: unknown): string {
  for (let current = error, depth = 0; current instanceof Error && depth < 5; current = current.cause, depth += 1) {
    if ('code' in current && typeof current.code === 'string') return current.code;
  }
  return '';
}

function diskFull(cause: unknown): PerchError {
  return new PerchError(
    'unavailable',
    {
      en: 'The disk is nearly full, so nothing more is saved. What was saved is all there. Free some space, then try again.',
      de: 'Der Datenträger ist fast voll, darum wird nichts mehr gespeichert. Gespeichertes ist vollständig da. Schaffen Sie Platz und versuchen Sie es noch einmal.',
      uk: 'Диск майже заповнений, тому нічого більше не зберігається. Усе збережене на місці. Звільніть місце й спробуйте ще раз.',
    },
    { cause },
  );
}

function away(cause: unknown): PerchError {
  return new PerchError(
    'unavailable',
    {
      en: 'The database does not answer right now. What was saved is safe; try again in a moment.',
      de: 'Die Datenbank antwortet gerade nicht. Gespeichertes ist sicher; versuchen Sie es gleich noch einmal.',
      uk: 'База даних зараз не відповідає. Збережене в безпеці; спробуйте за мить.',
    },
    { cause },
  );
}
