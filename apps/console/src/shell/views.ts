import type { InboxView } from '#contracts';
import { AtSign, Bot, CircleCheck, Clock, Hourglass, Inbox, UserRound, Users, type LucideIcon } from 'lucide-react';

export const views: { view: InboxView; title: string; icon: LucideIcon }[] = [
  { view: 'waiting', title: 'Waiting', icon: Hourglass },
  { view: 'mine', title: 'Mine', icon: UserRound },
  { view: 'bot', title: 'With the bot', icon: Bot },
  { view: 'team', title: 'Team', icon: Users },
  { view: 'mentions', title: 'Mentions', icon: AtSign },
  { view: 'all', title: 'All', icon: Inbox },
  { view: 'snoozed', title: 'Snoozed', icon: Clock },
  { view: 'resolved', title: 'Resolved', icon: CircleCheck },
];
