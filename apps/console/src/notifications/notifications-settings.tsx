import type { NotificationSettings } from '#contracts';
import { Volume2 } from 'lucide-react';
import { useState } from 'react';
import { askForNotifications, chime } from '../session/attention.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/card.js';
import { Loaded } from '../ui/loaded.js';
import { Page } from '../ui/page.js';
import { Problem } from '../ui/problem.js';
import { Toggle } from '../ui/toggle.js';
import { ChannelTable } from './channel-table.js';
import { useNotifications, useSaveNotifications } from './queries.js';
import { QuietHours } from './quiet-hours-fields.js';
import { t } from '../language/t.js';

export default function NotificationsSettings() {
  const settings = useNotifications();
  return (
    <Page
      title={t('Notifications')}
      description={t('What calls for your attention, and how. The same on every device of yours; saved as you choose.')}
    >
      <Loaded query={settings} what={t('Your notifications')}>
        {(saved) => <Form saved={saved} />}
      </Loaded>
    </Page>
  );
}

function Form({ saved }: { saved: NotificationSettings }) {
  const save = useSaveNotifications();
  const [shown, setShown] = useState(saved);
  const change = (patch: Partial<NotificationSettings>) => {
    const next = { ...shown, ...patch };
    setShown(next);
    save.mutate(next, { onError: () => setShown(saved) });
  };
  return (
    <div className="max-w-3xl space-y-6">
      <Problem error={save.error} />
      <Card title={t('Calls')}>
        <ChannelTable settings={shown} onChange={change} />
        <DesktopPermission />
      </Card>
      <Card title={t('Count')}>
        <div className="p-4">
          <Toggle
            checked={shown.badge}
            onChange={(badge) => change({ badge })}
            label={t('Count in the tab')}
            explanation={t(
              'Offers, unread conversations of yours and mentions are counted in the page’s title and icon.',
            )}
          />
        </div>
      </Card>
      <Card title={t('Quiet hours')}>
        <QuietHours quiet={shown.quietHours} onChange={(quietHours) => change({ quietHours })} />
      </Card>
    </div>
  );
}

/** Each browser asks for itself whether this site may show them. */
function DesktopPermission() {
  const supported = 'Notification' in window;
  const [permission, setPermission] = useState(supported ? Notification.permission : 'denied');
  const ask = async () => {
    await askForNotifications();
    setPermission(Notification.permission);
  };
  return (
    <div className="flex flex-wrap items-center gap-3 border-t border-line p-4 text-compact text-muted">
      <span className="min-w-48 flex-1" role="status">
        {!supported
          ? t('This browser has no desktop notifications.')
          : permission === 'granted'
            ? t('This browser shows desktop notifications of Baton.')
            : permission === 'denied'
              ? t(
                  'This browser does not allow desktop notifications of Baton. Allow them in its settings for this site.',
                )
              : t('This browser has not been asked yet whether it may show desktop notifications.')}
      </span>
      {supported && permission === 'default' && <Button onClick={() => void ask()}>{t('Allow them here')}</Button>}
      <Button onClick={chime}>
        <Volume2 size={15} aria-hidden /> {t('Hear the sound')}
      </Button>
    </div>
  );
}
