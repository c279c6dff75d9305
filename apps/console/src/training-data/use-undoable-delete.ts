import { useEffect, useRef, useState } from 'react';
import { attempt } from '../session/console-context.js';
import { examplePath, useDeleteExample } from './queries.js';

/** How long a row can be put back, ms. */
const undoFor = 7_000;

/** Rows that go in a moment. Leaving the page, or the console, lets them go at once. */
export function useUndoableDelete() {
  const remove = useDeleteExample();
  const [going, setGoing] = useState<ReadonlySet<string>>(new Set());
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());

  const { mutate } = remove;
  useEffect(() => {
    const waiting = timers.current;
    const letGo = (by: (id: string) => void) => {
      for (const [id, timer] of waiting) {
        clearTimeout(timer);
        by(id);
      }
      waiting.clear();
    };
    const onLeaving = () => letGo((id) => void fetch(examplePath(id), { method: 'DELETE', keepalive: true }));
    addEventListener('pagehide', onLeaving);
    return () => {
      removeEventListener('pagehide', onLeaving);
      letGo((id) => mutate(id));
    };
  }, [mutate]);

  const forget = (id: string) => {
    timers.current.delete(id);
    setGoing((before) => new Set([...before].filter((other) => other !== id)));
  };
  return {
    going,
    remove: (id: string) => {
      setGoing((before) => new Set([...before, id]));
      const timer = setTimeout(() => void attempt(remove.mutateAsync(id)).then(() => forget(id)), undoFor);
      timers.current.set(id, timer);
    },
    undo: (id: string) => {
      clearTimeout(timers.current.get(id));
      forget(id);
    },
  };
}
