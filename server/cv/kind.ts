/** What a file is, by what is in it. A name is only believed when it promises more than the content keeps. Pure. */
import type { CvFormat } from './extracted.ts';

const starts = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const ZIP = [0x50, 0x4b];
/** A PDF may begin after this many other bytes. */
const PDF_WITHIN = 1024;

/** Null: neither PDF nor DOCX nor text. Whether JSON is a JSON Resume is seen when it is read. */
export function kindOf(bytes: Uint8Array, name = ''): CvFormat | null {
  const claimsBinary = /\.(?:pdf|docx)$/iu.test(name);
  if (new TextDecoder('latin1').decode(bytes.subarray(0, PDF_WITHIN)).includes('%PDF-')) return 'pdf';
  if (starts(bytes, ZIP)) return hasWordPart(bytes) || /\.docx$/iu.test(name) ? 'docx' : null;
  if (bytes.length === 0) return emptyKind(name);
  if (claimsBinary) return null;
  const text = decodeText(bytes.subarray(0, 100_000), true);
  if (text === null || /^\s*(?:<!doctype html|<html|<\?xml|\{\\rtf)/iu.test(text)) return null;
  if (/^\s*\{/u.test(text) && /"(?:basics|work|education)"\s*:/u.test(text)) return 'json';
  return /^#{1,4} \S/mu.test(text) || /\*\*[^*\n]+\*\*/u.test(text) ? 'markdown' : 'text';
}

function emptyKind(name: string): CvFormat {
  if (/\.pdf$/iu.test(name)) return 'pdf';
  return /\.docx$/iu.test(name) ? 'docx' : 'text';
}

/** The directory at the end of an archive names its parts in plain bytes. */
function hasWordPart(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('word/document.xml');
}

/** Text in UTF-8, UTF-16 with its mark, or Windows-1252; null when it is no text. `isPart`: it may break off anywhere. */
export function decodeText(bytes: Uint8Array, isPart = false): string | null {
  if (starts(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (starts(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isPart });
  } catch {
    const text = new TextDecoder('windows-1252').decode(bytes);
    const odd = text.slice(0, 5000).match(/[\x00-\x08\x0b\x0e-\x1f]/gu)?.length ?? 0;
    return odd > 2 ? null : text;
  }
}
