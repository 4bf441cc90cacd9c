/** One parsed JSON value of an import to a posting: recognises whose shape it is. Pure. */
import { z } from 'zod';
import type { SourcePosting } from './job-posting.ts';
import { type Refusal, refuse } from './refusal.ts';
import { ashbyJobSchema, fromAshby } from './sources/ashby.ts';
import { fromOwnShape, fromSchemaOrg, ownShape, schemaOrg } from './sources/json-lines.ts';

const record = z.record(z.string(), z.unknown());

function explain(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue === undefined ? 'unknown shape' : `${issue.path.join('.') || 'value'}: ${issue.message}`;
}

/** Reads one posting of whichever known shape. `board` is the employer's slug of a board response. */
export function readRow(value: unknown, line: number, board: string): SourcePosting | Refusal {
  const row = record.safeParse(value);
  if (!row.success) return refuse(line, 'unknown_shape', 'This is not a JSON object.');
  const keys = row.data;
  if ('@type' in keys) {
    const parsed = schemaOrg.safeParse(keys);
    if (!parsed.success)
      return refuse(line, 'unknown_shape', `Not a readable schema.org JobPosting: ${explain(parsed.error)}`);
    return fromSchemaOrg(parsed.data) ?? refuse(line, 'missing_field', 'The posting has no web address or no title.');
  }
  if ('source' in keys && 'url' in keys) {
    const parsed = ownShape.safeParse(keys);
    if (!parsed.success) return refuse(line, 'unknown_shape', `Not a readable posting: ${explain(parsed.error)}`);
    return (
      fromOwnShape(parsed.data, keys['workplace']) ??
      refuse(line, 'missing_field', 'The posting has no web address or no title.')
    );
  }
  if ('jobUrl' in keys || '_board' in keys || 'descriptionPlain' in keys || ('id' in keys && 'title' in keys)) {
    const parsed = ashbyJobSchema.safeParse(keys);
    if (!parsed.success) return refuse(line, 'unknown_shape', `Not a readable Ashby posting: ${explain(parsed.error)}`);
    return (
      fromAshby(parsed.data, board) ?? refuse(line, 'missing_field', 'The posting has no web address or no title.')
    );
  }
  return refuse(
    line,
    'unknown_shape',
    'No known kind of posting: expected Ashby, schema.org JobPosting or an export of Perch.',
  );
}
