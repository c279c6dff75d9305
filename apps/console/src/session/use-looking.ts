import { useSyncExternalStore } from 'react';

const events = ['visibilitychange', 'focus', 'blur'] as const;

function subscribe(listener: () => void): () => void {
  for (const event of events) window.addEventListener(event, listener, true);
  return () => {
    for (const event of events) window.removeEventListener(event, listener, true);
  };
}

/** Whether the page is on the screen and has the keyboard: somebody else's window may stand before it. */
export const isLooking = (): boolean => document.visibilityState === 'visible' && document.hasFocus();

export const useLooking = (): boolean => useSyncExternalStore(subscribe, isLooking);
