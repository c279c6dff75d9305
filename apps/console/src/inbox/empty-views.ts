import type { InboxView } from '#contracts';
import { Bot, CircleCheck, Coffee, Inbox, UserRound, type LucideIcon } from 'lucide-react';

/** What an empty view means, and what would fill it. */
export const emptyViews: Record<InboxView, { icon: LucideIcon; title: string; text: string }> = {
  queue: {
    icon: Coffee,
    title: 'Nobody is waiting',
    text: 'Conversations that the bot hands over appear here at once.',
  },
  mine: {
    icon: UserRound,
    title: 'Nothing on your desk',
    text: 'Accept an offer or take a conversation over, and it stays here until you resolve it.',
  },
  unassigned: {
    icon: Bot,
    title: 'Nothing unassigned',
    text: 'Conversations with the bot or in the queue appear here.',
  },
  all: { icon: Inbox, title: 'No open conversations', text: 'They appear as soon as a customer writes.' },
  resolved: { icon: CircleCheck, title: 'Nothing resolved yet', text: 'Resolved conversations are kept here.' },
};
