import type { UserRole } from '#contracts';
import {
  Building2,
  CalendarClock,
  CircleUserRound,
  Database,
  MessageSquareText,
  MonitorSmartphone,
  ScrollText,
  Users,
  Workflow,
  type LucideIcon,
} from 'lucide-react';
import { lazy, type ComponentType } from 'react';

export interface SettingsPage {
  path: string;
  title: string;
  icon: LucideIcon;
  Page: ComponentType;
}

const account: SettingsPage = {
  path: 'account',
  title: 'Your account',
  icon: CircleUserRound,
  Page: lazy(() => import('../account/account-settings.js')),
};

const ofWorkspace: { title: string; pages: SettingsPage[] }[] = [
  {
    title: 'Workspace',
    pages: [
      {
        path: 'workspace',
        title: 'General',
        icon: Building2,
        Page: lazy(() => import('../workspace/workspace-settings.js')),
      },
      { path: 'people', title: 'People', icon: Users, Page: lazy(() => import('../people/people-settings.js')) },
      {
        path: 'hours',
        title: 'Business hours',
        icon: CalendarClock,
        Page: lazy(() => import('../workspace/hours-settings.js')),
      },
      {
        path: 'inboxes',
        title: 'Inboxes',
        icon: MonitorSmartphone,
        Page: lazy(() => import('../inboxes/inboxes-settings.js')),
      },
    ],
  },
  {
    title: 'The bot',
    pages: [
      {
        path: 'intents',
        title: 'Intents and answers',
        icon: MessageSquareText,
        Page: lazy(() => import('../knowledge/intents-settings.js')),
      },
      { path: 'actions', title: 'Actions', icon: Workflow, Page: lazy(() => import('../actions/actions-settings.js')) },
      {
        path: 'training-data',
        title: 'Training data',
        icon: Database,
        Page: lazy(() => import('../training-data/training-data-settings.js')),
      },
    ],
  },
  {
    title: 'History',
    pages: [
      {
        path: 'audit',
        title: 'Audit log',
        icon: ScrollText,
        Page: lazy(() => import('../workspace/audit-settings.js')),
      },
    ],
  },
];

/** Agents change their own account alone. */
export function settingsFor(role: UserRole): { title: string; pages: SettingsPage[] }[] {
  return [...(role === 'agent' ? [] : ofWorkspace), { title: 'You', pages: [account] }];
}
