/** A posting out of a page of the web: of its embedded JobPosting, else of its title and main text. Pure. */
import { cleanLine } from '../../kernel/clean-text.ts';
import { stableId } from '../../kernel/ids.ts';
import { canonicalUrl } from '../duplicates/canonical-url.ts';
import { htmlToText } from '../html-to-text.ts';
import { elementsOf, tagsOf, withoutElements } from '../html-scan.ts';
import { NOTHING_SAID, type SourcePosting } from '../job-posting.ts';
import { fromSchemaOrg, schemaOrg } from '../sources/json-lines.ts';
import { findJobPostings } from './json-ld.ts';

/** A page with less text has no posting for a reader without scripts. */
const LEAST_TEXT = 300;
const MOST_TAGS = 300;
/** What stands around the text. */
const AROUND = ['script', 'style', 'nav', 'header', 'footer', 'aside', 'form', 'noscript', 'svg', 'button', 'head'];

/** The posting of this page, or null when none can be read from it. */
export function pagePosting(html: string, url: string): SourcePosting | null {
  for (const thing of findJobPostings(html)) {
    const posting = embedded(thing, url);
    if (posting !== null) return posting;
  }
  return plain(html, url);
}

function embedded(thing: Record<string, unknown>, url: string): SourcePosting | null {
  let fields = { ...thing, '@type': 'JobPosting', url };
  let parsed = schemaOrg.safeParse(fields);
  // A field in a shape that nobody foresaw is left out; the rest is worth having.
  while (!parsed.success) {
    const broken = String(parsed.error.issues[0]?.path[0] ?? '');
    if (!(broken in fields) || broken === 'title' || broken === 'url') return null;
    fields = { ...fields, [broken]: undefined };
    parsed = schemaOrg.safeParse(fields);
  }
  const posting = fromSchemaOrg(parsed.data);
  return posting === null ? null : { ...posting, sourceId: sourceIdOf(url) };
}

/** An employer's own number means nothing beside other employers'; the address does. */
function sourceIdOf(url: string): string {
  return stableId(canonicalUrl(url) ?? url);
}

function plain(html: string, url: string): SourcePosting | null {
  const [main] = [...elementsOf(html, 'main').take(1), ...elementsOf(html, 'article').take(1)];
  const description = htmlToText(withoutElements(main?.content ?? html, AROUND));
  const title = first(html, 'h1') || meta(html, 'og:title') || first(html, 'title');
  if (title === '' || description.length < LEAST_TEXT) return null;
  return {
    ...NOTHING_SAID,
    source: 'added',
    sourceId: sourceIdOf(url),
    url,
    title,
    company: meta(html, 'og:site_name') || null,
    description,
  };
}

function first(html: string, name: string): string {
  const [element] = elementsOf(html, name).take(1);
  return textOf(element?.content);
}

function meta(html: string, name: string): string {
  const tag = tagsOf(html, 'meta', MOST_TAGS).find((words) => words.includes(`"${name}"`));
  return textOf(/\bcontent\s*=\s*"([^"]*)"/iu.exec(tag ?? '')?.[1]);
}

function textOf(html: string | undefined): string {
  return cleanLine(htmlToText(html ?? '').replaceAll('\n', ' '), 500);
}
