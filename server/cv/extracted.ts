/**
 * What leaves the parser's process: lines of text in reading order with what typography says about them, and how well
 * the file could be read. Nothing else of the file does.
 */
import { z } from 'zod';

export const FORMATS = ['pdf', 'docx', 'markdown', 'text', 'json'] as const;
export type CvFormat = (typeof FORMATS)[number];

/**
 * `ok` one column · `columns` several, put in reading order · `scan` pages without any text · `encrypted` needs a
 * password · `empty` nothing in it · `corrupt` not readable as what it says it is, or too much to read.
 */
export const QUALITIES = ['ok', 'columns', 'scan', 'encrypted', 'empty', 'corrupt'] as const;
export const qualitySchema = z.enum(QUALITIES);
export type CvQuality = z.infer<typeof qualitySchema>;

const lineSchema = z.object({
  /** Parts that stand apart in a line are separated by a tab; a list item begins with "• ". */
  text: z.string(),
  /** Size of its letters, where 1 is the size most text has. */
  size: z.number(),
  bold: z.boolean(),
  /** Blank space above it, in heights of its letters; 0 when it follows closely. */
  gap: z.number(),
  /** The file itself says that this is a heading. */
  heading: z.boolean(),
});
export type CvLine = z.infer<typeof lineSchema>;

export const extractedSchema = z.object({
  format: z.enum(FORMATS),
  quality: qualitySchema,
  pages: z.number(),
  /** True when the file had more pages or text than are read. */
  isCut: z.boolean(),
  lines: z.array(lineSchema),
  /** Text that a reader of the document cannot see: white, invisible, tiny or outside of the page. Not in `lines`. */
  hidden: z.array(z.string()),
});
export type ExtractedCv = z.infer<typeof extractedSchema>;

/** Limits of what is read from one file. */
export const LIMITS = { bytes: 10_000_000, pages: 200, characters: 500_000, inflated: 50_000_000, entries: 1000 };

/** A file of which nothing could be read, and why. */
export function unreadable(format: CvFormat, quality: CvQuality, pages = 0): ExtractedCv {
  return { format, quality, pages, isCut: false, lines: [], hidden: [] };
}

/** Cuts to the limit of characters, whole lines only. */
export function withinLimits(extracted: ExtractedCv): ExtractedCv {
  let left = LIMITS.characters;
  const lines = extracted.lines.filter(({ text }) => (left -= text.length + 1) >= 0);
  return { ...extracted, lines, isCut: extracted.isCut || lines.length < extracted.lines.length };
}
