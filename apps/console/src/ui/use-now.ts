import { useSyncExternalStore } from 'react';

/** One interval per period for the whole console, however many rows show a time. */
function ticker(period: number) {
  let now = Date.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  const listeners = new Set<() => void>();
  const tick = () => {
    now = Date.now();
    for (const listener of listeners) listener();
  };
  return {
    now: () => now,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      if (!timer) {
        now = Date.now();
        timer = setInterval(tick, period);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}

const everySecond = ticker(1_000);
const everyHalfMinute = ticker(30_000);

/** Milliseconds since 1970, for countdowns and waits. */
export function useSeconds(): number {
  return useSyncExternalStore(everySecond.subscribe, everySecond.now);
}

/** The same for "4m ago", which need not be exact. */
export function useNow(): number {
  return useSyncExternalStore(everyHalfMinute.subscribe, everyHalfMinute.now);
}
