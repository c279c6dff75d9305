import { errorTable, type ChangedConversations, type ConversationChange, type ConversationItem } from '#contracts';
import { visitorName } from '../conversation/words.js';
import { fullTime } from '../ui/format.js';
import { t } from '../language/t.js';

/** Said of so many conversations that were changed. */
export function changedText(change: ConversationChange, count: number): string {
  const what = count === 1 ? t('The conversation') : `${count} conversations`;
  const is = count === 1 ? 'is' : 'are';
  switch (change.type) {
    case 'label':
      return change.on ? `${what} ${is} labelled.` : `The label is off ${count === 1 ? 'the conversation' : what}.`;
    case 'priority':
      return t('{what} {is} of {priority} priority now.', { what, is, priority: change.priority });
    case 'snooze':
      return `${what} ${is} snoozed until ${fullTime(change.until)}.`;
    case 'unsnooze':
    case 'undo_resolve':
      return `${what} ${is} back.`;
    case 'resolve':
      return `${what} ${is} resolved. The bot learns nothing from ${count === 1 ? 'it' : 'them'}.`;
  }
}

/** Names every row that was not changed, those of one reason together. */
export function refusedText(refused: ChangedConversations['refused'], items: readonly ConversationItem[]): string {
  const nameOf = (id: string) => {
    const item = items.find((one) => one.id === id);
    return item ? visitorName(item) : t('A conversation');
  };
  const reasons = [...new Set(refused.map(({ error }) => error))];
  const lines = reasons.map((reason) => {
    const names = refused.flatMap(({ conversationId, error }) => (error === reason ? nameOf(conversationId) : []));
    return `${names.join(', ')}: ${errorTable[reason].message}`;
  });
  return `Not changed. ${lines.join(' ')}`;
}
