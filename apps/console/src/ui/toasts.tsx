import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { Toast } from 'radix-ui';
import { useSyncExternalStore } from 'react';
import { useMatch } from 'react-router';
import { cx } from './cx.js';

interface Notice {
  id: number;
  tone: 'good' | 'bad';
  text: string;
}

let notices: Notice[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

/** Says something at the edge, wherever the agent is in the console. */
export function say(tone: Notice['tone'], text: string): void {
  replace([...notices.filter((notice) => notice.text !== text).slice(-3), { id: nextId++, tone, text }]);
}

function replace(next: Notice[]): void {
  notices = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where no form has a button: in the navigation's empty middle, or at the top where there is no navigation. */
const places = {
  top: 'fixed top-1.5 left-1/2 z-50 flex w-80 max-w-[calc(100vw-7rem)] -translate-x-1/2 flex-col gap-2',
  navigation: 'lg:top-auto lg:bottom-28 lg:left-2 lg:w-48 lg:translate-x-0',
};

export function Toasts() {
  const beside = useMatch('/set-up/*') === null;
  const shown = useSyncExternalStore(subscribe, () => notices);
  return (
    <Toast.Provider label="Notice" duration={8_000} swipeDirection="right">
      {shown.map(({ id, tone, text }) => (
        <Toast.Root
          key={id}
          type={tone === 'bad' ? 'foreground' : 'background'}
          onOpenChange={(open) => open || replace(notices.filter((notice) => notice.id !== id))}
          className="flex items-start gap-2.5 rounded-xl border border-line bg-surface p-3 shadow-pop"
        >
          <span className={cx('mt-0.5', tone === 'bad' ? 'text-bad' : 'text-good')} aria-hidden>
            {tone === 'bad' ? <CircleAlert size={16} /> : <CircleCheck size={16} />}
          </span>
          <Toast.Description className="flex-1 text-compact">{text}</Toast.Description>
          <Toast.Close aria-label="Dismiss" className="rounded p-0.5 text-faint hover:text-ink">
            <X size={14} aria-hidden />
          </Toast.Close>
        </Toast.Root>
      ))}
      <Toast.Viewport className={cx(places.top, beside && places.navigation)} />
    </Toast.Provider>
  );
}
