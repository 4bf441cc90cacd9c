/** A typed bus inside one process. Services emit after commit; doors and tests listen. */
import { EventEmitter } from 'node:events';
import type { Logger } from './logger.ts';

export interface Events<EventMap> {
  emit<Name extends keyof EventMap & string>(name: Name, payload: EventMap[Name]): void;
  /** Returns the function that ends listening. */
  on<Name extends keyof EventMap & string>(name: Name, listener: (payload: EventMap[Name]) => void): () => void;
}

/** A listener that throws is logged and never keeps the others from hearing. */
export function createEvents<EventMap>(logger: Logger): Events<EventMap> {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    emit: (name, payload) => void emitter.emit(name, payload),
    on(name, listener) {
      const guarded = (payload: EventMap[typeof name]): void => {
        try {
          listener(payload);
        } catch (error) {
          logger.error({ error, event: name }, 'a listener failed');
        }
      };
      emitter.on(name, guarded);
      return () => void emitter.off(name, guarded);
    },
  };
}
