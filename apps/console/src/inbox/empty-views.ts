import type { InboxView } from '#contracts';
import { AtSign, Bot, CircleCheck, Clock, Coffee, Inbox, UserRound, Users, type LucideIcon } from 'lucide-react';

/** What an empty view means, and what would fill it. */
export const emptyViews: Record<InboxView, { icon: LucideIcon; title: string; text: string }> = {
  waiting: {
    icon: Coffee,
    title: 'Nobody is waiting',
    text: 'Conversations that the bot hands over appear here at once.',
  },
  mine: {
    icon: UserRound,
    title: 'Nothing on your desk',
    text: 'Accept an offer or take a conversation over, and it stays here until you resolve it.',
  },
  bot: { icon: Bot, title: 'The bot is idle', text: 'Conversations that the bot answers appear here.' },
  team: {
    icon: Users,
    title: 'Nothing for your teams',
    text: 'Conversations that are routed to a team of yours appear here.',
  },
  mentions: {
    icon: AtSign,
    title: 'Nobody has mentioned you',
    text: 'A colleague who writes @ and your name in a note calls you here.',
  },
  all: { icon: Inbox, title: 'No open conversations', text: 'They appear as soon as a customer writes.' },
  snoozed: {
    icon: Clock,
    title: 'Nothing snoozed',
    text: 'Snooze a conversation with s, and it comes back when you said, or when the customer writes.',
  },
  resolved: { icon: CircleCheck, title: 'Nothing resolved yet', text: 'Resolved conversations are kept here.' },
};
