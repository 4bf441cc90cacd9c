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
  if (valid !== true) throw formFailure('XML', valid);
  return parser.parse(text);
}
