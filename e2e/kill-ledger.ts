/** What a browser had been told before Perch died, and whether a restarted Perch still knows it. */
import { applyChunk, type Message, type Part } from '../server/conversations/message.ts';
import type { Filter } from '../server/matching/filter.ts';
import type { ServerEvent } from '../server/protocol/events.ts';

type Snapshot = Extract<ServerEvent, { type: 'conversation-snapshot' }>;

export interface Ledger {
  /** Messages that were said to be saved; answers as they stood at the end of their turn. */
  messages: Map<string, Message>;
  /** Answers that were still being written: what had come of them. */
  begun: Map<string, Part[]>;
  revision: number;
  filter: Filter;
}

/** Folds every event that came over the socket into what it promised. */
export function writeLedger(events: readonly ServerEvent[]): Ledger {
  const ledger: Ledger = { messages: new Map(), begun: new Map(), revision: -1, filter: {} };
  const messageOf = new Map<string, string>();
  for (const event of events) {
    if (event.type === 'conversation-snapshot') {
      for (const message of event.messages) ledger.messages.set(message.id, message);
      if (event.filter.revision >= ledger.revision) Object.assign(ledger, event.filter);
    }
    if (event.type === 'message-added') ledger.messages.set(event.message.id, event.message);
    if (event.type === 'turn-start') {
      messageOf.set(event.turnId, event.messageId);
      ledger.begun.set(event.messageId, []);
    }
    if (event.type === 'message-chunk') {
      const id = messageOf.get(event.turnId) ?? '';
      ledger.begun.set(id, event.chunks.reduce(applyChunk, ledger.begun.get(id) ?? []));
    }
    if (event.type === 'turn-end' && event.message !== null) {
      ledger.messages.set(event.message.id, event.message);
      ledger.begun.delete(event.message.id);
    }
    if (event.type === 'filter-changed' && event.filter.revision >= ledger.revision) {
      ledger.revision = event.filter.revision;
      ledger.filter = event.filter.filter;
    }
  }
  return ledger;
}

const textOf = (parts: readonly Part[]) => parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
const callsOf = (parts: readonly Part[]) => parts.flatMap((part) => (part.type === 'action' ? [part.callId] : []));

/** What the ledger knows and the snapshot does not: one line each, empty when nothing was lost. */
export function findLosses(ledger: Ledger, snapshot: Snapshot): string[] {
  const losses: string[] = [];
  const stored = new Map(snapshot.messages.map((message) => [message.id, message]));
  for (const [id, message] of ledger.messages) {
    const found = stored.get(id);
    if (found === undefined) losses.push(`message ${id} (${message.role}) is gone`);
    else if (textOf(found.parts) !== textOf(message.parts)) losses.push(`message ${id} has another text`);
    else if (found.turnState !== message.turnState)
      losses.push(`message ${id} was ${message.turnState}, is ${found.turnState}`);
  }
  for (const [id, parts] of ledger.begun) {
    const found = stored.get(id);
    if (found === undefined && parts.length > 0) losses.push(`the begun answer ${id} is gone`);
    if (found === undefined) continue;
    if (!textOf(found.parts).startsWith(textOf(parts))) losses.push(`the begun answer ${id} lost words`);
    const calls = new Set(callsOf(found.parts));
    if (!callsOf(parts).every((call) => calls.has(call))) losses.push(`the begun answer ${id} lost an action`);
  }
  for (const message of snapshot.messages)
    if (message.turnState === 'running') losses.push(`message ${message.id} still counts as running`);
  if (snapshot.turn !== null) losses.push('a turn still counts as running');
  if (snapshot.filter.revision < ledger.revision)
    losses.push(`the filter went back from revision ${ledger.revision} to ${snapshot.filter.revision}`);
  if (
    snapshot.filter.revision === ledger.revision &&
    JSON.stringify(snapshot.filter.filter) !== JSON.stringify(ledger.filter)
  )
    losses.push('the filter is another one');
  return losses;
}
