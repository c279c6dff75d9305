import { useSyncExternalStore } from 'react';

/** Rows that are chosen to be changed together. */
let chosen: readonly string[] = [];
const listeners = new Set<() => void>();

export function choose(ids: readonly string[]): void {
  chosen = ids;
  for (const listener of listeners) listener();
}

export function toggle(id: string): void {
  choose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
}

export function useSelection(): readonly string[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => chosen,
  );
}
