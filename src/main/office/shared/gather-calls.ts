export interface GatheredCalls<T> {
  call(what: T): void;
  /** What is still waiting is dropped. */
  end(): void;
}

/**
 * The first call with a value goes through at once; the same value again within `milliseconds` goes through once more at
 * their end, however often it came.
 */
export function gatherCalls<T>(milliseconds: number, through: (what: T) => void): GatheredCalls<T> {
  const waiting = new Map<T, { again: boolean; readonly timer: NodeJS.Timeout }>();

  function call(what: T): void {
    const before = waiting.get(what);
    if (before) {
      before.again = true;
      return;
    }
    const timer = setTimeout(() => {
      const again = waiting.get(what)?.again ?? false;
      waiting.delete(what);
      if (again) call(what);
    }, milliseconds);
    timer.unref();
    waiting.set(what, { again: false, timer });
    through(what);
  }

  return {
    call,
    end: () => {
      for (const { timer } of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
}
