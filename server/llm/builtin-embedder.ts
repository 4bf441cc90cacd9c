/**
 * The built-in embedder: no download, no network, the same everywhere. Each word and each concept that the taxonomies
 * know (skills, roles and the roles related to them) has a fixed pseudo-random sign in each dimension (random projection,
 * Achlioptas 2003); a text is their sum at length one. Words that share a beginning share a part.
 */
import { findSkills } from '../taxonomy/skills.ts';
import { relation, roleKeys, rolesIn } from '../taxonomy/titles.ts';
import { wordsOf } from '../taxonomy/words.ts';
import { DIMENSIONS, type Embedder } from './embedder.ts';

/** Characters of a text that are read: what a posting is about stands at its beginning. */
const READ = 3000;
const STEM = 5;
const WEIGHTS = { role: 3, related: 1, skill: 2, word: 0.6, stem: 0.4 } as const;
const LONGEST_WORD = 40;

export function createBuiltinEmbedder(): Embedder {
  const relatedRoles = new Map<string, readonly string[]>();
  const relatedTo = (role: string): readonly string[] => {
    const known = relatedRoles.get(role);
    if (known !== undefined) return known;
    const found = roleKeys().filter((key) => key !== role && relation(role, key) !== null);
    relatedRoles.set(role, found);
    return found;
  };

  return {
    model: 'builtin-1',
    async embed(text) {
      const vector = new Float32Array(DIMENSIONS);
      const read = text.slice(0, READ);
      const [heading = ''] = read.split('\n', 1);
      for (const role of rolesIn(heading)) {
        touch(vector, `role ${role}`, WEIGHTS.role);
        for (const related of relatedTo(role)) touch(vector, `role ${related}`, WEIGHTS.related / 2);
      }
      for (const { name } of findSkills(read)) touch(vector, `skill ${name}`, WEIGHTS.skill);
      for (const word of wordsOf(read)) {
        if (word.length < 3 || word.length > LONGEST_WORD) continue;
        touch(vector, word, WEIGHTS.word);
        if (word.length > STEM) touch(vector, `${word.slice(0, STEM)}-`, WEIGHTS.stem);
      }
      return unit(vector);
    },
  };
}

/** Adds a feature: a sign in every dimension, drawn from its name (xorshift), 32 at a time. */
function touch(vector: Float32Array, feature: string, weight: number): void {
  let state = hash(feature) || 1;
  for (let block = 0; block < DIMENSIONS; block += 32) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    let signs = Math.imul(state, 0x9e37_79b1);
    for (let dimension = block; dimension < block + 32; dimension += 1, signs >>>= 1) {
      vector[dimension] = (vector[dimension] ?? 0) + ((signs & 1) === 0 ? weight : -weight);
    }
  }
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c_9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x0100_0193);
  return value;
}

/** The same direction at length one; an empty text stays nothing. */
function unit(vector: Float32Array): Float32Array {
  let sum = 0;
  for (const value of vector) sum += value * value;
  const length = Math.sqrt(sum);
  return length === 0 ? vector : vector.map((value) => value / length);
}
