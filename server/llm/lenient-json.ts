/** JSON as models write it: fenced, in prose, with commas too many, quoted twice, or cut before its last brackets. */

/** Index behind the JSON object or array that begins at `start`; null when it is not closed (yet). Linear. */
export function valueEnd(text: string, start: number): number | null {
  let depth = 0;
  let inString = false;
  for (let index = start; index < text.length; index += 1) {
    const letter = text[index];
    if (inString) {
      if (letter === '\\') index += 1;
      else if (letter === '"') inString = false;
      continue;
    }
    if (letter === '"') inString = true;
    else if (letter === '{' || letter === '[') depth += 1;
    else if (letter === '}' || letter === ']') {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return null;
}

/** The value, or undefined when no reading makes sense. An object quoted as a string is read as the object. */
export function parseLenient(text: string): unknown {
  for (const candidate of candidates(text.trim())) {
    const value = parse(candidate);
    if (typeof value === 'string' && /^\s*[{[]/u.test(value)) return parse(value) ?? value;
    if (value !== undefined) return value;
  }
  return undefined;
}

function* candidates(text: string): Generator<string> {
  yield text;
  const start = /[{[]/u.exec(text)?.index;
  if (start === undefined) return;
  const whole = text.slice(start, valueEnd(text, start) ?? text.length);
  const tidy = withoutStrayCommas(whole);
  yield whole;
  yield tidy;
  yield closed(tidy);
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** Commas before a closing bracket; strings stay as they are. */
function withoutStrayCommas(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|,(?=\s*[}\]])/gsu, (match) => (match === ',' ? '' : match));
}

/** The brackets that are missing at the end, when no string is open. */
function closed(text: string): string {
  const open: string[] = [];
  for (const [match] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/gsu)) {
    if (match === '{') open.push('}');
    else if (match === '[') open.push(']');
    else if (match === '}' || match === ']') open.pop();
  }
  return text.replace(/,\s*$/u, '') + open.toReversed().join('');
}
