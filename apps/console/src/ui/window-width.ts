import { useSyncExternalStore } from 'react';

function following(query: string): () => boolean {
  const list = matchMedia(query);
  const subscribe = (listener: () => void) => {
    list.addEventListener('change', listener);
    return () => list.removeEventListener('change', listener);
  };
  return () => useSyncExternalStore(subscribe, () => list.matches);
}

/** True if the window has room for a third column. */
export const useWide = following('(min-width: 80rem)');
/** True if the window has room for one column alone. */
export const useNarrow = following('(width < 48rem)');
