import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { DismissableLayer } from 'radix-ui/internal';
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';
import { useMatch } from 'react-router';
import { Button } from './button.js';
import { cx } from './cx.js';
import { Key } from './hint.js';
import { t } from '../language/t.js';

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

const shownSeconds = 8;

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

function undo(notice: Notice): void {
  dismiss(notice);
  notice.undo?.run();
}

function dismiss({ id }: Notice): void {
  replace(notices.filter((notice) => notice.id !== id));
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
  top: 'fixed start-1/2 top-1.5 z-50 flex w-80 max-w-[calc(100vw-7rem)] -translate-x-1/2 rtl:translate-x-1/2 flex-col gap-2',
  navigation: 'lg:top-auto lg:bottom-28 lg:start-2 lg:w-48 lg:translate-x-0 rtl:lg:translate-x-0',
};

/** No layer among menus and dialogs, as a library's toasts are, but a part of each: Escape is theirs, and a click here closes none. */
export function Toasts() {
  const beside = useMatch('/set-up/*') === null;
  const shown = useSyncExternalStore(subscribe, () => notices);
  return (
    <DismissableLayer.Branch asChild>
      <ol aria-label={t('Notices')} aria-live="polite" className={cx(places.top, beside && places.navigation)}>
        {shown.map((notice) => (
          <Toast key={notice.id} notice={notice} />
        ))}
      </ol>
    </DismissableLayer.Branch>
  );
}

function Toast({ notice }: { notice: Notice }) {
  const { tone, text } = notice;
  const [held, setHeld] = useState(false);
  useTimeLeft(notice.undo?.seconds ?? shownSeconds, held, () => dismiss(notice));
  return (
    <li
      role={tone === 'bad' ? 'alert' : undefined}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex items-start gap-2.5 rounded-xl border border-line bg-surface p-3 shadow-pop"
    >
      <span className={cx('mt-0.5', tone === 'bad' ? 'text-bad' : 'text-good')} aria-hidden>
        {tone === 'bad' ? <CircleAlert size={16} /> : <CircleCheck size={16} />}
      </span>
      <div className="min-w-0 flex-1">
        <p className="text-compact wrap-anywhere">{text}</p>
        {notice.undo && (
          <Button small className="mt-2" onClick={() => undo(notice)}>
            {t('Undo')} <Key>z</Key>
          </Button>
        )}
      </div>
      <button
        type="button"
        aria-label={t('Dismiss')}
        onClick={() => dismiss(notice)}
        className="rounded p-0.5 text-faint hover:text-ink"
      >
        <X size={14} aria-hidden />
      </button>
    </li>
  );
}

/** Ends after `seconds` in which nobody holds it. */
function useTimeLeft(seconds: number, held: boolean, onEnd: () => void): void {
  const left = useRef(seconds * 1000);
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    if (held) return;
    const begins = performance.now();
    const timer = setTimeout(() => end(), left.current);
    return () => {
      clearTimeout(timer);
      left.current -= performance.now() - begins;
    };
  }, [held]);
}
