import { cx } from './cx.js';

/** How far a piece of work has come, 0 to 1. */
export function ProgressBar({ value, label, idle = false }: { value: number; label: string; idle?: boolean }) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(value * 100)}
      className="h-2 overflow-hidden rounded-full bg-line"
    >
      <div
        className={cx('h-full rounded-full transition-[width] duration-500', idle ? 'bg-edge' : 'bg-accent')}
        style={{ width: `${value * 100}%` }}
      />
    </div>
  );
}
