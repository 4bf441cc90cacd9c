/** Whether a word that names a skill is meant as one: "rust and go" is, "go to the office" is not. */
import { noise } from '../english/noise-words.ts';
import { genericHeads, roleHeads } from '../english/role-words.ts';
import type { Token } from '../meaning.ts';
import { wordSet } from '../phrases.ts';

/** Skills that are everyday words: they need a technical neighbour, a capital, or to stand alone. */
const everyday = wordSet(
  'go r c d j spring swift express chef puppet shell unity rust dart excel oracle apple target rest segment notion linear node spark ruby react flask bash safe tax cleaning painting physics audit containers rails word access outlook teams office slack box lambda play vault consul fluent access point crystal nim elm julia groovy pascal basic access scheme racket clear lean agile driving training writing reading speaking english german french editing english support sales communication leadership management marketing teaching nursing cooking design accounting research planning logistics',
);
/** Fields of work: they rank by meaning or belong to a role, they are no technology. */
const fields = wordSet(
  'optics surveying drones tourism agriculture railway railways cosmetics pharmacy childcare electronics aviation forestry shipping mining spedition freight horticulture fisheries defense aerospace automotive b2b b2c purchasing sales marketing accounting finance design research planning logistics management leadership communication support teaching nursing cooking cleaning driving writing reading training english german french spanish painting tax audit editing physics security testing data health education safety construction maintenance retail legal law medicine music photography translation recruiting administration operations welding gardening care housing insurance banking crypto blockchain startup saas healthcare fintech hospitality automotive mobile cloud hr seo-content bookkeeping copywriting proofreading robotics manufacturing procurement engineering mathematics science',
);
const technical = wordSet(
  'developer engineer programmer coder dev devs jobs job roles role programming language code coding backend frontend stack positions experience',
);
/** Languages and tools of programming among the everyday words, and how one is engaged for them. */
const programming = wordSet(
  'rust spring swift go r c dart ruby unity oracle express elm julia crystal nim flask node spark react',
);
const engaged = wordSet('contract contracts contracting contractor freelance gigs gig b2b work remote projects');
const introducers = wordSet('in with using know knowing and or like plus also not no learn write code');

/** True for one plain word that names a field of work ("proofreading"): it ranks by meaning instead. */
export function isField(tokens: readonly Token[], from: number, to: number): boolean {
  const words = tokens.slice(from, to).map((token) => token.word);
  return (
    words.every((word) => fields.has(word)) &&
    (words.length === 1 || words.some((word) => /^(?:b2b|b2c|saas)$/.test(word)))
  );
}

const typed: ReadonlyMap<string, string> = new Map([
  ['tf', 'Terraform'],
  ['py', 'Python'],
  ['1c', '1C'],
  ['oracle', 'Oracle'],
  ['net core', '.NET Core'],
  ['js', 'JavaScript'],
  ['ts', 'TypeScript'],
  ['k8s', 'Kubernetes'],
  ['pg', 'PostgreSQL'],
  ['golang', 'Go'],
]);

/** Short forms that only a chat has. */
export function typedSkill(words: string): string | null {
  return typed.get(words) ?? null;
}

/** The sense of the tokens from `from` to `to`, which a table knows as a skill. */
export function isSkillHere(tokens: readonly Token[], from: number, to: number): boolean {
  const token = tokens[from];
  if (token === undefined) return false;
  if (to - from > 1)
    return (
      !tokens.slice(from, to).some((one) => noise.has(one.word)) &&
      !tokens.slice(from, to).every((one) => fields.has(one.word))
    );
  if (fields.has(token.word)) return false;
  // "Rust (the programming language!)"
  if (
    /^the (?:programming |coding )?(?:language|tool|framework|software)/.test(
      tokens
        .slice(to, to + 3)
        .map(({ word }) => word)
        .join(' '),
    )
  )
    return true;
  // "Chef and Puppet": beside another tool of its kind.
  if (
    token.word === 'chef' &&
    tokens.some(
      ({ word, clause }) => clause === token.clause && /^(?:puppet|ansible|saltstack|terraform|jenkins)$/.test(word),
    )
  )
    return true;
  if (noise.has(token.word) && token.word !== 'go') return false;
  if (!everyday.has(token.word)) return true;
  const next = tokens[to];
  const before = tokens[from - 1];
  if (token.word === 'go' && (next?.word === 'to' || before?.word === 'to' || before?.word === "let's")) return false;
  if (next !== undefined && next.clause === token.clause && technical.has(next.word)) return true;
  // "React instead of Angular"
  if (token.text !== token.word && programming.has(token.word) && next?.word === 'instead') return true;
  // "Rust contract work"
  if (
    token.text !== token.word &&
    programming.has(token.word) &&
    next?.clause === token.clause &&
    engaged.has(next.word)
  )
    return true;
  if (next !== undefined && next.clause === token.clause && roleHeads.has(next.word))
    return token.word !== 'chef' && (genericHeads.has(next.word) || token.text !== token.word);
  if (
    before !== undefined &&
    introducers.has(before.word) &&
    (next === undefined || next.clause !== token.clause || /^(and|or|in|jobs|remote|with|plus)$/.test(next.word))
  )
    return token.word !== 'chef' || token.text !== token.word;
  if (
    /^(?:must|required|mandatory|necessary)$/.test(next?.word ?? '') ||
    /^is a must|^a must|^is required|^is mandatory/.test(
      tokens
        .slice(to, to + 3)
        .map((one) => one.word)
        .join(' '),
    )
  )
    return true;
  if (tokens.length <= 2) return token.word !== 'chef';
  // "react ts graphql": among short forms that only a chat has.
  if (programming.has(token.word) && [before, next].some((one) => one !== undefined && typed.has(one.word)))
    return true;
  const capital = token.text !== token.word && from > 0;
  const listed = (next !== undefined && /^\s*[,/]\s*$/.test(next.gap)) || /^\s*[,/]\s*$/.test(token.gap);
  return capital || (listed && token.word.length > 2 && token.word !== 'chef');
}

/**
 * The name a filter keeps: the usual spelling of what was said ("k8s" is Kubernetes), but never a wider thing
 * ("Spring Boot" stays, though the taxonomy counts it to Spring).
 */
export function skillAsSaid(name: string, said: string): string {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9+#]/g, '');
  const [usual, words] = [plain(name), plain(said)];
  // "PLC" is short for "PLC programming", but says enough.
  const suffix = /(?: CSS| API|\/CO)$/.exec(name);
  if (suffix !== null && plain(name.slice(0, suffix.index)) === words) return name.slice(0, suffix.index);
  if (/ [a-z]+$/.test(name) && plain(name.slice(0, name.lastIndexOf(' '))) === words) return capitalised(said);
  if (
    usual === words ||
    typed.get(said.toLowerCase()) === name ||
    usual.startsWith(words) ||
    (words.startsWith(usual) && !/\s/.test(said))
  )
    return name;
  const initials = name
    .split(/\s+/)
    .map((word) => word.charAt(0).toLowerCase())
    .join('');
  if (!/\s/.test(said) && (/\s/.test(name) ? initials === words : said.length <= 8 && isShortOf(words, usual)))
    return name;
  // "SAP-ABAP": the hyphen of a German compound.
  if (!name.includes('-') && /^[A-Z]{2,}-[A-Z]{2,}$/.test(said)) return said.replace('-', ' ');
  return said === said.toLowerCase() && said.length <= 4 ? said.toUpperCase() : capitalised(said);
}

/** "postgres" of "postgresql", "k8s" of "kubernetes": the letters in their order, begun alike. */
function isShortOf(short: string, long: string): boolean {
  if (short[0] !== long[0] || /\d/.test(short)) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
}

function capitalised(said: string): string {
  return said === said.toLowerCase() ? said.replace(/(^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase()) : said;
}
