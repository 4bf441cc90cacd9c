/**
 * A small server that speaks what OpenAI and compatible servers speak, with answers that a test decides.
 * It can also misbehave in the ways real ones do.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { answered } from '../server/llm/testing.ts';
import { type Answer, chatCompletions, responses } from './stand-in-dialects.ts';

/** What the model was asked: the last thing the person said, and what its own calls since then gave. */
export interface Asked {
  text: string;
  results: string[];
  tools: string[];
  dialect: 'chat' | 'responses';
}

/** fail: HTTP 500 · hang: says nothing · cut: the line drops inside the tool call. */
export type Misbehaviour = 'fail' | 'hang' | 'cut';
/** An HTTP answer as it is. */
export interface Plain {
  status: number;
  headers?: Record<string, string>;
  body: string;
}
/** An answer whose line drops after so many events. */
export interface Cut {
  cutAfter: number;
  answer: Answer;
}
export type Reply = Answer | Misbehaviour | Plain | Cut;

export interface StandInModel {
  /** Goes into OPENAI_BASE_URL. */
  url: string;
  asked: Asked[];
  close(): Promise<void>;
}

const CUT_IN_A_CALL: Cut = {
  cutAfter: 4,
  answer: { calls: [{ name: 'set_filter', input: { set: { workplace: ['remote'], query: 'cut off' } } }] },
};

const partsSchema = z.union([z.string(), z.array(z.looseObject({ text: z.string().optional() }))]).nullish();
const toolSchema = z.looseObject({
  name: z.string().optional(),
  function: z.looseObject({ name: z.string() }).optional(),
});
const bodySchema = z.looseObject({
  stream: z.boolean().optional(),
  tools: z.array(toolSchema).optional(),
  messages: z.array(z.looseObject({ role: z.string(), content: partsSchema })).optional(),
  input: z
    .array(
      z.looseObject({
        role: z.string().optional(),
        type: z.string().optional(),
        content: partsSchema,
        output: z.unknown().optional(),
      }),
    )
    .optional(),
});

function toText(parts: z.infer<typeof partsSchema>): string {
  if (parts === null || parts === undefined) return '';
  return typeof parts === 'string' ? parts : parts.map(({ text }) => text ?? '').join('');
}

function readAsked(body: z.infer<typeof bodySchema>): Asked {
  const turns =
    body.messages?.map(({ role, content }) => ({ role, text: toText(content) })) ??
    (body.input ?? []).map(({ role, type, content, output }) =>
      type === 'function_call_output'
        ? { role: 'tool', text: String(output) }
        : { role: role ?? '', text: toText(content) },
    );
  const last = turns.findLastIndex(({ role }) => role === 'user');
  return {
    text: turns[last]?.text ?? '',
    results: turns.slice(last + 1).flatMap(({ role, text }) => (role === 'tool' ? [text] : [])),
    tools: (body.tools ?? []).map((tool) => tool.name ?? tool.function?.name ?? ''),
    dialect: body.messages === undefined ? 'responses' : 'chat',
  };
}

/** Starts the server on a free port of this machine. `pauseMs` lies between two pieces of an answer. */
export async function startStandInModel(reply: (asked: Asked) => Reply, pauseMs = 2): Promise<StandInModel> {
  const asked: Asked[] = [];
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = bodySchema.parse(await json(request));
    const question = readAsked(body);
    asked.push(question);
    const answer = reply(question);
    const plain = answer === 'fail' ? { status: 500, body: '{"error":{"message":"out of order"}}' } : answer;
    if (typeof plain === 'object' && 'status' in plain) {
      response.writeHead(plain.status, { 'content-type': 'application/json', ...plain.headers }).end(plain.body);
      return;
    }
    if (body.stream !== true && typeof answer === 'object' && 'text' in answer) {
      response.writeHead(200, { 'content-type': 'application/json' }).end(answered(answer.text ?? ''));
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.flushHeaders();
    if (plain === 'hang') return;
    const streamed = plain === 'cut' ? CUT_IN_A_CALL : plain;
    const [content, cutAfter] = 'cutAfter' in streamed ? [streamed.answer, streamed.cutAfter] : [streamed, undefined];
    const salt = String(asked.length);
    const events = question.dialect === 'chat' ? chatCompletions(content, salt) : responses(content, salt);
    for (const event of events.slice(0, cutAfter)) {
      if (response.destroyed) return;
      response.write(event);
      await wait(pauseMs);
    }
    if (cutAfter !== undefined) response.destroy();
    else response.end();
  };
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the stand-in model has no address');
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    asked,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
