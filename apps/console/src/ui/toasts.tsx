import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { Toast } from 'radix-ui';
import { useSyncExternalStore } from 'react';
import { useMatch } from 'react-router';
import { Button } from './button.js';
import { cx } from './cx.js';
import { Key } from './hint.js';

interface Notice {
  id: number;
  tone: 'good' | 'bad';
  text: string;
  undo?: Undo;
}

export interface Undo {
  run: () => void;
  /** It can be undone for so long. */
  seconds: number;
}

let notices: Notice[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

/** Says something at the edge, wherever the agent is in the console. */
export function say(tone: Notice['tone'], text: string, undo?: Undo): void {
  replace([...notices.filter((notice) => notice.text !== text).slice(-3), { id: nextId++, tone, text, undo }]);
}

/** Takes back the last thing that can be taken back. */
export function undoLast(): void {
  const last = notices.findLast((notice) => notice.undo);
  if (last) undo(last);
}

function undo({ id, undo: taken }: Notice): void {
  replace(notices.filter((notice) => notice.id !== id));
  taken?.run();
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
      {shown.map((notice) => {
        const { id, tone, text } = notice;
        return (
          <Toast.Root
            key={id}
            type={tone === 'bad' || notice.undo ? 'foreground' : 'background'}
            duration={notice.undo ? notice.undo.seconds * 1000 : undefined}
            onOpenChange={(open) => open || replace(notices.filter((notice) => notice.id !== id))}
            className="flex items-start gap-2.5 rounded-xl border border-line bg-surface p-3 shadow-pop"
          >
            <span className={cx('mt-0.5', tone === 'bad' ? 'text-bad' : 'text-good')} aria-hidden>
              {tone === 'bad' ? <CircleAlert size={16} /> : <CircleCheck size={16} />}
            </span>
            <div className="flex-1">
              <Toast.Description className="text-compact wrap-anywhere">{text}</Toast.Description>
              {notice.undo && (
                <Toast.Action altText="Undo, by the key z" asChild>
                  <Button small className="mt-2" onClick={() => undo(notice)}>
                    Undo <Key>z</Key>
                  </Button>
                </Toast.Action>
              )}
            </div>
            <Toast.Close aria-label="Dismiss" className="rounded p-0.5 text-faint hover:text-ink">
              <X size={14} aria-hidden />
            </Toast.Close>
          </Toast.Root>
        );
      })}
      <Toast.Viewport className={cx(places.top, beside && places.navigation)} />
    </Toast.Provider>
  );
}
