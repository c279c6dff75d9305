import { maySeeSetUp, maySetUp } from '../session/roles.js';
import type { UserRole } from '#contracts';
import {
  Bell,
  Building2,
  CalendarClock,
  CircleUserRound,
  Database,
  IdCard,
  MessageSquareQuote,
  KeyRound,
  MessageSquareText,
  MonitorSmartphone,
  ScrollText,
  ShieldAlert,
  Split,
  Timer,
  Tag,
  Users,
  Webhook,
  Workflow,
  type LucideIcon,
} from 'lucide-react';
import { lazy, type ComponentType } from 'react';
import { t } from '../language/t.js';

export interface SettingsPage {
  path: string;
  title: string;
  icon: LucideIcon;
  Page: ComponentType;
}

interface SettingsGroup {
  title: string;
  pages: SettingsPage[];
}

const ofWorkspace: SettingsGroup[] = [
  {
    title: t('Workspace'),
    pages: [
      {
        path: 'workspace',
        title: t('General'),
        icon: Building2,
        Page: lazy(() => import('../workspace/workspace-settings.js')),
      },
      { path: 'people', title: t('People'), icon: Users, Page: lazy(() => import('../people/people-settings.js')) },
      { path: 'teams', title: t('Teams'), icon: Split, Page: lazy(() => import('../routing/teams-settings.js')) },
      {
        path: 'promises',
        title: t('Promises'),
        icon: Timer,
        Page: lazy(() => import('../routing/promises-settings.js')),
      },
      {
        path: 'contact-attributes',
        title: t('Contact attributes'),
        icon: IdCard,
        Page: lazy(() => import('../contact/attributes-settings.js')),
      },
      {
        path: 'hours',
        title: t('Business hours'),
        icon: CalendarClock,
        Page: lazy(() => import('../workspace/hours-settings.js')),
      },
      {
        path: 'inboxes',
        title: t('Inboxes'),
        icon: MonitorSmartphone,
        Page: lazy(() => import('../inboxes/inboxes-settings.js')),
      },
      { path: 'labels', title: t('Labels'), icon: Tag, Page: lazy(() => import('../organise/labels-settings.js')) },
    ],
  },
  {
    title: t('The bot'),
    pages: [
      {
        path: 'intents',
        title: t('Intents and answers'),
        icon: MessageSquareText,
        Page: lazy(() => import('../knowledge/intents-settings.js')),
      },
      {
        path: 'actions',
        title: t('Actions'),
        icon: Workflow,
        Page: lazy(() => import('../actions/actions-settings.js')),
      },
      {
        path: 'topics',
        title: t('Sensitive topics'),
        icon: ShieldAlert,
        Page: lazy(() => import('../workspace/topic-settings.js')),
      },
      {
        path: 'training-data',
        title: t('Training data'),
        icon: Database,
        Page: lazy(() => import('../training-data/training-data-settings.js')),
      },
    ],
  },
];

const forPrograms: SettingsGroup = {
  title: t('Other programs'),
  pages: [
    {
      path: 'api-keys',
      title: t('API keys'),
      icon: KeyRound,
      Page: lazy(() => import('../integrations/api-keys-settings.js')),
    },
    {
      path: 'webhooks',
      title: t('Webhooks'),
      icon: Webhook,
      Page: lazy(() => import('../integrations/webhooks-settings.js')),
    },
  ],
};

const everybody: SettingsGroup = {
  title: t('Conversations'),
  pages: [
    {
      path: 'canned-replies',
      title: t('Canned replies'),
      icon: MessageSquareQuote,
      Page: lazy(() => import('../canned-responses/canned-settings.js')),
    },
  ],
};

const history: SettingsGroup = {
  title: t('History'),
  pages: [
    {
      path: 'audit',
      title: t('Audit log'),
      icon: ScrollText,
      Page: lazy(() => import('../workspace/audit-settings.js')),
    },
  ],
};

const you: SettingsGroup = {
  title: t('You'),
  pages: [
    {
      path: 'account',
      title: t('Your account'),
      icon: CircleUserRound,
      Page: lazy(() => import('../account/account-settings.js')),
    },
    {
      path: 'notifications',
      title: t('Notifications'),
      icon: Bell,
      Page: lazy(() => import('../notifications/notifications-settings.js')),
    },
  ],
};

/** Agents have what is their own alone; other programs and the history are for those who set things up. */
export function settingsFor(role: UserRole): SettingsGroup[] {
  return [...(maySeeSetUp(role) ? ofWorkspace : []), everybody, ...(maySetUp(role) ? [forPrograms, history] : []), you];
}

/** Whether there is such a page, for whomever. */
export function isPage(path: string): boolean {
  return settingsFor('owner').some(({ pages }) => pages.some((page) => page.path === path));
}
