import type { ChangedConversations, ConversationChange, ConversationItem } from '#contracts';
import { sentenceOf } from '../connection/rest.js';
import { visitorName } from '../conversation/words.js';
import { fullTime, inSentence } from '../ui/format.js';
import { priorities } from './priorities.js';
import { t } from '../language/t.js';

/** Said of so many conversations that were changed. */
export function changedText(change: ConversationChange, count: number): string {
  switch (change.type) {
    case 'label':
      return change.on
        ? t('{count} conversations are labelled.', { count })
        : t('The label is off {count} conversations.', { count });
    case 'priority':
      return t('{count} conversations are of {priority} priority now.', {
        count,
        priority: inSentence(priorities.find(({ value }) => value === change.priority)!.label),
      });
    case 'snooze':
      return t('{count} conversations are snoozed until {time}.', { count, time: fullTime(change.until) });
    case 'unsnooze':
    case 'undo_resolve':
      return t('{count} conversations are back.', { count });
    case 'resolve':
      return t('{count} conversations are resolved. The bot learns nothing from them.', { count });
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
    return `${names.join(', ')}: ${sentenceOf(reason)}`;
  });
  return t('Not changed. {lines}', { lines: lines.join(' ') });
}
