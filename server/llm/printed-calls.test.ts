import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPrintedCallReader, type Piece } from './printed-calls.ts';

const names = ['set_filter', 'count_jobs', 'undo'];
const input = { set: { skills: ['C++', 'a "b" {c}'] } };
const json = JSON.stringify(input);

/** Reads the text in pieces of that length; neighbouring texts are joined. */
function read(text: string, size = 3): { text: string; calls: unknown[] } {
  const reader = createPrintedCallReader(names);
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; at += size) pieces.push(...reader.take(text.slice(at, at + size)));
  pieces.push(...reader.end());
  return {
    text: pieces.flatMap((piece) => ('text' in piece ? [piece.text] : [])).join(''),
    calls: pieces.flatMap((piece) => ('call' in piece ? [piece.call] : [])),
  };
}

const setFilter = { name: 'set_filter', input };

describe('a tool call printed as text', () => {
  it.each([
    ['bare', `{"name":"set_filter","arguments":${json}}`],
    ['with its arguments quoted', JSON.stringify({ name: 'set_filter', arguments: json })],
    ['with parameters', `{"name": "set_filter", "parameters": ${json}}`],
    ['as a function object', `{"type":"function","function":{"name":"set_filter","arguments":${json}}}`],
    ['in an array after a marker', `[TOOL_CALLS] [{"name":"set_filter","arguments":${json}}]`],
    ['in tags', `<tool_call>\n{"name":"set_filter","arguments":${json}}\n</tool_call>`],
    ['in a tag with its name', `<function=set_filter>${json}</function>`],
    ['fenced', `\`\`\`json\n{"name":"set_filter","arguments":${json}}\n\`\`\``],
    ['as a call', `set_filter(${json})`],
    ['by another spelling', `{"name":"functions.setFilter","arguments":${json}}`],
    ['as its input alone', json],
    ['under its name', `{"set_filter":${json}}`],
    ['with a comma too many', `{"name":"set_filter","arguments":${json},}`],
    ['cut before its last brackets', `{"name":"set_filter","arguments":${json}`],
  ])('%s is read, however it is cut', (_, text) => {
    for (const size of [1, 2, 7, 1000]) expect(read(text, size), `${size}`).toEqual({ text: '', calls: [setFilter] });
  });

  it('is found inside prose, which stays', () => {
    const { text, calls } = read(`Sure, I will do that. \`\`\`json\n${json}\n\`\`\` Done in a moment.`);
    expect(calls).toEqual([setFilter]);
    expect(text.replace(/\s+/gu, ' ')).toBe('Sure, I will do that. Done in a moment.');
  });

  it('may be several', () => {
    const { calls } = read(`<tool_call>{"name":"undo"}</tool_call>\n<tool_call>{"name":"count_jobs"}</tool_call>`);
    expect(calls).toEqual([
      { name: 'undo', input: {} },
      { name: 'count_jobs', input: {} },
    ]);
  });

  it.each([
    'Pay is {negotiable}, [see there], a < b and `code`.',
    'I used set_filter (a tool) and snake_case words.',
    '```js\nconst a = { b: 1 };\n```\nThat is all.',
    '{"name":"delete_everything","arguments":{}}',
    'An unfinished {"name": "set_f',
    '',
  ])('%j is text and comes out as it went in', (text) => {
    for (const size of [1, 5, 1000]) expect(read(text, size)).toEqual({ text, calls: [] });
  });

  it('never loses or makes up text without a call, and takes linear time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('{', '}', '[', '<', '`', '```', '_', '(', 'a', ' ', '"', 'tool_call>', '\n'), {
          maxLength: 60,
        }),
        fc.integer({ min: 1, max: 9 }),
        (parts, size) => {
          const text = parts.join('');
          expect(read(text, size)).toEqual({ text, calls: [] });
        },
      ),
    );
    for (const part of ['{', '{"', '`', '<t', 'a_b (', 'a', '_', '[TOOL'])
      expect(read(part.repeat(20_000), 7).text).toBe(part.repeat(20_000));
  });
});
