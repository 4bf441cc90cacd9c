/**
 * Every posting that can be found, as columns and as lists of slots per facet value, in memory: a criterion over
 * 100,000 postings is answered in microseconds, where SQL takes hundreds of milliseconds. It is made from the table
 * `posting_search` and holds nothing that is not there. A slot is a posting's place here; one that changes gets a new
 * slot, and its old one dies.
 */
import { DIMENSIONS } from '../../llm/embedder.ts';
import { addBit, type Bits, noBits } from './bits.ts';
import { SlotList, withRoom } from './growing.ts';

/** Bytes of a meaning's signs. */
export const SIGN_BYTES = DIMENSIONS / 8;

/** What a posting says of countries that it does not name. */
export type Elsewhere = -1 | 0 | 1;

export interface IndexRow {
  /** The table's own number of the posting; stays when it changes. */
  number: number;
  id: string;
  isSample: boolean;
  /** The whole text is known, so that silence is a no. */
  isComplete: boolean;
  elsewhere: Elsewhere;
  /** Days since 1970-01-01. */
  postedOn: number;
  /** A year's, in the posting's own currency and in euros; null is not said. */
  pay: { minYear: number | null; maxYear: number | null; minEur: number | null; maxEur: number | null };
  /** `kind=value`; see `facets` in postings. */
  facets: readonly string[];
  /** The embedding, a byte a dimension, or null while there is none. */
  meaning: Int8Array | null;
  /** The model that embedded it. */
  model: string | null;
}

export class PostingIndex {
  /** Slots in use, dead ones included: the size of every set. */
  size = 0;
  dead = 0;
  /** Grows with every change; what was computed from an older one is stale. */
  version = 0;
  postedOn = new Int32Array(0);
  minYear = new Float64Array(0);
  maxYear = new Float64Array(0);
  minEur = new Float64Array(0);
  maxEur = new Float64Array(0);
  elsewhere = new Int8Array(0);
  numbers = new Int32Array(0);
  /** Embeddings, 384 bytes a slot, and one over their lengths; 0 where there is none. */
  meanings = new Int8Array(0);
  meaningScale = new Float64Array(0);
  /** Their signs, eight a byte, the first dimension in the lowest bit. */
  signs = new Uint8Array(0);
  /** How many living postings are embedded by which model. */
  readonly models = new Map<string, number>();
  /** The model of each slot, as its place among all that were ever here. */
  private modelOf = new Uint8Array(0);
  private readonly modelNames: string[] = [];
  /** Four words of each id, so that ids compare without becoming text. */
  private ids = new Uint32Array(0);
  private flags = new Uint8Array(0);
  private readonly lists = new Map<string, SlotList>();
  private readonly kinds = new Map<string, Map<string, SlotList>>();
  private slotOfNumber = new Int32Array(0).fill(-1);

  /** Adds a posting, or replaces the one with that number. */
  put(row: IndexRow): void {
    this.drop(row.number);
    const slot = this.size;
    this.makeRoom(slot + 1, row.number + 1);
    this.size += 1;
    this.version += 1;
    this.slotOfNumber[row.number] = slot;
    this.numbers[slot] = row.number;
    this.flags[slot] = LIVE | (row.isSample ? SAMPLE : 0) | (row.isComplete ? COMPLETE : 0);
    this.postedOn[slot] = row.postedOn;
    this.minYear[slot] = row.pay.minYear ?? Number.NaN;
    this.maxYear[slot] = row.pay.maxYear ?? Number.NaN;
    this.minEur[slot] = row.pay.minEur ?? Number.NaN;
    this.maxEur[slot] = row.pay.maxEur ?? Number.NaN;
    this.elsewhere[slot] = row.elsewhere;
    if (row.meaning !== null) {
      this.putMeaning(slot, row.meaning);
      this.putModel(slot, row.model ?? '');
    }
    const hex = row.id.replaceAll('-', '');
    for (let word = 0; word < 4; word += 1) {
      this.ids[slot * 4 + word] = Number.parseInt(hex.slice(word * 8, word * 8 + 8), 16);
    }
    for (const facet of row.facets) this.listOf(facet).push(slot);
  }

  /** Takes a posting out, if it is there. */
  drop(number: number): void {
    const slot = this.slotOf(number);
    if (slot === -1) return;
    this.slotOfNumber[number] = -1;
    this.flags[slot] = 0;
    this.count(slot, -1);
    this.dead += 1;
    this.version += 1;
  }

  /** The slot of the table's number, -1 when it is not here. */
  slotOf(number: number): number {
    return number < this.slotOfNumber.length ? (this.slotOfNumber[number] ?? -1) : -1;
  }

  idOf(slot: number): string {
    let hex = '';
    for (let word = 0; word < 4; word += 1) hex += (this.ids[slot * 4 + word] ?? 0).toString(16).padStart(8, '0');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  /** Negative when the first id comes before the second. */
  compareIds(a: number, b: number): number {
    for (let word = 0; word < 4; word += 1) {
      const difference = (this.ids[a * 4 + word] ?? 0) - (this.ids[b * 4 + word] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  /** An empty set. */
  none(): Bits {
    return noBits(this.size);
  }

  /** Postings with any of these values of a kind. Dead ones may be among them. */
  withAny(kind: string, values: Iterable<string>): Bits {
    const bits = this.none();
    for (const value of values) this.fill(bits, this.lists.get(`${kind}=${value}`));
    return bits;
  }

  /** Postings with all of these values; none for no values. */
  withAll(kind: string, values: readonly string[]): Bits {
    const lists = values
      .map((value) => this.lists.get(`${kind}=${value}`))
      .toSorted((a, b) => (a?.length ?? 0) - (b?.length ?? 0));
    let bits = this.none();
    this.fill(bits, lists[0]);
    for (const list of lists.slice(1)) {
      const kept = this.none();
      for (let i = 0; i < (list?.length ?? 0); i += 1) {
        const slot = list?.slots[i] ?? 0;
        if (((bits[slot >>> 5] ?? 0) & (1 << (slot & 31))) !== 0) addBit(kept, slot);
      }
      bits = kept;
    }
    return bits;
  }

  /** Postings that say anything of this kind. */
  withKind(kind: string): Bits {
    const bits = this.none();
    for (const list of this.kinds.get(kind)?.values() ?? []) this.fill(bits, list);
    return bits;
  }

  /** The values of a kind, with how many postings have each, dead ones included. */
  valuesOf(kind: string): { value: string; postings: number }[] {
    return [...(this.kinds.get(kind) ?? [])].map(([value, list]) => ({ value, postings: list.length }));
  }

  /** The slots of one value, ascending, dead ones included. */
  slotsOf(kind: string, value: string): Int32Array {
    const list = this.lists.get(`${kind}=${value}`);
    return list === undefined ? EMPTY : list.slots.subarray(0, list.length);
  }

  /** What can be found now: real postings, or samples while there is nothing real. */
  answering(): { bits: Bits; samples: boolean } {
    const real = this.none();
    const samples = this.none();
    let isReal = false;
    for (let slot = 0; slot < this.size; slot += 1) {
      const flags = this.flags[slot] ?? 0;
      if ((flags & LIVE) === 0) continue;
      if ((flags & SAMPLE) !== 0) addBit(samples, slot);
      else {
        addBit(real, slot);
        isReal = true;
      }
    }
    return isReal ? { bits: real, samples: false } : { bits: samples, samples: true };
  }

  /** Postings of which only a beginning is known. */
  incomplete(): Bits {
    const bits = this.none();
    for (let slot = 0; slot < this.size; slot += 1) if (((this.flags[slot] ?? 0) & COMPLETE) === 0) addBit(bits, slot);
    return bits;
  }

  /** Postings whose answer for unnamed countries is this. */
  whereElsewhere(answer: Elsewhere): Bits {
    const bits = this.none();
    for (let slot = 0; slot < this.size; slot += 1) if (this.elsewhere[slot] === answer) addBit(bits, slot);
    return bits;
  }

  /** The set of the postings with these numbers. */
  ofNumbers(numbers: Iterable<number>): Bits {
    const bits = this.none();
    for (const number of numbers) {
      const slot = this.slotOf(number);
      if (slot !== -1) addBit(bits, slot);
    }
    return bits;
  }

  /** Calls back with each slot whose meaning is not of this model; costs nothing while there is but one. */
  eachStranger(model: string, visit: (slot: number) => void): void {
    const own = this.modelNames.indexOf(model) + 1;
    if (this.modelNames.length === 1 && own === 1) return;
    for (let slot = 0; slot < this.size; slot += 1) if (this.modelOf[slot] !== own) visit(slot);
  }

  private putModel(slot: number, model: string): void {
    if (!this.modelNames.includes(model)) this.modelNames.push(model);
    this.modelOf[slot] = this.modelNames.indexOf(model) + 1;
    this.count(slot, 1);
  }

  private count(slot: number, by: 1 | -1): void {
    const name = this.modelNames[(this.modelOf[slot] ?? 0) - 1];
    if (name !== undefined) this.models.set(name, (this.models.get(name) ?? 0) + by);
  }

  private putMeaning(slot: number, meaning: Int8Array): void {
    this.meanings.set(meaning, slot * DIMENSIONS);
    let squares = 0;
    for (const [dimension, value] of meaning.entries()) {
      squares += value * value;
      const at = slot * SIGN_BYTES + (dimension >>> 3);
      if (value > 0) this.signs[at] = (this.signs[at] ?? 0) | (1 << (dimension & 7));
    }
    this.meaningScale[slot] = squares === 0 ? 0 : 1 / Math.sqrt(squares);
  }

  private fill(bits: Bits, list: SlotList | undefined): void {
    if (list === undefined) return;
    for (let i = 0; i < list.length; i += 1) addBit(bits, list.slots[i] ?? 0);
  }

  private listOf(facet: string): SlotList {
    const known = this.lists.get(facet);
    if (known !== undefined) return known;
    const list = new SlotList();
    this.lists.set(facet, list);
    const mark = facet.indexOf('=');
    const kind = facet.slice(0, mark);
    const values = this.kinds.get(kind) ?? new Map<string, SlotList>();
    values.set(facet.slice(mark + 1), list);
    this.kinds.set(kind, values);
    return list;
  }

  private makeRoom(slots: number, numbers: number): void {
    const known = this.slotOfNumber.length;
    this.slotOfNumber = withRoom(this.slotOfNumber, numbers, (length) => new Int32Array(length));
    this.slotOfNumber.fill(-1, known);
    if (slots <= this.flags.length) return;
    this.flags = withRoom(this.flags, slots, (length) => new Uint8Array(length));
    const room = this.flags.length;
    this.postedOn = withRoom(this.postedOn, room, (length) => new Int32Array(length));
    this.minYear = withRoom(this.minYear, room, (length) => new Float64Array(length));
    this.maxYear = withRoom(this.maxYear, room, (length) => new Float64Array(length));
    this.minEur = withRoom(this.minEur, room, (length) => new Float64Array(length));
    this.maxEur = withRoom(this.maxEur, room, (length) => new Float64Array(length));
    this.elsewhere = withRoom(this.elsewhere, room, (length) => new Int8Array(length));
    this.numbers = withRoom(this.numbers, room, (length) => new Int32Array(length));
    this.ids = withRoom(this.ids, room * 4, (length) => new Uint32Array(length));
    this.meanings = withRoom(this.meanings, room * DIMENSIONS, (length) => new Int8Array(length));
    this.modelOf = withRoom(this.modelOf, room, (length) => new Uint8Array(length));
    this.meaningScale = withRoom(this.meaningScale, room, (length) => new Float64Array(length));
    this.signs = withRoom(this.signs, room * SIGN_BYTES, (length) => new Uint8Array(length));
  }
}

const LIVE = 1;
const SAMPLE = 2;
const COMPLETE = 4;
const EMPTY = new Int32Array(0);
