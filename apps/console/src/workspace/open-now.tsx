import type { BusinessHours } from '#contracts';
import { cx } from '../ui/cx.js';
import { useNow } from '../ui/use-now.js';
import { opening } from './opening.js';

export function OpenNow({ hours }: { hours: BusinessHours }) {
  const { open, words } = opening(hours, new Date(useNow()));
  return (
    <p className="figures flex items-center gap-2 text-xs text-muted" role="status">
      <span aria-hidden className={cx('size-2 rounded-full', open ? 'bg-good' : 'border-2 border-edge')} />
      {words}
    </p>
  );
}
