/**
 * An assistant's Markdown as templates. It is never turned into HTML text: each token becomes one of the few elements
 * below, everything else (HTML, pictures, addresses that are neither https nor mail) is shown as the words it is.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { lexer, type Token, type Tokens } from 'marked';

type Piece = TemplateResult | string | typeof nothing;

/** Deeper nesting is no text that somebody wrote. */
const DEEPEST = 20;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Links lead to https or mail only, and open without telling where they come from. */
export function renderMarkdown(text: string): TemplateResult {
  try {
    return html`${pieces(lexer(text, { gfm: true, breaks: true }), 0)}`;
  } catch {
    // What the lexer cannot take is shown as it came.
    return html`<p>${text}</p>`;
  }
}

function pieces(tokens: readonly Token[] | undefined, depth: number): Piece[] {
  if (depth > DEEPEST) return (tokens ?? []).map(({ raw }) => raw);
  return (tokens ?? []).map((token) => piece(token, depth + 1));
}

function piece(token: Token, depth: number): Piece {
  if (is<Tokens.List>(token, 'list')) return list(token, depth);
  if (is<Tokens.Table>(token, 'table')) return table(token, depth);
  if (is<Tokens.Link>(token, 'link')) return link(token, depth);
  if (is<Tokens.Code>(token, 'code')) return html`<pre tabindex="0"><code>${token.text}</code></pre>`;
  if (is<Tokens.Image>(token, 'image')) return decode(token.text);
  const inside = (): Piece[] => pieces('tokens' in token ? token.tokens : undefined, depth);
  switch (token.type) {
    case 'paragraph':
      return html`<p>${inside()}</p>`;
    case 'heading':
      return html`<h3>${inside()}</h3>`;
    case 'blockquote':
      return html`<blockquote>${inside()}</blockquote>`;
    case 'strong':
      return html`<strong>${inside()}</strong>`;
    case 'em':
      return html`<em>${inside()}</em>`;
    case 'del':
      return html`<del>${inside()}</del>`;
    case 'codespan':
      return html`<code>${words(token)}</code>`;
    case 'br':
      return html`<br>`;
    case 'hr':
      return html`<hr>`;
    case 'space':
    case 'def':
    case 'checkbox':
      return nothing;
    case 'html':
      return /^<br\s*\/?>\s*$/iu.test(token.raw) ? html`<br>` : token.raw;
    default:
      return 'tokens' in token && token.tokens !== undefined ? html`${inside()}` : decode(words(token));
  }
}

/** The lexer's types leave room for tokens of extensions; without any, the name decides. */
function is<Kind extends Tokens.Generic | Token>(token: Token, type: string): token is Token & Kind {
  return token.type === type;
}

function words(token: Token): string {
  return 'text' in token && typeof token.text === 'string' ? token.text : token.raw;
}

function list({ ordered, start, items }: Tokens.List, depth: number): TemplateResult {
  const rows = items.map(
    ({ tokens, task, checked }) =>
      html`<li>${task ? (checked === true ? '☑ ' : '☐ ') : nothing}${pieces(tokens, depth)}</li>`,
  );
  return ordered ? html`<ol start=${start === '' ? 1 : start}>${rows}</ol>` : html`<ul>${rows}</ul>`;
}

function table({ header, rows }: Tokens.Table, depth: number): TemplateResult {
  return html`<div class="prose-table" tabindex="0"><table>
    <thead><tr>${header.map(({ tokens }) => html`<th scope="col">${pieces(tokens, depth)}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => html`<tr>${row.map(({ tokens }) => html`<td>${pieces(tokens, depth)}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}

function link({ href, raw, text, tokens }: Tokens.Link, depth: number): TemplateResult {
  // A bare address ends before a closing quote; the lexer knows the straight ones only.
  const quote = raw === text ? (/[”“»’]+$/u.exec(raw)?.[0] ?? '') : '';
  const inside = quote === '' ? pieces(tokens, depth) : raw.slice(0, -quote.length);
  const address = decode(href.endsWith(quote) ? href.slice(0, href.length - quote.length) : href).trim();
  if (!/^(?:https:\/\/|mailto:)/iu.test(address)) return html`${inside}${quote}`;
  return html`<a href=${address} target="_blank" rel="noopener noreferrer nofollow">${inside}</a>${quote}`;
}

/** Character references that people and models write; unknown ones stay as they are. */
function decode(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/giu,
    (all, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? all;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}
