import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ConsoleClient } from '../connection/console-client.js';
import { sentence } from '../connection/rest.js';
import type { ConsoleState } from '../store/console-state.js';
import type { ConsoleStore } from '../store/create-store.js';
import { say } from '../ui/toasts.js';

export const ConsoleContext = createContext<{ store: ConsoleStore; client: ConsoleClient } | null>(null);

function useContextOrThrow() {
  const value = useContext(ConsoleContext);
  if (!value) throw new Error('Used outside of ConsoleProvider.');
  return value;
}

export function useClient(): ConsoleClient {
  return useContextOrThrow().client;
}

/** `select` must return a part of the state, not a new object: the screen is drawn again when it is another one. */
export function useConsole<T>(select: (state: ConsoleState) => T): T {
  const { store } = useContextOrThrow();
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}

/** Runs what the agent asked for and says what came of it. True if it succeeded. */
export async function attempt(action: Promise<unknown>, success?: string): Promise<boolean> {
  try {
    await action;
    if (success) say('good', success);
    return true;
  } catch (error) {
    say('bad', sentence(error));
    return false;
  }
}
