import type { MessageKind, WebhookEvent } from '#contracts';
import type { Conversation } from '#database';
import type { ConversationState } from './state.js';

type Before = ConversationState & Pick<Conversation, 'nextSeq'>;

/** What other programs are told of one message and the change of owner or status that comes with it, in the order in which it happened. */
export function eventsOf(before: Before, kind: MessageKind, after: ConversationState): WebhookEvent[] {
  const events: WebhookEvent[] = [];
  if (before.nextSeq === 1) events.push('conversation.created');
  else if (before.status === 'resolved' && after.status !== 'resolved') events.push('conversation.reopened');
  if (kind !== 'activity') events.push('message.created');
  if (after.ownerType === 'queue' && before.ownerType !== 'queue') events.push('conversation.handed_off');
  if (after.ownerType === 'agent' && after.ownerId !== before.ownerId) events.push('conversation.assigned');
  if (after.status === 'resolved' && before.status !== 'resolved') events.push('conversation.resolved');
  return events;
}
