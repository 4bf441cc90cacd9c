/**
 * Scoring against a CV without a model: how long until a screen of the list has its scores, and until all postings do.
 *
 * `npm run bench -- scoring [postings]` (1000 without a number; TEST_DATABASE_URL for a native server)
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { digits, writeFigures } from '../evals/figures.ts';
import { generateSamples } from '../server/postings/sample/sample-board.ts';
import { openTestPerch } from '../server/testing.ts';

const RUNS = 9;
const SCREEN = 20;
const PATIENCE_MS = 120_000;
const CV = `Ana Petrova
Senior Backend Engineer
Berlin, Germany

Experience
Senior Backend Engineer, Meridian Pay, Jan 2021 – Present
Backend Engineer, Tallow Works, Jan 2017 – Dec 2020

Education
BSc Computer Science, University of Leeds, 2013 – 2016

Skills
Python, Django, PostgreSQL, Kubernetes, Terraform, AWS, Docker, Kafka

Languages
English (native), German (B2)`;

const size = Number(process.argv[2] ?? 1000);
const test = await openTestPerch();
try {
  const { services, ownerId: userId, events } = test.perch;
  await services.ingest.importPostings(generate(), { signal: AbortSignal.timeout(600_000) });
  const { conversationId } = await test.freshContext();
  const place = { userId, conversationId };
  await services.cvs.add({ userId, bytes: new TextEncoder().encode(CV), name: 'cv.txt' });
  const [screens, wholes]: [number[], number[]] = [[], []];
  const loop = monitorEventLoopDelay({ resolution: 1 });
  for (let turn = 0; turn < RUNS; turn += 1) {
    const done = Promise.withResolvers<void>();
    const stop = events.on('scores-changed', ({ isComplete }) => (isComplete ? done.resolve() : undefined));
    const limit = setTimeout(() => done.reject(new Error('the scores did not come')), PATIENCE_MS);
    // A corrected CV makes all scores anew.
    await services.cvs.correct({ ...place, change: { set: { headline: `Backend Engineer ${turn}` } } });
    loop.enable();
    const started = performance.now();
    const { matches } = await services.matches.page(place);
    screens.push(performance.now() - started);
    if (matches.slice(0, SCREEN).some(({ score }) => score === null)) throw new Error('a card without a score');
    await done.promise;
    wholes.push(performance.now() - started);
    loop.disable();
    clearTimeout(limit);
    stop();
  }
  const figures = { firstScreen: median(screens), all: median(wholes), loopGap: digits(loop.max / 1e6) };
  process.stdout.write(
    `${size} postings · first ${SCREEN} with scores after ${figures.firstScreen} ms (300) · all after ${figures.all} ms (2000) · gap ${figures.loopGap} ms\n`,
  );
  writeFigures(`scoring-${size}`, {
    unit: 'milliseconds by the clock, median',
    ...figures,
    limits: { firstScreen: 300, all: 2000 },
  });
} finally {
  await test.close();
}

async function* generate() {
  const today = new Date();
  for (const posting of generateSamples(size, today)) yield { ...posting, isSample: false, source: 'bench' };
}

function median(values: readonly number[]): number {
  return digits(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0);
}
