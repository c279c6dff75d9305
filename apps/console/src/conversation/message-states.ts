import type { ContactSeen, MailView, MessageView } from '#contracts';
import { timeOfDay } from '../ui/format.js';

/** The agent's last public message: the only one that says how far it has come. */
export function newestReply(messages: MessageView[]): MessageView | undefined {
  return messages.findLast(({ kind, senderType }) => kind === 'outbound' && senderType === 'agent');
}

/** How far a reply has come on its way to the customer. */
export function messageState(seq: number, seen: ContactSeen | null): string {
  if (seen && seq <= seen.readSeq) return seen.readAt ? `Read ${timeOfDay(seen.readAt)}` : 'Read';
  if (seen && seq <= seen.deliveredSeq)
    return seen.deliveredAt ? `Delivered ${timeOfDay(seen.deliveredAt)}` : 'Delivered';
  return 'Sent';
}

/** What became of the mail that carries it; null: nothing worth saying. */
export function mailState({ state, to, endedAt }: MailView): { text: string; failed: boolean } | null {
  switch (state) {
    case 'waiting':
      return { text: `Goes to ${to} by e-mail unless it is read here first`, failed: false };
    case 'sent':
      return { text: `E-mailed to ${to}${endedAt ? ` ${timeOfDay(endedAt)}` : ''}`, failed: false };
    case 'failed':
      return { text: `The e-mail to ${to} could not be delivered`, failed: true };
    case 'read':
      return null;
  }
}
