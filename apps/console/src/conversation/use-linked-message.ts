import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useClient } from '../session/console-context.js';
import type { Thread } from '../store/console-state.js';

/** The part of an address that names a message of the conversation. */
export const anchorOf = (seq: number) => `m-${seq}`;

function seqOf(hash: string): number | null {
  const match = /^#m-(\d{1,9})$/.exec(hash);
  return match ? Number(match[1]) : null;
}

/** Loads as far back as the linked message, once, and shows it. Its seq; null: the address names none. */
export function useLinkedMessage(id: string, thread: Thread | undefined): number | null {
  const { hash, key } = useLocation();
  const client = useClient();
  const seq = seqOf(hash);
  const shown = useRef<string | null>(null);
  const messages = thread?.timeline.messages;
  useEffect(() => {
    const visit = `${key} ${id}`;
    if (seq === null || !thread?.timeline.loaded || shown.current === visit) return;
    const first = messages?.[0];
    if (first && first.seq > seq && thread.timeline.hasOlder) {
      void client.older(id);
      return;
    }
    shown.current = visit;
    document.getElementById(anchorOf(seq))?.scrollIntoView({ block: 'center' });
  }, [client, id, key, messages, seq, thread]);
  return seq;
}
