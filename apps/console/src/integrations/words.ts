import type {
  ApiKeyView,
  ApiScope,
  SentEvent,
  WebhookDelivery,
  WebhookEvent,
  WebhookProblem,
  WebhookView,
} from '#contracts';

/** What a key with this scope may do, for whoever decides it. */
export const scopeWords: Record<ApiScope, string> = {
  'conversations:read': 'Read all conversations, notes included',
  'conversations:write': 'Write for customers, take over, reply, assign and resolve',
  'contacts:read': 'Read customers’ names and addresses',
  'contacts:write': 'Change customers’ names and addresses',
  'knowledge:read': 'Read intents, answers and training data',
  'knowledge:write': 'Add training data and labels, which teaches the bot',
  'reports:read': 'Read the numbers of the reports',
  'workspace:read': 'Read inboxes, teams and agents',
  'webhooks:manage': 'Add, change and delete webhooks',
};

export const eventWords: Record<WebhookEvent, string> = {
  'conversation.created': 'A customer writes for the first time',
  'conversation.reopened': 'A customer is back after the end',
  'conversation.handed_off': 'A conversation goes to people',
  'conversation.assigned': 'An agent has a conversation',
  'conversation.resolved': 'A conversation is resolved',
  'message.created': 'Somebody, or the bot, writes a message',
  'csat.submitted': 'A customer rates a conversation',
  'sla.breached': 'A promised time is not kept',
  'model.activated': 'Another model version answers',
};

export function eventName(event: SentEvent): string {
  return event === 'webhook.test' ? 'A test' : eventWords[event];
}

const problemWords: Record<WebhookProblem, string> = {
  late: 'No whole answer within 15 seconds.',
  too_large: 'The answer was larger than 256 KB.',
  unreachable: 'No connection. Check the address, and that the server runs and has a valid certificate.',
  address_refused: 'The address is in a private network, which is not called. The operator can allow it.',
  redirects: 'It redirects to somewhere that is not followed. Enter the final address.',
  secret_unreadable: 'The secret cannot be decrypted any more. Make a new one.',
};

type Attempt = WebhookDelivery['attempts'][number];

/** What came of one attempt. */
export function attemptWords({ status, problem }: Attempt): string {
  if (problem) return problemWords[problem];
  if (status === null) return 'No answer.';
  if (status >= 200 && status < 300) return `Answered ${status}: taken.`;
  return status === 410 ? 'Answered 410: the receiver wants no more.' : `Answered ${status}, which is no success.`;
}

export const deliveryWords: Record<WebhookDelivery['status'], string> = {
  pending: 'On its way',
  delivered: 'Delivered',
  failed: 'Failed',
};

/** Why a webhook is sent nothing; null: it is. */
export function disabledWords({ disabledReason }: Pick<WebhookView, 'disabledReason'>): string | null {
  switch (disabledReason) {
    case null:
      return null;
    case 'person':
      return 'Somebody of your workspace disabled it. Nothing is sent until it is enabled.';
    case 'failing':
      return 'Nothing could be delivered for five days, so it was disabled. Mend the receiver, then enable it.';
    case 'gone':
      return 'The receiver answered 410 (gone), so it was disabled. Change the address, then enable it.';
  }
}

export type KeyState = 'valid' | 'expired' | 'revoked';

export function keyState({ revokedAt, expiresAt }: Pick<ApiKeyView, 'revokedAt' | 'expiresAt'>, now: number): KeyState {
  if (revokedAt) return 'revoked';
  return expiresAt && Date.parse(expiresAt) <= now ? 'expired' : 'valid';
}
