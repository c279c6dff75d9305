import type { InboxView } from '#contracts';
import { AtSign, Bot, CircleCheck, Clock, Hourglass, Inbox, UserRound, Users, type LucideIcon } from 'lucide-react';
import { t } from '../language/t.js';

export const views: { view: InboxView; title: string; icon: LucideIcon }[] = [
  { view: 'waiting', title: t('Waiting'), icon: Hourglass },
  { view: 'mine', title: t('Mine'), icon: UserRound },
  { view: 'bot', title: t('With the bot'), icon: Bot },
  { view: 'team', title: t('Team'), icon: Users },
  { view: 'mentions', title: t('Mentions'), icon: AtSign },
  { view: 'all', title: t('All'), icon: Inbox },
  { view: 'snoozed', title: t('Snoozed'), icon: Clock },
  { view: 'resolved', title: t('Resolved'), icon: CircleCheck },
];
