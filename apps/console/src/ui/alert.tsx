import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.js';

const tones = {
  bad: { icon: CircleAlert, look: 'bg-bad-soft text-bad' },
  warn: { icon: TriangleAlert, look: 'bg-warn-soft text-warn' },
  plain: { icon: Info, look: 'bg-accent-soft text-accent-ink' },
};

/** Something to know before going on; `bad` is read out at once. */
export function Alert({
  tone,
  children,
  action,
}: {
  tone: keyof typeof tones;
  children: ReactNode;
  action?: ReactNode;
}) {
  const { icon: Icon, look } = tones[tone];
  return (
    <div
      role={tone === 'bad' ? 'alert' : undefined}
      className={cx('flex flex-wrap items-center gap-x-3 gap-y-2 rounded-xl px-4 py-2.5 text-compact', look)}
    >
      <Icon size={16} className="shrink-0" aria-hidden />
      <div className="min-w-48 flex-1 wrap-anywhere">{children}</div>
      {action}
    </div>
  );
}
