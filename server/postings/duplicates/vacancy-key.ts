/**
 * The id that an employer's own board gave a vacancy, found in any address that leads there: whoever carries the posting,
 * the key is the same. Pure.
 */

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

type Finder = (url: URL, host: string, path: readonly string[]) => string | null;

/** What stands behind a word in the path: "/jobs/123" → "123". */
function after(path: readonly string[], word: string): string | undefined {
  const at = path.indexOf(word);
  return at === -1 ? undefined : path[at + 1];
}

const onHost = (host: string, name: string): boolean => host === name || host.endsWith(`.${name}`);
const number = (words: string | null | undefined): string | null => /^\d{4,}/u.exec(words ?? '')?.[0] ?? null;
const uuid = (words: string | undefined): string | null =>
  UUID.test(words?.toLowerCase() ?? '') ? (words?.toLowerCase() ?? null) : null;

const FINDERS: Record<string, Finder> = {
  // The number is one over all employers; their own sites carry it as a parameter.
  greenhouse: (url, host, path) =>
    number(url.searchParams.get('gh_jid')) ??
    (onHost(host, 'greenhouse.io') ? (number(after(path, 'jobs')) ?? number(url.searchParams.get('token'))) : null),
  lever: (_url, host, path) => (host === 'jobs.lever.co' || host === 'jobs.eu.lever.co' ? uuid(path[1]) : null),
  ashby: (url, host, path) =>
    onHost(host, 'ashbyhq.com') ? uuid(path[1]) : uuid(url.searchParams.get('ashby_jid') ?? undefined),
  workable: (_url, host, path) => {
    if (!onHost(host, 'workable.com')) return null;
    const code = after(path, 'j') ?? (path[0] === 'view' ? path[1] : undefined);
    return code !== undefined && /^[0-9a-z]{8,}$/iu.test(code) ? code.toUpperCase() : null;
  },
  smartrecruiters: (_url, host, path) =>
    onHost(host, 'smartrecruiters.com') ? (/^\d{9,}/u.exec(path[1] ?? '')?.[0] ?? null) : null,
  recruitee: (_url, host, path) => {
    const slug = after(path, 'o');
    return onHost(host, 'recruitee.com') && slug !== undefined ? `${host.split('.')[0]}:${slug}` : null;
  },
  personio: (_url, host, path) => {
    const id = number(after(path, 'job'));
    return /\.jobs\.personio\.(?:de|com)$/u.test(host) && id !== null ? `${host.split('.')[0]}:${id}` : null;
  },
  workday: (_url, host, path) => {
    if (!onHost(host, 'myworkdayjobs.com') && !onHost(host, 'myworkdaysite.com')) return null;
    // ".../job/Berlin/Engineer_R-12345-1": what follows the last underscore is the requisition, its copies count up.
    const last = /_([A-Za-z0-9-]*\d{3,}[A-Za-z0-9-]*)$/u.exec(path.findLast((part) => part.includes('_')) ?? '');
    const tenant = host.endsWith('myworkdayjobs.com') ? host.split('.')[0] : path[path.indexOf('recruiting') + 1];
    return last?.[1] === undefined ? null : `${tenant}:${last[1].toUpperCase()}`;
  },
};

/** "ashby:9f…", or null for an address that leads to no board known here. */
export function vacancyKey(words: string): string | null {
  const url = URL.parse(words);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  const host = url.hostname.toLowerCase();
  const path = url.pathname.split('/').filter((part) => part !== '');
  for (const [board, find] of Object.entries(FINDERS)) {
    const id = find(url, host, path);
    if (id !== null) return `${board}:${id}`;
  }
  return null;
}
