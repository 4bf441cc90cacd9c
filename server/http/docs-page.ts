/** The page that explains the API, made from the OpenAPI document on the server: no script, nothing from elsewhere. */
import { z } from 'zod';

const operationSchema = z.object({
  summary: z.string().default(''),
  parameters: z
    .array(z.object({ name: z.string(), in: z.string(), required: z.boolean().default(false), schema: z.unknown() }))
    .default([]),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })) }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string().default('') })),
});
const documentSchema = z.object({
  info: z.object({ title: z.string(), version: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
});
type Operation = z.output<typeof operationSchema>;

/** Groups by the first word of the path, in the order in which they are shown. */
const GROUPS: readonly { title: string; has(path: string): boolean }[] = [
  { title: 'Actions', has: (path) => path.startsWith('/api/actions/') },
  { title: 'Health and figures', has: (path) => /^\/(?:health|ready|metrics)/u.test(path) },
  { title: 'More of the API', has: (path) => path.startsWith('/api/') },
  { title: 'Addresses of the specification', has: () => true },
];

const INTRODUCTION = `Everything Perch can do is an action; the page, the chat and this API run the same ones. Requests that
change something need the page’s own Origin and its session cookie; without <code>conversation</code> they are about the
conversation used last. Errors come as <code>{"error": {"code", "message", "text": {"en", "de", "uk"}}}</code>. The same
as data: <a href="/api/openapi.json">openapi.json</a>. Live changes come over the socket at <code>/ws/chat</code>.`;

/** `document` is what GET /api/openapi.json answers. Throws when it is no OpenAPI document. */
export function renderDocs(document: unknown): string {
  const { info, paths } = documentSchema.parse(document);
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const groupOf = (path: string): string => GROUPS.find(({ has }) => has(path))?.title ?? '';
  const groups = GROUPS.map(({ title }) => ({ title, lines: all.filter(({ path }) => groupOf(path) === title) }));
  const body = groups
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => {
      const entries = lines.map(({ path, method, operation }) => renderOperation(path, method, operation));
      return `<section><h2>${escape(title)}</h2>${entries.join('')}</section>`;
    });
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${escape(info.title)} API</title>
<link rel="stylesheet" href="/api/docs.css"></head>
<body><main><h1>${escape(info.title)} API <small>${escape(info.version)}</small></h1>
<p>${INTRODUCTION}</p>
${body.join('\n')}
</main></body></html>`;
}

function renderOperation(path: string, method: string, operation: Operation): string {
  const body = Object.entries(operation.requestBody?.content ?? {}).map(
    ([type, { schema }]) =>
      `<h4>Body, ${escape(type)}</h4><pre tabindex="0">${escape(JSON.stringify(schema, null, 2))}</pre>`,
  );
  const answers = Object.entries(operation.responses).map(
    ([status, { description }]) => `<tr><td><code>${escape(status)}</code></td><td>${escape(description)}</td></tr>`,
  );
  return `<details id="${escape(`${method.toLowerCase()}${path}`)}"><summary><code><b>${method}</b> ${escape(path)}</code>
<span>${escape(operation.summary)}</span></summary>
${renderParameters(operation)}${body.join('')}
<h4>Answers</h4><table>${answers.join('')}</table></details>`;
}

function renderParameters({ parameters }: Operation): string {
  if (parameters.length === 0) return '';
  const rows = parameters.map(
    ({ name, in: where, required, schema }) =>
      `<tr><td><code>${escape(name)}</code></td><td>${escape(where)}${required ? ', required' : ''}</td><td><code>${escape(JSON.stringify(schema))}</code></td></tr>`,
  );
  return `<h4>Parameters</h4><table>${rows.join('')}</table>`;
}

function escape(text: string): string {
  const codes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replaceAll(/[&<>"']/gu, (sign) => codes[sign] ?? '');
}
