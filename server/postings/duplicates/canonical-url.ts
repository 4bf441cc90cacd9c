/** One address for one page, however it was passed on. Pure. */

/** Parameters that say who passed a link on, never what it leads to. */
const TRACKING = new Set([
  'gh_src',
  'lever-source',
  'lever-origin',
  'source',
  'src',
  'ref',
  'referrer',
  'referer',
  'mc_cid',
  'mc_eid',
  'fbclid',
  'gclid',
  'msclkid',
  'trk',
  'trackingid',
  't',
]);

/**
 * The address without what differs between two links to the same page: scheme, `www.`, tracking parameters, their order,
 * the fragment, slashes at the end, a final /apply. Null for what is no http address.
 */
export function canonicalUrl(words: string): string | null {
  const url = URL.parse(words);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  const host = url.host.toLowerCase().replace(/^www\./u, '');
  const path = url.pathname.replace(/\/+$/u, '').replace(/\/(?:apply|application)$/u, '');
  const query = [...url.searchParams]
    .filter(([name]) => !TRACKING.has(name.toLowerCase()) && !name.toLowerCase().startsWith('utm_'))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .toSorted();
  return `https://${host}${path}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}

/** Does the address lead to one page among many, not to a site's front or its list of openings? */
export function isSpecific(canonical: string): boolean {
  const url = URL.parse(canonical);
  if (url === null) return false;
  // A number, a long name or an id: what "/careers", "/jobs" and "/en/join-us" have not.
  return [...url.pathname.split('/'), ...url.searchParams.values()].some(
    (part) => /\d{4}/u.test(part) || part.split('-').length > 3 || /^[0-9a-f-]{16,}$/u.test(part),
  );
}
