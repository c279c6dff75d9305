import { undoSeconds, type ConversationChange, type ConversationItem } from '#contracts';
import { sentence } from '../connection/rest.js';
import { useClient } from '../session/console-context.js';
import { say } from '../ui/toasts.js';
import { changedText, refusedText } from './change-words.js';
import { undoOf } from './undo.js';

/** Changes rows, one or many, says what came of it, and lets it be taken back. */
export function useOrganise(): (items: readonly ConversationItem[], change: ConversationChange) => Promise<void> {
  const client = useClient();
  /** Those that are changed now; the others are named. */
  const carryOut = async (items: readonly ConversationItem[], change: ConversationChange) => {
    const ids = items.map(({ id }) => id);
    const { refused } = await client.change(ids, change);
    if (refused.length > 0) say('bad', refusedText(refused, items));
    return items.filter(({ id }) => !refused.some(({ conversationId }) => conversationId === id));
  };
  const undo = async (change: ConversationChange, before: readonly ConversationItem[]) => {
    try {
      for (const { conversationIds, change: back } of undoOf(change, before)) {
        await carryOut(
          before.filter(({ id }) => conversationIds.includes(id)),
          back,
        );
      }
    } catch (error) {
      say('bad', sentence(error));
    }
  };
  return async (items, change) => {
    try {
      const changed = await carryOut(items, change);
      if (changed.length === 0) return;
      say('good', changedText(change, changed.length), {
        seconds: undoSeconds,
        run: () => void undo(change, changed),
      });
    } catch (error) {
      say('bad', sentence(error));
    }
  };
}
