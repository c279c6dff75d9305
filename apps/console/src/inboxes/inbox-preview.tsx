import type { InboxSettings, WidgetPreview } from '#contracts';
import { useMemo, useState } from 'react';
import { Segmented } from '../ui/segmented.js';
import { WidgetFrame } from '../widget-preview/widget-frame.js';
import { t } from '../language/t.js';

const messages: WidgetPreview['messages'] = [
  { from: 'contact', text: t('Where is my parcel?') },
  { from: 'bot', text: t('It left our warehouse yesterday and should be with you tomorrow.') },
];

/** The widget with settings that need not be saved yet. */
export function InboxPreview({ settings }: { settings: InboxSettings }) {
  const [shown, setShown] = useState<'open' | 'outside' | 'closed'>('open');
  const preview = useMemo<WidgetPreview>(
    () => ({
      name: settings.name || t('Your shop'),
      greeting: (shown === 'outside' && settings.greetingOutsideHours) || settings.greeting,
      locale: navigator.language,
      appearance: settings.appearance,
      messages: shown === 'outside' ? [] : messages,
      open: shown !== 'closed',
    }),
    [settings, shown],
  );
  return (
    <div className="space-y-3 lg:sticky lg:top-4">
      <Segmented
        label={t('What the preview shows')}
        value={shown}
        onChange={setShown}
        options={[
          { value: 'open', label: t('Open') },
          { value: 'outside', label: t('Outside hours') },
          { value: 'closed', label: t('Launcher') },
        ]}
      />
      <WidgetFrame preview={preview} label={t('Preview of the widget on a page')} className="h-160" />
    </div>
  );
}
