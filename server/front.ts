/** What answers from the first moment: a page that waits and looks again, until the app takes over. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

const STARTING = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="1"><title>Perch is starting</title></head>
<body><main><h1>Perch is starting</h1><p>The store is being opened. This page looks again every second.</p></main></body></html>`;

/** Headers that never come, and connections on which nothing happens, are cut off. A large import may take its time. */
const HEADERS_MS = 15_000;
const SILENCE_MS = 300_000;

/** The listening server hands each request and upgrade to the app once there is one. */
export interface Front {
  server: Server;
  handOver(app: Server): void;
}

/** `allowsHost` keeps foreign names out from the first moment, too. */
export function createFront(options: { allowsHost(request: IncomingMessage): boolean }): Front {
  let app: Server | null = null;
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    if (app !== null) app.emit('request', request, response);
    else answer(request, response, options.allowsHost(request));
  });
  server.on('upgrade', (request, socket, head) => {
    if (app === null) socket.destroy();
    else app.emit('upgrade', request, socket, head);
  });
  setLimits(server);
  return { server, handOver: (next) => void (app = next) };
}

/** Every wait for a client has an end. */
export function setLimits(server: Server): void {
  server.requestTimeout = 0;
  server.headersTimeout = HEADERS_MS;
  server.timeout = SILENCE_MS;
}

function answer(request: IncomingMessage, response: ServerResponse, isOurs: boolean): void {
  const wantsPage = isOurs && request.headers.accept?.includes('text/html') === true;
  const status = !isOurs ? 421 : request.url === '/healthz' || wantsPage ? 200 : 503;
  response.writeHead(status, {
    'content-type': wantsPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
    'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'retry-after': '1',
    'x-content-type-options': 'nosniff',
  });
  response.end(wantsPage ? STARTING : JSON.stringify({ status: 'starting', name: 'perch' }));
}
