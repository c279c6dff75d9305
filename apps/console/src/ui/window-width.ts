import { useSyncExternalStore } from 'react';

const wide = matchMedia('(min-width: 80rem)');

function subscribe(listener: () => void): () => void {
  wide.addEventListener('change', listener);
  return () => wide.removeEventListener('change', listener);
}

/** True if the window has room for a third column. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => wide.matches);
}
