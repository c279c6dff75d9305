import { useSyncExternalStore } from 'react';

/** While a closing is asked about: which of the customer's messages can be learned, and which are. */
export interface Learning {
  learnable: ReadonlySet<string>;
  learned: ReadonlySet<string>;
  /** Learns this message in the place of the one that is asked about. */
  choose: (messageId: string) => void;
}

let learning: Learning | null = null;
const listeners = new Set<() => void>();

export function setLearning(next: Learning | null): void {
  learning = next;
  for (const listener of listeners) listener();
}

export function useLearning(): Learning | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => learning,
  );
}
