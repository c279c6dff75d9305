import { CircleCheck, Clock, Flag, Hand, Lock, Reply, Tag, type LucideIcon } from 'lucide-react';
import { useMatch } from 'react-router';
import { useConsole } from '../session/console-context.js';
import { t } from '../language/t.js';

export interface ConversationCommand {
  title: string;
  icon: LucideIcon;
  keys: string;
  action: () => void;
}

const always: [title: string, icon: LucideIcon, keys: string][] = [
  [t('Labels'), Tag, 'l'],
  [t('Priority'), Flag, 'p'],
  [t('Private note'), Lock, 'n'],
];
const ofOwner: [title: string, icon: LucideIcon, keys: string][] = [
  [t('Reply'), Reply, 'r'],
  [t('Snooze'), Clock, 's'],
  [t('Resolve'), CircleCheck, 'e'],
];

/** What the keys do with the conversation on the screen: the palette presses them, once it is out of the way. */
export function useConversationCommands(): ConversationCommand[] {
  const id = useMatch('/inbox/:view/:id')?.params.id;
  const item = useConsole((state) => (id ? state.inbox.items.get(id) : undefined));
  const me = useConsole((state) => state.me.id);
  if (!item) return [];
  const open = item.status !== 'resolved';
  const own = open && item.owner.id === me;
  const takeOver: typeof always = open && !own ? [[t('Take over'), Hand, 't']] : [];
  return [...(own ? ofOwner : takeOver), ...always].map(([title, icon, keys]) => ({
    ...{ title, icon, keys },
    action: () => requestAnimationFrame(() => press(keys)),
  }));
}

function press(key: string): void {
  if (document.querySelector('[role="dialog"]')) return void requestAnimationFrame(() => press(key));
  window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}
