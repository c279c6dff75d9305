import { useSyncExternalStore } from 'react';

/** Half-written replies and notes, per conversation, kept on this device until sent. */
export type DraftKind = 'reply' | 'note';

const listeners = new Set<() => void>();
const keyOf = (id: string, kind: DraftKind) => `baton.draft.${kind}.${id}`;

export function readDraft(id: string, kind: DraftKind): string {
  return localStorage.getItem(keyOf(id, kind)) ?? '';
}

export function writeDraft(id: string, kind: DraftKind, text: string): void {
  if (text === '') localStorage.removeItem(keyOf(id, kind));
  else localStorage.setItem(keyOf(id, kind), text);
  for (const listener of listeners) listener();
}

/** After what is written already. */
export function addToDraft(id: string, kind: DraftKind, text: string): void {
  const draft = readDraft(id, kind);
  writeDraft(id, kind, draft === '' ? text : `${draft}\n\n${text}`);
}

export function useDraft(id: string, kind: DraftKind): string {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => readDraft(id, kind),
  );
}
