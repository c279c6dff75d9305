import type { BusinessHours } from '#contracts';
import { cx } from '../ui/cx.js';
import { useNow } from '../ui/use-now.js';
import { opening } from './opening.js';
import { formatLocale } from '../language/t.js';

/** As the fields beside it show it: in the reader's own way. */
function written(time: string): string {
  return new Date(`2000-01-01T${time}`).toLocaleTimeString(formatLocale(), { timeStyle: 'short' });
}

export function OpenNow({ hours }: { hours: BusinessHours }) {
  const { open, words } = opening(hours, new Date(useNow()), written);
  return (
    <p className="figures flex items-center gap-2 text-xs text-muted" role="status">
      <span aria-hidden className={cx('size-2 rounded-full', open ? 'bg-good' : 'border-2 border-edge')} />
      {words}
    </p>
  );
}
