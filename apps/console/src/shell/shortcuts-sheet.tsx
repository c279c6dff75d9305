import { setPreferences, usePreferences } from '../session/preferences.js';
import { Sheet } from '../ui/dialog.js';
import { Key } from '../ui/hint.js';
import { Toggle } from '../ui/toggle.js';
import { t } from '../language/t.js';

const shortcuts: [keys: string[], what: string][] = [
  [['j', '↓'], t('Next conversation')],
  [['k', '↑'], t('Previous conversation')],
  [['Enter'], t('Open the conversation')],
  [['x'], t('Choose the conversation, for changing several')],
  [['l'], t('Labels')],
  [['p'], t('Priority')],
  [['s'], t('Snooze')],
  [['/'], t('Search')],
  [['Ctrl K'], t('Go anywhere, do anything')],
  [['a'], t('Accept the offer')],
  [['r'], t('Reply')],
  [['/'], t('Canned replies, in the reply box')],
  [['g'], t('Put in the suggested reply')],
  [['n'], t('Private note')],
  [['e'], t('Resolve')],
  [['1', '2', '3', '0', '9'], t('Resolve: what it was about, none of our topics, no question')],
  [['Alt', '↑', '↓'], t('Resolve: another message of the customer to learn from')],
  [['z'], t('Undo, while it is offered')],
  [['t'], t('Take over')],
  [['Esc'], t('Leave the reply box, then close the conversation')],
  [['?'], t('This sheet')],
];

export default function ShortcutsSheet({ onClose }: { onClose: () => void }) {
  const { shortcuts: enabled } = usePreferences();
  return (
    <Sheet open onOpenChange={(open) => open || onClose()} title={t('Keyboard shortcuts')}>
      <dl className="divide-y divide-line">
        {shortcuts.map(([keys, what]) => (
          <div key={what} className="flex items-center justify-between py-2 text-compact">
            <dt>{what}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <Key key={key}>{key}</Key>
              ))}
            </dd>
          </div>
        ))}
        <div className="flex items-center justify-between py-2 text-compact">
          <dt>{t('Send, new line')}</dt>
          <dd className="flex gap-1">
            <Key>Enter</Key>
            <Key>Shift + Enter</Key>
          </dd>
        </div>
      </dl>
      <div className="mt-4 border-t border-line pt-4">
        <Toggle
          checked={enabled}
          onChange={(on) => setPreferences({ shortcuts: on })}
          label={t('Single-key shortcuts')}
          explanation={t('Turn them off if they get in the way of speech input or a screen reader.')}
        />
      </div>
    </Sheet>
  );
}
