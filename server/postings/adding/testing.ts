/** A bakery's posting for tests, in text and as schema.org JobPosting. Ours. */

/** A posting's text. */
export const TEXT = `We bake bread for the whole street and look for somebody who gets up early and likes it. You knead, shape and
bake, teach our apprentice, and sell what you made until noon. We pay 2.800 € a month and give you bread to take home,
every day, and the evenings off. The bakery closes on Mondays and for two weeks in August, when the street is empty.`;
/** The same as pages embed it. */
export const EMBEDDED = {
  '@context': 'https://schema.org',
  '@type': 'JobPosting',
  title: 'Baker (m/w/d)',
  description: `<p>${TEXT}</p>`,
  hiringOrganization: { '@type': 'Organization', name: 'Bäckerei Lindenhof' },
  jobLocation: { '@type': 'Place', address: { addressLocality: 'Leipzig', addressCountry: 'DE' } },
  employmentType: 'FULL_TIME',
  identifier: { '@type': 'PropertyValue', value: '17' },
  datePosted: '2026-11-10',
};
/** A page that embeds this JSON. */
export const embed = (json: string): string =>
  `<html><script type="application/ld+json">${json}</script><h1>Other</h1></html>`;
