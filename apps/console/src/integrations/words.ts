import type {
  ApiKeyView,
  ApiScope,
  SentEvent,
  WebhookDelivery,
  WebhookEvent,
  WebhookProblem,
  WebhookView,
} from '#contracts';
import { t } from '../language/t.js';

/** What a key with this scope may do, for whoever decides it. */
export const scopeWords: Record<ApiScope, string> = {
  'conversations:read': t('Read all conversations, notes included'),
  'conversations:write': t('Write for customers, take over, reply, assign and resolve'),
  'contacts:read': t('Read customers’ names and addresses'),
  'contacts:write': t('Change customers’ names and addresses'),
  'knowledge:read': t('Read intents, answers and training data'),
  'knowledge:write': t('Add training data and labels, which teaches the bot'),
  'reports:read': t('Read the numbers of the reports'),
  'workspace:read': t('Read inboxes, teams, agents and labels'),
  'webhooks:manage': t('Add, change and delete webhooks'),
};

export const eventWords: Record<WebhookEvent, string> = {
  'conversation.created': t('A customer writes for the first time'),
  'conversation.reopened': t('A customer is back after the end'),
  'conversation.handed_off': t('A conversation goes to people'),
  'conversation.assigned': t('An agent has a conversation'),
  'conversation.resolved': t('A conversation is resolved'),
  'message.created': t('Somebody, or the bot, writes a message'),
  'csat.submitted': t('A customer rates a conversation'),
  'sla.breached': t('A promised time is not kept'),
  'model.activated': t('Another model version answers'),
};

export function eventName(event: SentEvent): string {
  return event === 'webhook.test' ? t('A test') : eventWords[event];
}

const problemWords: Record<WebhookProblem, string> = {
  late: t('No whole answer within 15 seconds.'),
  too_large: t('The answer was larger than 256 KB.'),
  unreachable: t('No connection. Check the address, and that the server runs and has a valid certificate.'),
  address_refused: t('The address is in a private network, which is not called. The operator can allow it.'),
  redirects: t('It redirects to somewhere that is not followed. Enter the final address.'),
  secret_unreadable: t('The secret cannot be decrypted any more. Make a new one.'),
};

type Attempt = WebhookDelivery['attempts'][number];

/** What came of one attempt. */
export function attemptWords({ status, problem }: Attempt): string {
  if (problem) return problemWords[problem];
  if (status === null) return t('No answer.');
  if (status >= 200 && status < 300) return t('Answered {status}: taken.', { status });
  return status === 410
    ? t('Answered 410: the receiver wants no more.')
    : t('Answered {status}, which is no success.', { status });
}

export const deliveryWords: Record<WebhookDelivery['status'], string> = {
  pending: t('On its way'),
  delivered: t('Delivered'),
  failed: t('Failed'),
};

/** Why a webhook is sent nothing; null: it is. */
export function disabledWords({ disabledReason }: Pick<WebhookView, 'disabledReason'>): string | null {
  switch (disabledReason) {
    case null:
      return null;
    case 'person':
      return t('Somebody of your workspace disabled it. Nothing is sent until it is enabled.');
    case 'failing':
      return t('Nothing could be delivered for five days, so it was disabled. Mend the receiver, then enable it.');
    case 'gone':
      return t('The receiver answered 410 (gone), so it was disabled. Change the address, then enable it.');
  }
}

export type KeyState = 'valid' | 'expired' | 'revoked';

export function keyState({ revokedAt, expiresAt }: Pick<ApiKeyView, 'revokedAt' | 'expiresAt'>, now: number): KeyState {
  if (revokedAt) return 'revoked';
  return expiresAt && Date.parse(expiresAt) <= now ? 'expired' : 'valid';
}
