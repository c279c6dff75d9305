import type { SlaView } from '#contracts';
import { Timer } from 'lucide-react';
import { cx } from '../ui/cx.js';
import { clock, fullTime } from '../ui/format.js';
import { useNow } from '../ui/use-now.js';
import { t } from '../language/t.js';

const titles = { first_response: t('First response'), next_response: t('Response'), resolution: t('Resolution') };

/** The promise that ends first, once little of its time is left, or none. */
export function PromiseChip({ sla }: { sla: SlaView | null }) {
  const now = useNow();
  if (!sla || (!sla.breached && now < Date.parse(sla.warnAt))) return null;
  const left = Date.parse(sla.dueAt) - now;
  const late = sla.breached || left <= 0;
  return (
    <span
      title={t('{promise} promised by {time}', { promise: titles[sla.kind], time: fullTime(sla.dueAt) })}
      className={cx(
        'figures mt-0.5 inline-flex shrink-0 items-center gap-1 rounded-full px-1.5 text-xs font-medium',
        late ? 'bg-bad-soft text-bad' : 'bg-warn-soft text-warn',
      )}
    >
      <Timer size={12} aria-hidden />
      <span className="sr-only">{titles[sla.kind]} </span>
      {late ? t('late') : clock(left)}
    </span>
  );
}
