/**
 * Lets units of work through, at most `width` at a time, people before background work. On embedded there is one
 * connection, and the driver's own queue knows no priorities.
 */
export interface Turnstile {
  pass<T>(isBackground: boolean, work: () => Promise<T>): Promise<T>;
}

export function createTurnstile(width: number): Turnstile {
  const people: (() => void)[] = [];
  const background: (() => void)[] = [];
  let inside = 0;

  const enter = async (isBackground: boolean): Promise<void> => {
    if (inside < width) {
      inside += 1;
      return;
    }
    await new Promise<void>((resolve) => (isBackground ? background : people).push(resolve));
  };
  const leave = (): void => {
    const next = people.shift() ?? background.shift();
    if (next === undefined) inside -= 1;
    else next();
  };

  return {
    async pass(isBackground, work) {
      await enter(isBackground);
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
