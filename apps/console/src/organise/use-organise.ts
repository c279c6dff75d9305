import { errorTable, type ConversationChange, type ConversationItem } from '#contracts';
import { sentence } from '../connection/rest.js';
import { useClient } from '../session/console-context.js';
import { fullTime } from '../ui/format.js';
import { say } from '../ui/toasts.js';
import { undoOf } from './undo.js';

const undoSeconds = 10;

function done(change: ConversationChange, count: number): string {
  const what = count === 1 ? 'The conversation' : `${count} conversations`;
  const is = count === 1 ? 'is' : 'are';
  switch (change.type) {
    case 'label':
      return change.on ? `${what} ${is} labelled.` : `The label is off ${count === 1 ? 'the conversation' : what}.`;
    case 'priority':
      return `${what} ${is} of ${change.priority} priority now.`;
    case 'snooze':
      return `${what} ${is} snoozed until ${fullTime(change.until)}.`;
    case 'unsnooze':
      return `${what} ${is} back.`;
  }
}

/** Changes rows, one or many, says what came of it, and lets it be taken back. */
export function useOrganise(): (items: readonly ConversationItem[], change: ConversationChange) => Promise<void> {
  const client = useClient();
  const undo = async (change: ConversationChange, before: readonly ConversationItem[]) => {
    try {
      for (const { conversationIds, change: back } of undoOf(change, before))
        await client.change(conversationIds, back);
    } catch (error) {
      say('bad', sentence(error));
    }
  };
  return async (items, change) => {
    try {
      const { refused } = await client.change(
        items.map(({ id }) => id),
        change,
      );
      const changed = items.filter(({ id }) => !refused.some(({ conversationId }) => conversationId === id));
      if (changed.length > 0) {
        say('good', done(change, changed.length), { seconds: undoSeconds, run: () => void undo(change, changed) });
      }
      const [first] = refused;
      if (first) say('bad', `${refused.length} could not be changed. ${errorTable[first.error].message}`);
    } catch (error) {
      say('bad', sentence(error));
    }
  };
}
