/**
 * What the drawing of a PDF page says about its text: which fonts are bold, and which words cannot be seen because
 * they are drawn in no ink, in the colour of the paper, or too small. Pure: works on the list of drawing operations.
 */

/** The operations of a page, as pdf.js lists them. */
export type Operations = { fnArray: readonly number[]; argsArray: readonly unknown[] };
/** The numbers of the operations this reads. */
export type OperationCodes = Readonly<Record<string, number>>;
/** Where a run of invisible text begins, in points from the lower left, and why it cannot be seen. */
export type InvisibleRun = { x: number; y: number; why: 'no ink' | 'white' };

type Matrix = readonly [number, number, number, number, number, number];
type State = { matrix: Matrix; fill: string; mode: number; size: number };
type Box = { left: number; bottom: number; right: number; top: number };

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}

function numbersIn(value: unknown): number[] {
  if (value instanceof Float32Array || value instanceof Float64Array) return Array.from(value);
  return Array.isArray(value) ? value.filter((part): part is number => typeof part === 'number') : [];
}

function matrixOf(value: unknown): Matrix | null {
  const [a, b, c, d, e, f] = numbersIn(Array.isArray(value) && value.length === 1 ? value[0] : value);
  return a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined
    ? null
    : [a, b, c, d, e, f];
}

/** The box that a rectangle of user space covers on the page. */
function boxOn(matrix: Matrix, [left, bottom, right, top]: readonly [number, number, number, number]): Box {
  const corners = [
    [left, bottom],
    [left, top],
    [right, bottom],
    [right, top],
  ].map(([x = 0, y = 0]) => [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]]);
  const xs = corners.map(([x = 0]) => x);
  const ys = corners.map(([, y = 0]) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
}

/** Nearly the colour of paper: all three parts at least 94 %. */
function isPaper(colour: string): boolean {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(colour);
  return parts !== null && parts.slice(1).every((part) => Number.parseInt(part, 16) >= 240);
}

/** How far a run of glyphs moves on, in sizes of its font. */
function advance(glyphs: unknown): number {
  let sum = 0;
  for (const glyph of Array.isArray(glyphs) ? glyphs : []) {
    if (typeof glyph === 'number') sum -= glyph;
    else if (glyph !== null && typeof glyph === 'object' && 'width' in glyph && typeof glyph.width === 'number') {
      sum += glyph.width;
    }
  }
  return sum / 1000;
}

/**
 * Runs of text that cannot be seen. White words on something drawn before them (a dark bar, a picture) can be seen.
 * A picture that was left out for its size shows as a saved place with nothing in it, and counts as drawn.
 */
export function invisibleRuns({ fnArray, argsArray }: Operations, codes: OperationCodes): InvisibleRun[] {
  const runs: InvisibleRun[] = [];
  const painted: Box[] = [];
  const stack: State[] = [];
  let state: State = { matrix: IDENTITY, fill: '#000000', mode: 0, size: 1 };
  let text: Matrix = IDENTITY;
  let line: Matrix = IDENTITY;
  let leading = 0;
  let drewSinceSave = true;
  const show = (glyphs: unknown): void => {
    drewSinceSave = true;
    const [, , , , x, y] = multiply(state.matrix, text);
    const isCovered = painted.some((box) => x >= box.left - 2 && x <= box.right && y >= box.bottom - 2 && y <= box.top);
    if (state.mode === 3 || state.mode === 7) runs.push({ x, y, why: 'no ink' });
    else if (isPaper(state.fill) && state.mode !== 1 && !isCovered) runs.push({ x, y, why: 'white' });
    text = multiply(text, [1, 0, 0, 1, advance(glyphs) * state.size, 0]);
  };
  const nextLine = (x: number, y: number): void => {
    line = multiply(line, [1, 0, 0, 1, x, y]);
    text = line;
  };
  const images = new Set([
    codes['paintImageXObject'],
    codes['paintInlineImageXObject'],
    codes['paintImageMaskXObject'],
  ]);
  const fills = new Set([codes['fill'], codes['eoFill'], codes['fillStroke'], codes['eoFillStroke']]);
  for (const [index, code] of fnArray.entries()) {
    const values = argsArray[index];
    const args: readonly unknown[] = Array.isArray(values) ? values : [];
    if (code === codes['save'] || code === codes['paintFormXObjectBegin']) {
      stack.push(state);
      drewSinceSave = false;
      const inner = code === codes['save'] ? null : matrixOf(args[0]);
      state = inner === null ? { ...state } : { ...state, matrix: multiply(state.matrix, inner) };
    } else if (code === codes['restore'] || code === codes['paintFormXObjectEnd']) {
      if (!drewSinceSave) painted.push(boxOn(state.matrix, [0, 0, 1, 1]));
      drewSinceSave = true;
      state = stack.pop() ?? state;
    } else if (code === codes['transform']) {
      const matrix = matrixOf(args);
      if (matrix !== null) state = { ...state, matrix: multiply(state.matrix, matrix) };
    } else if (code === codes['setFillRGBColor'] && typeof args[0] === 'string') state = { ...state, fill: args[0] };
    else if (code === codes['setFillColorN'] || code === codes['shadingFill']) state = { ...state, fill: 'pattern' };
    else if (code === codes['setTextRenderingMode'] && typeof args[0] === 'number') state = { ...state, mode: args[0] };
    else if (code === codes['setFont']) state = { ...state, size: typeof args[1] === 'number' ? args[1] : state.size };
    else if (code === codes['beginText']) {
      text = IDENTITY;
      line = IDENTITY;
    } else if (code === codes['setTextMatrix']) {
      text = matrixOf(args) ?? text;
      line = text;
    } else if (code === codes['moveText'] || code === codes['setLeadingMoveText']) {
      const [x = 0, y = 0] = numbersIn(args);
      if (code === codes['setLeadingMoveText']) leading = -y;
      nextLine(x, y);
    } else if (code === codes['setLeading']) leading = -(numbersIn(args)[0] ?? 0);
    else if (code === codes['nextLine']) nextLine(0, -leading);
    else if (code === codes['showText'] || code === codes['showSpacedText']) show(args[0]);
    else if (images.has(code)) {
      drewSinceSave = true;
      painted.push(boxOn(state.matrix, [0, 0, 1, 1]));
    } else if (code === codes['constructPath']) {
      drewSinceSave = true;
      const [left, bottom, right, top] = numbersIn(args[2]);
      const fillsPath = typeof args[0] === 'number' && fills.has(args[0]);
      if (fillsPath && !isPaper(state.fill) && left !== undefined && bottom !== undefined && right !== undefined) {
        painted.push(boxOn(state.matrix, [left, bottom, right, top ?? bottom]));
      }
    }
  }
  return runs;
}
