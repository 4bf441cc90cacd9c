/** Perch's own icons: 20 px grid, stroke 1.5, round caps. Decorative; words stand beside or in the label. */
import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';

const shapes = {
  bird: svg`<path d="M2.5 16.5h15"/><path d="M8.25 16.5v-2.6M10.75 16.5v-2.75"/><path d="M2.75 11.75 6 9.5c.9-3 3-5.9 6.4-5.9 1.85 0 3 1.1 3.2 2.6l1.9.9-1.95.75c-.2 3.6-2.7 6.1-6.3 6.1-2.9 0-4.4-1.3-6.5-2.2z"/><path d="M12.9 6.4v.01"/>`,
  jobs: svg`<rect x="2.75" y="6" width="14.5" height="10.25" rx="2"/><path d="M7.25 6V4.9c0-.8.6-1.4 1.4-1.4h2.7c.8 0 1.4.6 1.4 1.4V6M2.75 10.75h14.5"/>`,
  sources: svg`<circle cx="10" cy="10" r="1.5"/><path d="M6.6 13.4a4.8 4.8 0 0 1 0-6.8M13.4 6.6a4.8 4.8 0 0 1 0 6.8M4.2 15.8a8.2 8.2 0 0 1 0-11.6M15.8 4.2a8.2 8.2 0 0 1 0 11.6"/>`,
  search: svg`<circle cx="9" cy="9" r="5.5"/><path d="m13.1 13.1 3.65 3.65"/>`,
  plus: svg`<path d="M10 4.5v11M4.5 10h11"/>`,
  close: svg`<path d="m5.75 5.75 8.5 8.5M14.25 5.75l-8.5 8.5"/>`,
  down: svg`<path d="m5.5 8 4.5 4.5L14.5 8"/>`,
  back: svg`<path d="M12 4.75 6.75 10 12 15.25"/>`,
  met: svg`<circle cx="10" cy="10" r="7"/><path d="m6.9 10.3 2.2 2.1 4-4.7"/>`,
  missing: svg`<circle cx="10" cy="10" r="7"/><path d="M6.75 10h6.5"/>`,
  unknown: svg`<circle cx="10" cy="10" r="7" stroke-dasharray="2.4 2"/><path d="M8.2 8.3c.1-1.1.9-1.7 1.85-1.7 1.05 0 1.8.65 1.8 1.6 0 1.35-1.8 1.45-1.8 2.9M10.05 13.2v.01"/>`,
  bell: svg`<path d="M10 3.5a4 4 0 0 0-4 4c0 4-1.5 5-1.5 5h11s-1.5-1-1.5-5a4 4 0 0 0-4-4zM8.5 15.2a1.6 1.6 0 0 0 3 0"/>`,
  save: svg`<path d="M5.5 4.6c0-.6.5-1.1 1.1-1.1h6.8c.6 0 1.1.5 1.1 1.1v12L10 13.4l-4.5 3.2z"/>`,
  saved: svg`<path d="M5.5 4.6c0-.6.5-1.1 1.1-1.1h6.8c.6 0 1.1.5 1.1 1.1v12L10 13.4l-4.5 3.2z" fill="currentColor"/>`,
  hide: svg`<path d="M8.1 5.4A7.6 7.6 0 0 1 10 5.2c4.7 0 7.2 4.8 7.2 4.8a12 12 0 0 1-1.9 2.5M5.2 6.6C3.6 7.9 2.8 10 2.8 10s2.5 4.8 7.2 4.8c1.2 0 2.3-.3 3.2-.8M3.75 3.75l12.5 12.5"/>`,
  open: svg`<path d="M11.75 3.5h4.75v4.75M16.25 3.75 9.5 10.5M8.25 4.75H5A1.25 1.25 0 0 0 3.75 6v9A1.25 1.25 0 0 0 5 16.25h9A1.25 1.25 0 0 0 15.25 15v-3.25"/>`,
  quote: svg`<path d="M8.25 6.25h-4v4.25h4zM8.25 10.5c0 2-1 3.1-2.75 3.5M15.75 6.25h-4v4.25h4zM15.75 10.5c0 2-1 3.1-2.75 3.5"/>`,
  undo: svg`<path d="M6.75 4.25 3.25 7.75l3.5 3.5M3.5 7.75h8.75a4.1 4.1 0 0 1 0 8.25H8.5"/>`,
  send: svg`<path d="M10 16V4.5M5 9.25l5-5 5 5"/>`,
  stop: svg`<rect x="6" y="6" width="8" height="8" rx="1.75" fill="currentColor"/>`,
  sun: svg`<circle cx="10" cy="10" r="3.25"/><path d="M10 2.75v1.5M10 15.75v1.5M2.75 10h1.5M15.75 10h1.5M4.9 4.9l1.05 1.05M14.05 14.05l1.05 1.05M4.9 15.1l1.05-1.05M14.05 5.95l1.05-1.05"/>`,
  pin: svg`<path d="M10 17s5.25-4.5 5.25-8.75a5.25 5.25 0 0 0-10.5 0C4.75 12.5 10 17 10 17z"/><circle cx="10" cy="8.25" r="1.75"/>`,
  home: svg`<path d="m3 9.5 7-5.75 7 5.75M5 8v7.25c0 .55.45 1 1 1h8c.55 0 1-.45 1-1V8M8.25 16.25v-4.5h3.5v4.5"/>`,
  code: svg`<path d="m6.75 6-4 4 4 4M13.25 6l4 4-4 4M11.25 4.5l-2.5 11"/>`,
  wave: svg`<path d="M2.75 11.5c1.6-4.7 3.2-4.7 4.8 0s3.2 4.7 4.9 0 3.2-4.7 4.8 0"/>`,
  pay: svg`<rect x="2.75" y="5.25" width="14.5" height="9.5" rx="1.75"/><circle cx="10" cy="10" r="2"/><path d="M5.5 10v.01M14.5 10v.01"/>`,
  clock: svg`<circle cx="10" cy="10" r="7"/><path d="M10 6.25V10l2.6 1.75"/>`,
  download: svg`<path d="M10 3.5v9M6 8.75l4 4 4-4M3.75 16.5h12.5"/>`,
  offline: svg`<path d="M3.5 3.5l13 13M10 15.5v.01M7.25 12.6a4 4 0 0 1 3.9-.95M4.75 9.75a7.6 7.6 0 0 1 2.9-1.8M2.6 7.1a11 11 0 0 1 2.6-1.75M9.2 4.3a11 11 0 0 1 8.2 2.8M12.6 8.2a7.6 7.6 0 0 1 2.65 1.55"/>`,
  alert: svg`<path d="M10 3.6 17.2 16H2.8zM10 8.4v3.4M10 13.8v.01"/>`,
  retry: svg`<path d="M16 10.25A6 6 0 1 1 14.1 5.6l1.9 1.75M16.1 3.75v3.6h-3.6"/>`,
  filter: svg`<path d="M3 5.5h14M5.75 10h8.5M8.5 14.5h3"/>`,
  list: svg`<path d="M7.5 5.5H17M7.5 10H17M7.5 14.5H17M3.5 5.5h.01M3.5 10h.01M3.5 14.5h.01"/>`,
  up: svg`<path d="M10 15.5v-11M5.5 9 10 4.5 14.5 9"/>`,
  chat: svg`<path d="M4.5 4h11c.7 0 1.25.55 1.25 1.25v7c0 .7-.55 1.25-1.25 1.25H9.25L5.5 16.5v-3h-1c-.7 0-1.25-.55-1.25-1.25v-7C3.25 4.55 3.8 4 4.5 4z"/>`,
  check: svg`<path d="m4.5 10.75 3.6 3.5 7.4-8.5"/>`,
  shield: svg`<path d="m10 2.9 5.6 2.1v4.4c0 3.6-2.2 6.1-5.6 7.7-3.4-1.6-5.6-4.1-5.6-7.7V5z"/><path d="m7.5 9.9 1.9 1.8 3.2-3.7"/>`,
  more: svg`<path d="M4.5 10h.01M10 10h.01M15.5 10h.01" stroke-width="2.2"/>`,
  edit: svg`<path d="M12.9 4.3 15.7 7.1 7.2 15.6l-3.5.7.7-3.5zM11.2 6l2.8 2.8"/>`,
  copy: svg`<rect x="7" y="7" width="9.25" height="9.25" rx="1.5"/><path d="M13 7V5.25c0-.7-.55-1.25-1.25-1.25h-6.5C4.55 4 4 4.55 4 5.25v6.5c0 .7.55 1.25 1.25 1.25H7"/>`,
  trash: svg`<path d="M4 5.75h12M8 5.5V4.25c0-.4.35-.75.75-.75h2.5c.4 0 .75.35.75.75V5.5M5.5 5.75l.7 9.6c0 .65.55 1.15 1.2 1.15h5.2c.65 0 1.2-.5 1.2-1.15l.7-9.6M8.4 8.75v4.75M11.6 8.75v4.75"/>`,
  compare: svg`<rect x="3" y="4" width="5.75" height="12" rx="1.2"/><rect x="11.25" y="4" width="5.75" height="12" rx="1.2"/>`,
  settings: svg`<circle cx="10" cy="10" r="2.5"/><path d="M10 2.75v2M10 15.25v2M2.75 10h2M15.25 10h2M4.9 4.9l1.4 1.4M13.7 13.7l1.4 1.4M4.9 15.1l1.4-1.4M13.7 6.3l1.4-1.4"/>`,
  file: svg`<path d="M11.5 3H6.25C5.55 3 5 3.55 5 4.25v11.5c0 .7.55 1.25 1.25 1.25h7.5c.7 0 1.25-.55 1.25-1.25V6.5zM11.5 3v3.5H15M7.75 10.25h4.5M7.75 13h4.5"/>`,
  keyboard: svg`<rect x="2.5" y="5.25" width="15" height="9.5" rx="1.75"/><path d="M5.5 8.25h.01M8.5 8.25h.01M11.5 8.25h.01M14.5 8.25h.01M5.5 11.75h.01M8 11.75h4M14.5 11.75h.01"/>`,
  forward: svg`<path d="M8 4.75 13.25 10 8 15.25"/>`,
  unchecked: svg`<rect x="4" y="4" width="12" height="12" rx="2.5"/>`,
  checked: svg`<rect x="4" y="4" width="12" height="12" rx="2.5" fill="currentColor"/><path class="tick" d="m6.75 10.25 2.3 2.25 4.2-4.75"/>`,
  block: svg`<circle cx="10" cy="10" r="7"/><path d="m5.2 5.2 9.6 9.6"/>`,
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof shapes;

/** The icon in the size and colour of its text. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">${shapes[name]}</svg>`;
}
