import { useLabels } from './labels.js';
import { t } from '../language/t.js';

/** A label's name beside its colour: the colour alone says nothing. */
export function LabelChips({ ids, most = 3 }: { ids: readonly string[]; most?: number }) {
  const { data = [] } = useLabels();
  const labels = data.filter(({ id }) => ids.includes(id));
  if (labels.length === 0) return null;
  return (
    <span className="mt-1 flex min-w-0 flex-wrap gap-1">
      {labels.slice(0, most).map(({ id, name, colour }) => (
        <span
          key={id}
          className="inline-flex max-w-32 items-center gap-1 rounded-full border border-line bg-surface px-1.5 text-[11px] leading-4.5 text-muted"
        >
          <span aria-hidden className="size-2 shrink-0 rounded-full" style={{ backgroundColor: colour }} />
          <span className="truncate" dir="auto">
            <span className="sr-only">{t('Label')} </span>
            {name}
          </span>
        </span>
      ))}
      {labels.length > most && <span className="text-[11px] leading-4.5 text-faint">+{labels.length - most}</span>}
    </span>
  );
}
