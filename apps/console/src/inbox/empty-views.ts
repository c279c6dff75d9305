import type { InboxView } from '#contracts';
import { AtSign, Bot, CircleCheck, Clock, Coffee, Inbox, UserRound, Users, type LucideIcon } from 'lucide-react';
import { t } from '../language/t.js';

/** What an empty view means, and what would fill it. */
export const emptyViews: Record<InboxView, { icon: LucideIcon; title: string; text: string }> = {
  waiting: {
    icon: Coffee,
    title: t('Nobody is waiting'),
    text: t('Conversations that the bot hands over appear here at once.'),
  },
  mine: {
    icon: UserRound,
    title: t('Nothing on your desk'),
    text: t('Accept an offer or take a conversation over, and it stays here until you resolve it.'),
  },
  bot: { icon: Bot, title: t('The bot is idle'), text: t('Conversations that the bot answers appear here.') },
  team: {
    icon: Users,
    title: t('Nothing for your teams'),
    text: t('Conversations that are routed to a team of yours appear here.'),
  },
  mentions: {
    icon: AtSign,
    title: t('Nobody has mentioned you'),
    text: t('A colleague who writes @ and your name in a note calls you here.'),
  },
  all: { icon: Inbox, title: t('No open conversations'), text: t('They appear as soon as a customer writes.') },
  snoozed: {
    icon: Clock,
    title: t('Nothing snoozed'),
    text: t('Snooze a conversation with s, and it comes back when you said, or when the customer writes.'),
  },
  resolved: { icon: CircleCheck, title: t('Nothing resolved yet'), text: t('Resolved conversations are kept here.') },
};
