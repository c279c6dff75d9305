import { initialState, reduce, type ChatEvent, type ChatState } from './state.js';

export interface Store {
  readonly state: ChatState;
  dispatch(event: ChatEvent): void;
}

/** Holds the state and tells its one reader after every change. */
export function createStore(changed: (state: ChatState, before: ChatState) => void, start = initialState): Store {
  let state = start;
  return {
    get state() {
      return state;
    },
    dispatch(event) {
      const before = state;
      state = reduce(state, event);
      if (state !== before) changed(state, before);
    },
  };
}
