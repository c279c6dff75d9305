import type { InboxSettings, WidgetPreview } from '#contracts';
import { useMemo, useState } from 'react';
import { Segmented } from '../ui/segmented.js';
import { WidgetFrame } from '../widget-preview/widget-frame.js';

const messages: WidgetPreview['messages'] = [
  { from: 'contact', text: 'Where is my parcel?' },
  { from: 'bot', text: 'It left our warehouse yesterday and should be with you tomorrow.' },
];

/** The widget with settings that need not be saved yet. */
export function InboxPreview({ settings }: { settings: InboxSettings }) {
  const [shown, setShown] = useState<'open' | 'outside' | 'closed'>('open');
  const preview = useMemo<WidgetPreview>(
    () => ({
      name: settings.name || 'Your shop',
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
        label="What the preview shows"
        value={shown}
        onChange={setShown}
        options={[
          { value: 'open', label: 'Open' },
          { value: 'outside', label: 'Outside hours' },
          { value: 'closed', label: 'Launcher' },
        ]}
      />
      <WidgetFrame preview={preview} label="Preview of the widget on a page" className="h-160" />
    </div>
  );
}
