import { describe, expect, it } from 'vitest';
import { pagePosting } from './page-posting.ts';
import { EMBEDDED as job, embed as script, TEXT } from './testing.ts';
import { textPosting } from './text-posting.ts';

const url = 'https://lindenhof.example/jobs/baker-2026';

describe('a page’s embedded posting', () => {
  const plain = JSON.stringify(job);
  const forms: [string, string][] = [
    ['alone', plain],
    ['in a list', JSON.stringify([{ '@type': 'WebSite', name: 'x' }, job])],
    ['in a graph', JSON.stringify({ '@context': 'https://schema.org', '@graph': [{ '@type': 'WebPage' }, job] })],
    ['with several types', JSON.stringify({ ...job, '@type': ['Thing', 'JobPosting'] })],
    ['with raw line breaks and a comma too many', plain.replace('We bake', 'We\nbake').replace(/\}$/u, ',}')],
    ['in a comment', `<!-- ${plain} -->`],
    ['with a field nobody foresaw', JSON.stringify({ ...job, baseSalary: [7], validThrough: { day: 1 } })],
  ];
  it.each(forms)('%s', (_name, json) => {
    expect(pagePosting(script(json), url)).toMatchObject({
      source: 'jsonld',
      url,
      title: 'Baker (m/w/d)',
      company: 'Bäckerei Lindenhof',
      locations: ['Leipzig, DE'],
      employment: ['full_time'],
      datePosted: '2026-11-10T00:00:00.000Z',
    });
  });

  it('is told apart by its address, not by an employer’s number', () => {
    const ids = [url, `${url}?utm_source=x`, 'https://other.example/jobs/1'].map(
      (at) => pagePosting(script(plain), at)?.sourceId,
    );
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('is looked for in hostile pages in bounded time', () => {
    for (const piece of [
      '<script ',
      '<script>',
      '<main>',
      '<meta ',
      '<',
      '<script type="application/ld+json">{"a":[[[[',
    ]) {
      expect(pagePosting(piece.repeat(1_000_000 / piece.length), url)?.title ?? null).toBeNull();
    }
  }, 20_000);

  it('where there is none, title and main text are the posting; an empty shell is none', () => {
    const page = `<title>Jobs</title><nav>Home</nav><main><h1>Baker</h1><p>${TEXT}</p></main><footer>Imprint</footer>`;
    expect(pagePosting(page, url)).toMatchObject({ source: 'added', title: 'Baker', company: null });
    expect(pagePosting(page, url)?.description).not.toMatch(/Home|Imprint/u);
    expect(pagePosting('<title>Jobs</title><div id="root"></div>', url)).toBeNull();
  });
});

describe('pasted text', () => {
  it('says in its first lines what it is', () => {
    const text = `Baker at Bäckerei Lindenhof\nLocation: Leipzig\n\n${TEXT}\nApply: https://lindenhof.example/jobs/7.`;
    expect(textPosting(text, null)).toMatchObject({
      title: 'Baker',
      company: 'Bäckerei Lindenhof',
      locations: ['Leipzig'],
      url: expect.stringMatching(/^https:\/\/lindenhof\.example\/jobs\/7/u),
    });
    expect(textPosting(`Firma: Amsel\nStelle: Köchin\n${TEXT}`, url)).toMatchObject({
      title: 'Köchin',
      company: 'Amsel',
      url,
    });
    expect(textPosting('Cook', null)).toBeNull();
  });
});
