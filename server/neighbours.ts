/** Events that concern everybody cross to the other processes of a native server; those of one person's page do not. */
import { z } from 'zod';
import type { Events } from './kernel/events.ts';
import type { PostingEvents } from './postings/ingest-service.ts';
import type { Presence } from './store/presence.ts';

const crossing = z.discriminatedUnion('topic', [
  z.object({ topic: z.literal('sources-changed'), data: z.object({}) }),
  z.object({ topic: z.literal('postings-changed'), data: z.object({ added: z.number(), samplesEnded: z.boolean() }) }),
]);

/** Tells what happens here, and lets happen here what is told. */
export function joinNeighbours(events: Events<PostingEvents>, presence: Presence): void {
  let isHeard = false;
  for (const topic of ['sources-changed', 'postings-changed'] as const) {
    events.on(topic, (data) => {
      if (!isHeard) presence.tell(topic, data);
    });
  }
  presence.onTold((topic, data) => {
    const told = crossing.safeParse({ topic, data });
    if (!told.success) return;
    isHeard = true;
    try {
      if (told.data.topic === 'sources-changed') events.emit('sources-changed', {});
      else events.emit('postings-changed', told.data.data);
    } finally {
      isHeard = false;
    }
  });
}
