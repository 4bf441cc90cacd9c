/**
 * What the page weighs: every file that the build makes, compressed as it is served, and what each part costs of it.
 * The bar is 120 KB for everything together, all languages included, in Brotli, which every browser of today asks for.
 */
import { basename, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { digits, writeFigures } from '../evals/figures.ts';

const BAR_KB = 120;
const client = join(import.meta.dirname, '../client');

/** Parts by where a module lies; the first that fits. */
const PARTS: readonly [name: string, pattern: RegExp][] = [
  ['zod', /node_modules\/zod\//],
  ['virtualizer', /node_modules\/@lit-labs\/virtualizer\//],
  ['lit', /node_modules\/(?:lit|lit-html|lit-element|@lit)\//],
  ['marked', /node_modules\/marked\//],
  ['texts', /client\/i18n\//],
  ['icons', /client\/icons/],
  ['components', /client\/components\//],
  ['styles', /\.css/],
  ['protocol', /server\//],
  ['rest of the page', /client\//],
  ['rest of the packages', /./],
];

interface Figures {
  bytes: number;
  gzip: number;
  brotli: number;
}

async function main(): Promise<void> {
  const result = await build({
    root: client,
    configFile: join(client, 'vite.config.ts'),
    logLevel: 'silent',
    build: { write: false },
  });
  const outputs = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
  const files = Object.fromEntries(outputs.map((file) => [withoutHash(file.fileName), weigh(contentOf(file))]));
  const everything = sum(Object.values(files));
  for (const [name, figures] of Object.entries(files)) print(line(name, figures));
  print(line('everything', everything));
  const parts = partsOf(outputs, everything.gzip);
  print('\nparts, as shares of everything (gzip):');
  for (const [name, kilobytes] of Object.entries(parts))
    print(`${name.padEnd(24)}${kilobytes.toFixed(1).padStart(8)} KB`);
  const brotliKb = digits(everything.brotli / 1000);
  writeFigures('bundle', {
    barKb: BAR_KB,
    everything: { brotliKb, gzipKb: digits(everything.gzip / 1000) },
    files: Object.fromEntries(Object.entries(files).map(([name, { gzip }]) => [name, digits(gzip / 1000)])),
    partsKb: parts,
  });
  print(`\n${brotliKb} KB of ${BAR_KB} KB`);
  if (brotliKb > BAR_KB) process.exitCode = 1;
}

function contentOf(file: Rolldown.OutputChunk | Rolldown.OutputAsset): Buffer {
  return Buffer.from(file.type === 'chunk' ? file.code : file.source);
}

function weigh(content: Buffer): Figures {
  return {
    bytes: content.length,
    gzip: gzipSync(content, { level: 9 }).length,
    brotli: brotliCompressSync(content).length,
  };
}

function sum(all: readonly Figures[]): Figures {
  return all.reduce(
    (total, { bytes, gzip, brotli }) => ({
      bytes: total.bytes + bytes,
      gzip: total.gzip + gzip,
      brotli: total.brotli + brotli,
    }),
    { bytes: 0, gzip: 0, brotli: 0 },
  );
}

/**
 * Kilobytes of each part. Files are compressed as a whole, so that no part has a size of its own: each file's size is
 * shared out in proportion to what its parts would weigh alone.
 */
function partsOf(
  outputs: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[],
  all: number,
): Record<string, number> {
  const shares = new Map<string, number>();
  const add = (part: string, bytes: number): void => void shares.set(part, (shares.get(part) ?? 0) + bytes);
  for (const file of outputs) {
    const whole = weigh(contentOf(file)).gzip;
    if (file.type === 'asset') {
      add(partOf(file.fileName), whole);
      continue;
    }
    const codes = Map.groupBy(Object.entries(file.modules), ([id]) => partOf(id));
    const alone = [...codes].map(([part, modules]): [string, number] => [
      part,
      weigh(Buffer.from(modules.map(([, { code }]) => code ?? '').join('\n'))).gzip,
    ]);
    const together = alone.reduce((total, [, bytes]) => total + bytes, 0);
    for (const [part, bytes] of alone) add(part, (bytes / together) * whole);
  }
  const sorted = [...shares].toSorted(([, a], [, b]) => b - a);
  const counted = sorted.reduce((total, [, bytes]) => total + bytes, 0);
  if (Math.abs(counted - all) > 1) throw new Error(`the parts make ${counted} bytes, the files ${all}`);
  return Object.fromEntries(sorted.map(([part, bytes]) => [part, digits(bytes / 1000)]));
}

function partOf(id: string): string {
  return PARTS.find(([, pattern]) => pattern.test(id))?.[0] ?? 'rest of the packages';
}

function withoutHash(path: string): string {
  return basename(path).replace(/-[\w-]{8}\./, '.');
}

function line(name: string, { bytes, gzip, brotli }: Figures): string {
  const kilobytes = (value: number): string => `${(value / 1000).toFixed(1)} KB`.padStart(10);
  return `${name.padEnd(24)}${kilobytes(bytes)}${kilobytes(gzip)} gzip${kilobytes(brotli)} brotli`;
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);

await main();
