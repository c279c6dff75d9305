import { setPreferences, usePreferences } from '../session/preferences.js';
import { Sheet } from '../ui/dialog.js';
import { Key } from '../ui/hint.js';
import { Toggle } from '../ui/toggle.js';

const shortcuts: [keys: string[], what: string][] = [
  [['j', '↓'], 'Next conversation'],
  [['k', '↑'], 'Previous conversation'],
  [['Enter'], 'Open the conversation'],
  [['x'], 'Choose the conversation, for changing several'],
  [['l'], 'Labels'],
  [['p'], 'Priority'],
  [['s'], 'Snooze'],
  [['/'], 'Search'],
  [['Ctrl K'], 'Go anywhere, do anything'],
  [['a'], 'Accept the offer'],
  [['r'], 'Reply'],
  [['/'], 'Canned replies, in the reply box'],
  [['g'], 'Put in the suggested reply'],
  [['n'], 'Private note'],
  [['e'], 'Resolve'],
  [['1', '2', '3', '0', '9'], 'Resolve: what it was about, none of our topics, no question'],
  [['Alt', '↑', '↓'], 'Resolve: another message of the customer to learn from'],
  [['z'], 'Undo, while it is offered'],
  [['t'], 'Take over'],
  [['Esc'], 'Leave the reply box, then close the conversation'],
  [['z'], 'Undo the last change'],
  [['?'], 'This sheet'],
];

export function ShortcutsSheet({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { shortcuts: enabled } = usePreferences();
  return (
    <Sheet open={open} onOpenChange={onOpenChange} title="Keyboard shortcuts">
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
          <dt>Send, new line</dt>
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
          label="Single-key shortcuts"
          explanation="Turn them off if they get in the way of speech input or a screen reader."
        />
      </div>
    </Sheet>
  );
}
