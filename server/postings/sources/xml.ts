/** XML feeds as plain values: no entities of their own, no attributes, every text a string. Pure. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { formFailure } from '../../kernel/http-client-failure.ts';

/** Elements that are lists also when there is one. */
const LISTS = new Set(['item', 'position', 'jobDescription']);

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: true,
  htmlEntities: true,
  isArray: (name) => LISTS.has(name),
});

/** The document as nested objects. Throws HttpFailure when it is no XML, or declares entities. */
export function readXml(text: string): unknown {
  // Feeds need no document type; entities are how XML is made to explode.
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text.slice(0, 2000))) throw formFailure('XML', undefined);
  const valid = XMLValidator.validate(text);
  if (valid === true) return parser.parse(text);
  const whole = salvage(text);
  if (whole === null) throw formFailure('XML', valid);
  return whole;
}

/** The whole elements of a feed that broke off or has a bad one among them, in the shape of the feed. */
function salvage(text: string): unknown {
  const found = /<(item|position)[\s>]/u.exec(text)?.[1];
  if (found === undefined) return null;
  const blocks = text.match(found === 'item' ? /<item[\s>][\s\S]*?<\/item>/gu : /<position[\s>][\s\S]*?<\/position>/gu);
  const whole = (blocks ?? []).filter((block) => XMLValidator.validate(block) === true);
  if (whole.length === 0) return null;
  const feed = found === 'item' ? ['rss', 'channel'] : ['workzag-jobs'];
  const open = feed.map((name) => `<${name}>`).join('');
  const close = feed
    .toReversed()
    .map((name) => `</${name}>`)
    .join('');
  return parser.parse(`${open}${whole.join('')}${close}`);
}
