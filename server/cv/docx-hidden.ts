/** Finds the words of a DOCX that its reader cannot see: runs marked as hidden, in white, or tiny. Pure. */

const INVISIBLE =
  /<w:vanish\s*\/>|<w:vanish w:val="(?:1|true|on)"|<w:color [^>]*w:val="(?:FFFFFF|fffff[ef])"|<w:sz w:val="[1-5]"/u;
/** A white run on a dark ground can be seen. */
const ON_GROUND = /<w:shd |<w:highlight /u;

/** Texts of invisible runs, in order. Takes time in proportion to the text. */
export function hiddenRuns(xml: string): string[] {
  const found: string[] = [];
  for (let at = xml.indexOf('<w:r'); at !== -1; at = xml.indexOf('<w:r', at + 4)) {
    const next = xml[at + 4];
    if (next !== '>' && next !== ' ') continue;
    const end = xml.indexOf('</w:r>', at);
    if (end === -1) break;
    const properties = xml.indexOf('<w:rPr', at);
    const close = xml.indexOf('</w:rPr>', at);
    if (properties === -1) break;
    if (properties < end && close !== -1 && close < end) {
      const style = xml.slice(properties, close);
      if (INVISIBLE.test(style) && !ON_GROUND.test(style)) {
        const text = [...xml.slice(close, end).matchAll(/<w:t(?: [^>]*)?>([^<]*)/gu)]
          .map(([, words]) => words)
          .join('');
        if (text.trim() !== '') found.push(unescape(text));
      }
    }
    at = end;
  }
  return found;
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
