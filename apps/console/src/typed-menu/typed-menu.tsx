import type { ReactNode } from 'react';
import { cx } from '../ui/cx.js';
import { t } from '../language/t.js';

export function TypedMenu<T extends { id: string }>({
  id,
  label,
  found,
  active,
  row,
  nothing,
  foot,
  onActive,
  onPick,
}: {
  id: string;
  label: string;
  found: T[];
  active: number;
  row: (entry: T) => ReactNode;
  nothing: string;
  foot?: ReactNode;
  onActive: (index: number) => void;
  onPick: (picked: T) => void;
}) {
  return (
    <div className="absolute inset-x-3 bottom-full z-20 mb-1 overflow-hidden rounded-xl border border-line bg-surface text-ink shadow-pop">
      <ul id={id} role="listbox" aria-label={label} className="max-h-72 overflow-y-auto p-1">
        {found.map((entry, index) => (
          <li
            key={entry.id}
            id={`${id}-${entry.id}`}
            role="option"
            aria-selected={index === active}
            // Before the text box loses the focus, and with it the caret.
            onMouseDown={(event) => {
              event.preventDefault();
              onPick(entry);
            }}
            onMouseMove={() => onActive(index)}
            className={cx('cursor-pointer rounded-lg px-2.5 py-1.5', index === active && 'bg-hover')}
          >
            {row(entry)}
          </li>
        ))}
      </ul>
      <p role="status" className={found.length === 0 ? 'px-3 py-2.5 text-xs text-muted' : 'sr-only'}>
        {found.length === 0 ? nothing : `${label}: ${found.length}`}
      </p>
      <p className="flex justify-between border-t border-line px-3 py-1.5 text-xs text-muted">
        <span>{t('↑ ↓ to choose, Enter to insert')}</span>
        {foot}
      </p>
    </div>
  );
}
