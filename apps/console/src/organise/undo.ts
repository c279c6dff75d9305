import type { ConversationChange, ConversationItem } from '#contracts';

export interface BulkChange {
  conversationIds: string[];
  change: ConversationChange;
}

/** What takes a change back, from the rows as they were before it. */
export function undoOf(change: ConversationChange, before: readonly ConversationItem[]): BulkChange[] {
  const back = (rows: readonly ConversationItem[], undone: ConversationChange): BulkChange[] =>
    rows.length > 0 ? [{ conversationIds: rows.map(({ id }) => id), change: undone }] : [];
  switch (change.type) {
    case 'label': {
      const { labelId, on } = change;
      return back(
        before.filter(({ labelIds }) => labelIds.includes(labelId) !== on),
        { ...change, on: !on },
      );
    }
    case 'priority': {
      const others = [...new Set(before.map(({ priority }) => priority))].filter((one) => one !== change.priority);
      return others.flatMap((priority) =>
        back(
          before.filter((row) => row.priority === priority),
          { type: 'priority', priority },
        ),
      );
    }
    case 'resolve':
      return back(before, { type: 'undo_resolve' });
    case 'undo_resolve':
      return [];
    case 'snooze':
    case 'unsnooze': {
      const snoozed = before.filter(({ snoozedUntil }) => snoozedUntil !== null);
      const again = snoozed.flatMap((row) => back([row], { type: 'snooze', until: row.snoozedUntil! }));
      if (change.type === 'unsnooze') return again;
      const open = before.filter(({ snoozedUntil }) => snoozedUntil === null);
      return [...again, ...back(open, { type: 'unsnooze' })];
    }
  }
}
