import type { ContactSeen, MailView, MessageView } from '#contracts';
import { timeOfDay } from '../ui/format.js';
import { t } from '../language/t.js';

/** The agent's last public message: the only one that says how far it has come. */
export function newestReply(messages: MessageView[]): MessageView | undefined {
  return messages.findLast(({ kind, senderType }) => kind === 'outbound' && senderType === 'agent');
}

/** How far a reply has come on its way to the customer. */
export function messageState(seq: number, seen: ContactSeen | null): string {
  if (seen && seq <= seen.readSeq) return seen.readAt ? t('Read {time}', { time: timeOfDay(seen.readAt) }) : t('Read');
  if (seen && seq <= seen.deliveredSeq)
    return seen.deliveredAt ? t('Delivered {time}', { time: timeOfDay(seen.deliveredAt) }) : t('Delivered');
  return t('Sent');
}

/** What became of the mail that carries it; null: nothing worth saying. */
export function mailState({ state, to, endedAt }: MailView): { text: string; failed: boolean } | null {
  switch (state) {
    case 'waiting':
      return { text: t('Goes to {to} by e-mail unless it is read here first', { to }), failed: false };
    case 'sent':
      return {
        text: endedAt ? t('E-mailed to {to} {time}', { to, time: timeOfDay(endedAt) }) : t('E-mailed to {to}', { to }),
        failed: false,
      };
    case 'failed':
      return { text: t('The e-mail to {to} could not be delivered', { to }), failed: true };
    case 'read':
      return null;
  }
}
