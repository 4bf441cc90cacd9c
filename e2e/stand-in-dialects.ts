/** What a model server streams for one answer, in the two dialects of OpenAI: chat completions and responses. */

export interface Answer {
  text?: string;
  /** An input that is a string is sent as it is, whether or not it is JSON. */
  calls?: readonly { name: string; input: unknown }[];
}

const MODEL = 'stand-in';
const written = (input: unknown): string => (typeof input === 'string' ? input : JSON.stringify(input));
/** Real servers cut arguments and words wherever they like. */
const pieces = (text: string): string[] => text.match(/[\s\S]{1,9}/g) ?? [];

/** The events of POST /chat/completions with `stream: true`, each one `data:` line. */
export function chatCompletions(answer: Answer, salt: string): string[] {
  const chunk = (delta: object, finish: string | null = null) => ({
    id: `chat-${salt}`,
    object: 'chat.completion.chunk',
    created: 1,
    model: MODEL,
    choices: [{ index: 0, delta, finish_reason: finish }],
  });
  const calls = answer.calls ?? [];
  const events: object[] = [
    chunk({ role: 'assistant', content: '' }),
    ...pieces(answer.text ?? '').map((content) => chunk({ content })),
    ...calls.flatMap(({ name, input }, index) => [
      chunk({
        tool_calls: [{ index, id: `call-${salt}-${index}`, type: 'function', function: { name, arguments: '' } }],
      }),
      ...pieces(written(input)).map((piece) => chunk({ tool_calls: [{ index, function: { arguments: piece } }] })),
    ]),
    chunk({}, calls.length > 0 ? 'tool_calls' : 'stop'),
    { ...chunk({}), choices: [], usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 } },
  ];
  return [...events.map((event) => `data: ${JSON.stringify(event)}\n\n`), 'data: [DONE]\n\n'];
}

/** The events of POST /responses with `stream: true`, numbered and named. */
export function responses(answer: Answer, salt: string): string[] {
  const response = { id: `response-${salt}`, object: 'response', created_at: 1, model: MODEL };
  const text = answer.text ?? '';
  const calls = answer.calls ?? [];
  const message = { type: 'message', id: `message-${salt}`, role: 'assistant' };
  const place = { item_id: message.id, output_index: 0, content_index: 0 };
  const events: object[] = [
    { type: 'response.created', response: { ...response, status: 'in_progress', output: [] } },
    ...(text === ''
      ? []
      : [
          {
            type: 'response.output_item.added',
            output_index: 0,
            item: { ...message, status: 'in_progress', content: [] },
          },
          ...pieces(text).map((delta) => ({ type: 'response.output_text.delta', ...place, delta, logprobs: [] })),
          {
            type: 'response.output_item.done',
            output_index: 0,
            item: { ...message, status: 'completed', content: [{ type: 'output_text', text, annotations: [] }] },
          },
        ]),
    ...calls.flatMap(({ name, input }, index) => functionCall(name, written(input), salt, index + 1)),
    {
      type: 'response.completed',
      response: { ...response, status: 'completed', output: [], usage: { input_tokens: 10, output_tokens: 5 } },
    },
  ];
  return events.map((event, number) => `data: ${JSON.stringify({ ...event, sequence_number: number })}\n\n`);
}

function functionCall(name: string, input: string, salt: string, place: number): object[] {
  const item = { type: 'function_call', id: `item-${salt}-${place}`, call_id: `call-${salt}-${place}`, name };
  return [
    {
      type: 'response.output_item.added',
      output_index: place,
      item: { ...item, arguments: '', status: 'in_progress' },
    },
    ...pieces(input).map((delta) => ({
      type: 'response.function_call_arguments.delta',
      item_id: item.id,
      output_index: place,
      delta,
    })),
    {
      type: 'response.output_item.done',
      output_index: place,
      item: { ...item, arguments: input, status: 'completed' },
    },
  ];
}
