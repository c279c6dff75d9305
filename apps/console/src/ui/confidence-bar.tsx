import { cx } from './cx.js';

/** A share of 1 as a bar; the number stands beside it, so the bar is for the eye alone. */
export function ConfidenceBar({ value, strong = false }: { value: number; strong?: boolean }) {
  return (
    <span aria-hidden className="block h-1.5 w-full overflow-hidden rounded-full bg-line">
      <span
        className={cx('block h-full rounded-full', strong ? 'bg-accent' : 'bg-edge')}
        style={{ width: `${value * 100}%` }}
      />
    </span>
  );
}
