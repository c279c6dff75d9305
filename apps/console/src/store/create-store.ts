import { initialState, reduce, type ConsoleAction, type ConsoleState } from './console-state.js';

export interface ConsoleStore {
  get: () => ConsoleState;
  dispatch: (action: ConsoleAction) => void;
  subscribe: (listener: () => void) => () => void;
}

export function createStore(...start: Parameters<typeof initialState>): ConsoleStore {
  let state = initialState(...start);
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    dispatch: (action) => {
      state = reduce(state, action);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
