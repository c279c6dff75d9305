import type { InboxView } from '#contracts';
import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useConsole } from '../session/console-context.js';
import { usePreferences } from '../session/preferences.js';
import { neighbourOf } from './neighbour.js';

/** Once this agent has resolved or snoozed the conversation on the screen, the next of the list takes its place. */
export function useNextAfterClosing(view: InboxView | undefined, id: string | null): void {
  const { nextAfterClosing } = usePreferences();
  const me = useConsole((state) => state.me.id);
  const item = useConsole((state) => (id ? state.inbox.items.get(id) : undefined));
  const ids = useConsole((state) => (view ? state.inbox.lists[view]?.ids : undefined));
  const navigate = useNavigate();
  const { search } = useLocation();
  /** As it was drawn last, with the list around it. */
  const before = useRef<{ id: string; open: boolean; next: string | null } | null>(null);

  const open = item?.status === 'open' && item.owner.id === me;
  useEffect(() => {
    const was = before.current;
    const done = item?.status === 'resolved' || item?.status === 'snoozed';
    if (nextAfterClosing && view && was && was.id === id && was.open && done) {
      before.current = null;
      if (was.next) void navigate(`/inbox/${view}/${was.next}${search}`);
      return;
    }
    if (id && (open || was?.id !== id)) before.current = { id, open, next: neighbourOf(ids ?? [], id) };
  }, [id, ids, item, open, view, nextAfterClosing, navigate, search]);
}
