import { initials } from './format.js';
import { cx } from './cx.js';

export function Avatar({ name, large = false }: { name: string; large?: boolean }) {
  return (
    <span
      aria-hidden
      className={cx(
        'flex shrink-0 items-center justify-center rounded-full bg-accent-soft font-semibold text-accent-ink select-none',
        'in-aria-[current=true]:bg-surface',
        large ? 'size-10 text-sm' : 'size-8 text-xs',
      )}
    >
      {initials(name)}
    </span>
  );
}
