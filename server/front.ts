/** What answers from the first moment: a page that waits and looks again, until the app takes over. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

const STARTING = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="1"><title>Perch is starting</title></head>
<body><main><h1>Perch is starting</h1><p>The store is being opened. This page looks again every second.</p></main></body></html>`;

/** The listening server hands each request and upgrade to the app once there is one. */
export interface Front {
  server: Server;
  handOver(app: Server): void;
}

export function createFront(): Front {
  let app: Server | null = null;
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    if (app !== null) {
      app.emit('request', request, response);
      return;
    }
    const wantsPage = request.headers.accept?.includes('text/html') === true;
    response.writeHead(request.url === '/healthz' || wantsPage ? 200 : 503, {
      'content-type': wantsPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
      'content-security-policy': "default-src 'none'",
      'cache-control': 'no-store',
      'retry-after': '1',
      'x-content-type-options': 'nosniff',
    });
    response.end(wantsPage ? STARTING : JSON.stringify({ status: 'starting', name: 'perch' }));
  });
  server.on('upgrade', (request, socket, head) => {
    if (app === null) socket.destroy();
    else app.emit('upgrade', request, socket, head);
  });
  server.requestTimeout = 120_000;
  server.headersTimeout = 15_000;
  return { server, handOver: (next) => void (app = next) };
}
