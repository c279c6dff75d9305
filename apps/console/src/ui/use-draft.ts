import { useState } from 'react';

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * What somebody types over what is saved. Until they change something it follows what others save; from then on it stays, and
 * `overtaken` says that others have saved something else meanwhile. `T` is plain data.
 */
export function useDraft<T>(saved: T) {
  const [begun, setBegun] = useState(saved);
  const [draft, setDraft] = useState(saved);
  const follow = () => {
    setBegun(saved);
    setDraft(saved);
  };
  const changed = !same(draft, saved);
  const moved = !same(saved, begun);
  if (moved && (!changed || same(draft, begun))) follow();
  return { draft, setDraft, changed, overtaken: moved && changed, discard: follow };
}
