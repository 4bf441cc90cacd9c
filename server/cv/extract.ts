/** Reads a file of any format. For the parser's process only: hostile files may take any time and memory here. */
import { extractDocx } from './docx-text.ts';
import { type ExtractedCv, unreadable, withinLimits } from './extracted.ts';
import { extractJsonResume } from './json-resume.ts';
import { decodeText, kindOf } from './kind.ts';
import { extractPdf } from './pdf-text.ts';
import { extractPlain } from './plain-text.ts';

/** Never throws for what is in the file: what cannot be read is `corrupt`. */
export async function extract(bytes: Uint8Array, name: string): Promise<ExtractedCv> {
  const kind = kindOf(bytes, name);
  if (kind === null) return unreadable('text', 'corrupt');
  if (bytes.length === 0) return unreadable(kind, 'empty');
  try {
    if (kind === 'pdf') return withinLimits(await extractPdf(bytes));
    if (kind === 'docx') return withinLimits(await extractDocx(bytes));
    const text = decodeText(bytes) ?? '';
    if (kind !== 'json') return withinLimits(extractPlain(text, kind));
    return withinLimits(extractJsonResume(text) ?? extractPlain(text, 'text'));
  } catch {
    return unreadable(kind, 'corrupt');
  }
}
