/** Answers made wrong in one place: what boards do to us sooner or later. */
import { XMLBuilder } from 'fast-xml-parser';
import { readXml } from '../xml.ts';
import type { Contract } from './contract.ts';
import { isOther, itemsAt, listAt } from './items.ts';

const builder = new XMLBuilder({ suppressEmptyNode: false });

/** The answer that holds the list, as a value that may be changed, and how to write it again. */
export function openList(contract: Contract, answers: readonly string[]): OpenList {
  const index = answers.findIndex((answer) => itemsAt(contract, answer).length > 0);
  const answer = answers[index] ?? '';
  const isXml = answer.trimStart().startsWith('<');
  return {
    isXml,
    with: (change, copies = 1) => {
      const whole: unknown = isXml ? readXml(answer) : JSON.parse(answer);
      const list = listAt(whole, contract.items);
      const originals = list.splice(0, list.length);
      for (let copy = 0; copy < copies; copy += 1) list.push(...originals.map((item) => structuredClone(item)));
      change(list.filter(isObject).filter((item) => !isOther(item)));
      return answers.with(index, isXml ? builder.build(whole) : JSON.stringify(whole));
    },
  };
}

export type OpenList = {
  isXml: boolean;
  /** The answers after `change` has done something to the items of a fresh copy, each item `copies` times. */
  with: (change: (items: Record<string, unknown>[]) => void, copies?: number) => string[];
};

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Paths of everything in an item, parts included: "location", "location.name". */
export function pathsIn(item: unknown, before = ''): string[] {
  if (!isObject(item) || Array.isArray(item)) return [];
  return Object.keys(item).flatMap((name) => [`${before}${name}`, ...pathsIn(item[name], `${before}${name}.`)]);
}

/** Sets what stands at a path; undefined removes it. */
export function setAt(item: Record<string, unknown>, path: string, value: unknown): void {
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const owner = steps.reduce<unknown>((at, step) => (isObject(at) ? at[step] : null), item);
  if (!isObject(owner)) return;
  if (value === undefined) delete owner[last];
  else owner[last] = value;
}

/** What may come instead of a value. */
export const WRONG: readonly (readonly [string, unknown])[] = [
  ['missing', undefined],
  ['null', null],
  ['a number', 17],
  ['a text', 'something else'],
  ['a list', ['one', 2, null, {}]],
  ['an object', { unexpected: { deep: true } }],
  ['a flag', true],
  ['nothing', ''],
  ['invisible and reordering characters', '\u202e\u0000\ud800x\u200b'],
];

/** Answers that are none. */
export const NO_ANSWERS: readonly (readonly [string, string])[] = [
  ['empty', ''],
  [
    'a page for people',
    '<!doctype html><html><head><title>Just a moment</title></head><body><p>Blocked<br></body></html>',
  ],
  ['an error as JSON', '{"error":"rate limited","status":429}'],
  ['null', 'null'],
  ['a number', '42'],
  ['an empty list', '[]'],
  ['an empty object', '{}'],
  ['JSON that breaks off', '{"jobs":[{"id":1,"title":"Cut o'],
  [
    'XML with entities',
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "cccccccccc">]><rss><channel><item><title>&b;</title></item></channel></rss>',
  ],
];
