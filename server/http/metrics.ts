/** Figures about the running process in Prometheus' words: requests, sockets, turns, postings. Nothing personal. */
import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Bounds in seconds: a click feels instant below 0.1, a turn of a model takes up to minutes. */
const REQUEST_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const TURN_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];

export interface Metrics {
  /** Times every request under the path of its route, never under the address as it was asked for. */
  middleware: RequestHandler;
  turnStarted(turnId: string): void;
  turnEnded(turnId: string, state: string): void;
  postingsAdded(count: number): void;
  /** The page of figures and its content type. */
  page(): Promise<{ type: string; text: string }>;
}

/** `sockets` counts the open connections when asked. */
export function createMetrics(options: { version: string; sockets(): number }): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register, prefix: 'perch_' });
  const started = new Map<string, (labels: { state: string }) => number>();
  const about = new Gauge({ name: 'perch_info', help: 'Which Perch this is.', labelNames: ['version'], registers });
  about.set({ version: options.version }, 1);
  const requests = new Histogram({
    name: 'perch_http_request_seconds',
    help: 'How long requests took, by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: REQUEST_SECONDS,
    registers,
  });
  const turns = new Histogram({
    name: 'perch_turn_seconds',
    help: 'How long answers took, by how they ended.',
    labelNames: ['state'],
    buckets: TURN_SECONDS,
    registers,
  });
  const postings = new Counter({ name: 'perch_postings_added_total', help: 'Postings that came in.', registers });
  const running = new Gauge({ name: 'perch_turns_running', help: 'Answers under way here.', registers });
  const pages = new Gauge({ name: 'perch_sockets', help: 'Open pages.', registers });

  return {
    middleware(request, response, next) {
      const end = requests.startTimer({ method: request.method });
      response.on('finish', () => {
        const route: unknown = request.route?.path;
        end({ route: typeof route === 'string' ? route : 'other', status: response.statusCode });
      });
      next();
    },
    turnStarted: (turnId) => void started.set(turnId, turns.startTimer()),
    turnEnded(turnId, state) {
      const end = started.get(turnId);
      if (end === undefined) return;
      started.delete(turnId);
      end({ state });
    },
    postingsAdded: (count) => postings.inc(count),
    async page() {
      running.set(started.size);
      pages.set(options.sockets());
      return { type: register.contentType, text: await register.metrics() };
    },
  };
}
