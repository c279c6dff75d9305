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

export default function NotificationsSettings() {
  const settings = useNotifications();
  return (
    <Page
      title="Notifications"
      description="What calls for your attention, and how. The same on every device of yours; saved as you choose."
    >
      <Loaded query={settings} what="Your notifications">
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
      <Card title="Calls">
        <ChannelTable settings={shown} onChange={change} />
        <DesktopPermission />
      </Card>
      <Card title="Count">
        <div className="p-4">
          <Toggle
            checked={shown.badge}
            onChange={(badge) => change({ badge })}
            label="Count in the tab"
            explanation="Offers, unread conversations of yours and mentions are counted in the page’s title and icon."
          />
        </div>
      </Card>
      <Card title="Quiet hours">
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
          ? 'This browser has no desktop notifications.'
          : permission === 'granted'
            ? 'This browser shows desktop notifications of Baton.'
            : permission === 'denied'
              ? 'This browser does not allow desktop notifications of Baton. Allow them in its settings for this site.'
              : 'This browser has not been asked yet whether it may show desktop notifications.'}
      </span>
      {supported && permission === 'default' && <Button onClick={() => void ask()}>Allow them here</Button>}
      <Button onClick={chime}>
        <Volume2 size={15} aria-hidden /> Hear the sound
      </Button>
    </div>
  );
}
