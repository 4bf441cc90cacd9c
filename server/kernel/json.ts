/** JSON that Postgres takes: half characters and NUL, which its text cannot hold, become U+FFFD or nothing. */

/** Like JSON.stringify, for values that go into jsonb. Texts from outside may be cut anywhere. */
export function toStorableJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? toStorableText(part) : part));
}

export function toStorableText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
