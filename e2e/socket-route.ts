/** Between the page and its server: events are held back or changed, so that a state of a moment can be looked at. */
import type { WebSocketRoute } from 'playwright-core';
import { type ServerEvent, serverEventSchema } from '../server/protocol/events.ts';
import type { PerchPage } from './page.ts';

/** From the first event on that `from` accepts, nothing more comes; that one still does. The page is opened anew. */
export async function holdFrames(page: PerchPage, from: (event: ServerEvent) => boolean): Promise<void> {
  await page.page.routeWebSocket(/\/ws\/chat/, (route) => {
    const server = route.connectToServer();
    let isHeld = false;
    server.onMessage((frame) => {
      if (isHeld) return;
      isHeld = from(read(frame));
      route.send(frame);
    });
  });
  await page.page.reload();
}

/** Nothing comes until what is returned is called. The page is opened anew. */
export async function delayFrames(page: PerchPage): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.page.routeWebSocket(/\/ws\/chat/, (route) => {
    const server = route.connectToServer();
    server.onMessage(async (frame) => {
      await released;
      route.send(frame);
    });
  });
  await page.page.reload();
  return release;
}

/** Every event as `change` makes it. The page is opened anew. */
export async function changeFrames(page: PerchPage, change: (event: ServerEvent) => unknown): Promise<void> {
  await page.page.routeWebSocket(/\/ws\/chat/, (route) => {
    const server = route.connectToServer();
    server.onMessage((frame) => {
      const before: unknown = JSON.parse(String(frame));
      const after = change(read(frame));
      route.send(
        JSON.stringify({ ...(typeof before === 'object' ? before : {}), ...(typeof after === 'object' ? after : {}) }),
      );
    });
  });
  await page.page.reload();
}

/** The page is opened anew; what is returned takes its line away, as if the network were gone. */
export async function prepareCut(page: PerchPage): Promise<() => Promise<void>> {
  const routes: WebSocketRoute[] = [];
  let isCut = false;
  await page.page.routeWebSocket(/\/ws\/chat/, async (route) => {
    if (isCut) await route.close();
    else {
      route.connectToServer();
      routes.push(route);
    }
  });
  await page.page.reload();
  return async () => {
    isCut = true;
    await page.context.setOffline(true);
    for (const route of routes) await route.close();
  };
}

const read = (frame: string | Buffer): ServerEvent => serverEventSchema.parse(JSON.parse(String(frame)));
