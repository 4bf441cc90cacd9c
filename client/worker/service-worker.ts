/**
 * Keeps the page's files, so that Perch opens without a connection and says so itself. The newest page always comes
 * from the server; only when that cannot be reached is the kept one shown. Answers and postings are never kept here.
 */
const scope: unknown = self;
if (!(scope instanceof ServiceWorkerGlobalScope)) throw new Error('This file is a service worker.');

const CACHE = 'perch-page';
const SHELL = '/';
/** After this the kept page is shown; a server that answers later is met by the page's own socket. */
const PATIENCE_MS = 4_000;

scope.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const response = await fetch(SHELL);
      await keepShell(response);
      await scope.skipWaiting();
    })(),
  );
});
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== scope.location.origin) return;
  if (request.mode === 'navigate' && url.pathname === SHELL) event.respondWith(openPage(request, event));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(readAsset(request));
});

async function openPage(request: Request, event: FetchEvent): Promise<Response> {
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    event.waitUntil(keepShell(response.clone()));
    return response;
  } catch {
    return (await (await caches.open(CACHE)).match(SHELL)) ?? Response.error();
  }
}

/** Built files carry a hash in their names: what was kept is what it was. */
async function readAsset(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

/** Keeps the page and the files it names. Files of an earlier build go; a page that only says "starting" is none. */
async function keepShell(response: Response): Promise<void> {
  if (!response.ok) return;
  const copy = response.clone();
  const html = await response.text();
  if (!html.includes('<perch-app')) return;
  const cache = await caches.open(CACHE);
  const named = [...html.matchAll(/(?:src|href)="(\/assets\/[\w.-]+)"/gu)].map(([, path = '']) => path);
  const before = await (await cache.match(SHELL))?.text();
  if (before !== html) await Promise.all((await cache.keys()).map(async (request) => await cache.delete(request)));
  await cache.addAll(await missing(cache, named));
  await cache.put(SHELL, copy);
}

async function missing(cache: Cache, paths: readonly string[]): Promise<string[]> {
  const kept = await Promise.all(paths.map(async (path) => ((await cache.match(path)) === undefined ? [path] : [])));
  return kept.flat();
}
