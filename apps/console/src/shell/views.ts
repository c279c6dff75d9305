import type { InboxView } from '#contracts';
import { CircleCheck, Hourglass, Inbox, UserRound, UserRoundX, type LucideIcon } from 'lucide-react';

export const views: { view: InboxView; title: string; icon: LucideIcon }[] = [
  { view: 'queue', title: 'Queue', icon: Hourglass },
  { view: 'mine', title: 'Mine', icon: UserRound },
  { view: 'unassigned', title: 'Unassigned', icon: UserRoundX },
  { view: 'all', title: 'All', icon: Inbox },
  { view: 'resolved', title: 'Resolved', icon: CircleCheck },
];
