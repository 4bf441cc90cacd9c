/** A model server for tests, each of whose answers a test decides. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { z } from 'zod';

export interface TestServer {
  /** Ends in /v1. */
  address: string;
  close(): void;
}

/** Listens on a free port of this machine; `reply` gets the request's body as JSON. */
export async function serveModel(
  reply: (request: IncomingMessage, response: ServerResponse, body: unknown) => void,
): Promise<TestServer> {
  const server = createServer((request, response) => {
    json(request).then(
      (body) => reply(request, response, body),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    address: `http://127.0.0.1:${address.port}/v1`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A streamed answer of chat completions that says `text`, in pieces of a word each. */
export function spoken(text: string): string {
  const chunk = (delta: object, finish: string | null): string =>
    `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
  const usage = `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [], usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 } })}\n\n`;
  const words = text.split(/(?<=\s)/u).map((content) => chunk({ content }, null));
  return [...words, chunk({}, 'stop'), usage, 'data: [DONE]\n\n'].join('');
}

/** A whole answer of chat completions that says `text`. */
export function answered(text: string): string {
  return JSON.stringify({
    id: 'c',
    object: 'chat.completion',
    created: 1,
    model: 'm',
    choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 1000, completion_tokens: 200, total_tokens: 1200 },
  });
}

const asked = z.looseObject({ messages: z.array(z.looseObject({ role: z.string(), content: z.unknown() })) });

/** What a request of chat completions says, by role; parts of a message as JSON. */
export function askedText(body: unknown): { system: string; user: string } {
  const { messages } = asked.parse(body);
  const of = (role: string): string =>
    messages
      .flatMap((one) =>
        one.role === role ? [typeof one.content === 'string' ? one.content : JSON.stringify(one.content)] : [],
      )
      .join('\n');
  return { system: of('system'), user: of('user') };
}
