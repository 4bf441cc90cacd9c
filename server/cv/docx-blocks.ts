/** Paragraphs and table rows of a DOCX, from the tree that mammoth reads. Pure; depth is bounded. */
import { z } from 'zod';

/** One paragraph, or one row of a table with tabs between its cells. `size` in points, null when not said. */
export type Block = { text: string; size: number | null; isBold: boolean; isHeading: boolean; isItem: boolean };

const nodeSchema = z.object({
  type: z.string().optional(),
  children: z.array(z.unknown()).optional(),
  value: z.string().optional(),
  isBold: z.boolean().nullish(),
  fontSize: z.number().nullish(),
  styleName: z.string().nullish(),
  styleId: z.string().nullish(),
  numbering: z.unknown().optional(),
  breakType: z.string().optional(),
});
type Node = z.infer<typeof nodeSchema>;

const DEEPEST = 60;
const HEADING = /^(?:heading|title|überschrift|titel|заголовок)/iu;

/** `hidden` are texts of runs to leave out; those that were met are in `found`. */
export function blocksOf(document: unknown, hidden: readonly string[]): { blocks: Block[]; found: string[] } {
  const blocks: Block[] = [];
  const found: string[] = [];
  const left = new Map<string, number>();
  for (const text of hidden) left.set(text, (left.get(text) ?? 0) + 1);
  let open: Block | null = null;
  const close = (): void => {
    if (open !== null) blocks.push(open);
    open = null;
  };
  const begin = (node: Node): Block => {
    close();
    const isHeading = HEADING.test(node.styleName ?? '') || HEADING.test(node.styleId ?? '');
    const isItem = node.numbering !== undefined && node.numbering !== null;
    open = { text: '', size: null, isBold: true, isHeading, isItem };
    return open;
  };
  const write = (text: string, run: Node | null): void => {
    const block: Block = open ?? begin({});
    block.text += text;
    if (text.trim() === '' || run === null) return;
    block.isBold &&= run.isBold === true;
    block.size = Math.max(block.size ?? 0, run.fontSize ?? 0) || null;
  };
  const visit = (raw: unknown, run: Node | null, depth: number): void => {
    const parsed = nodeSchema.safeParse(raw);
    if (!parsed.success || depth > DEEPEST) return;
    const node = parsed.data;
    const into = (next: Node | null): void => {
      for (const child of node.children ?? []) visit(child, next, depth + 1);
    };
    if (node.type === 'text') write(node.value ?? '', run);
    else if (node.type === 'tab') write('\t', null);
    else if (node.type === 'break') begin({});
    else if (node.type === 'paragraph') {
      begin(node);
      into(null);
      close();
    } else if (node.type === 'tableRow') tableRow(node, depth);
    else if (node.type === 'run') {
      const text = textOf(node);
      const count = left.get(text) ?? 0;
      if (count > 0) {
        left.set(text, count - 1);
        found.push(text);
      } else into(node);
    } else into(run);
  };
  /** Cells of one line each are one line; a cell of several is a column of its own. */
  const tableRow = (node: Node, depth: number): void => {
    close();
    const from = blocks.length;
    const cells: Block[][] = [];
    for (const cell of node.children ?? []) {
      const start = blocks.length;
      visit(cell, null, depth + 1);
      close();
      cells.push(blocks.slice(start).filter(({ text }) => text.trim() !== ''));
    }
    if (!cells.every((cell) => cell.length <= 1)) return;
    const words = cells.flat();
    blocks.length = from;
    const [first] = words;
    if (first === undefined) return;
    const isBold = words.every((block) => block.isBold);
    blocks.push({ ...first, text: words.map(({ text }) => text).join('\t'), isBold });
  };
  visit(document, null, 0);
  close();
  return { blocks, found };
}

function textOf(run: Node): string {
  return (run.children ?? [])
    .map((child) => nodeSchema.safeParse(child).data)
    .map((child) => (child?.type === 'text' ? (child.value ?? '') : ''))
    .join('');
}
