import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { cx } from '../../ui/cx.js';
import { whole } from '../words.js';
import { becomesIntent, type Choice } from './choices.js';
import { FateSelect } from './fate-select.js';
import { TitleField } from './title-field.js';
import { t } from '../../language/t.js';

export function CategoryRow({
  choice,
  examples,
  together,
  selected,
  onSelect,
  onChange,
  onMove,
}: {
  choice: Choice;
  examples: string[];
  /** Messages of all categories that become the same intent. */
  together: number;
  selected: boolean;
  onSelect: () => void;
  onChange: (changed: Partial<Choice>) => void;
  onMove: (by: 1 | -1) => void;
}) {
  const [open, setOpen] = useState(false);
  const merged = becomesIntent(choice) && together > choice.n;
  return (
    <div className={cx('px-4 py-2', selected && 'bg-accent-soft/60')}>
      <div className="grid grid-cols-[auto_1fr_auto] items-center gap-x-3 gap-y-2 md:grid-cols-[auto_minmax(0,1fr)_4.5rem_minmax(0,1.2fr)_11rem]">
        <input
          type="checkbox"
          aria-label={t('Select {name}', { name: choice.name })}
          checked={selected}
          onChange={onSelect}
          className="size-4 accent-accent"
        />
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="flex min-w-0 items-center gap-1.5 rounded text-start text-compact"
        >
          <ChevronRight
            size={14}
            className={cx('shrink-0 text-faint', open ? 'rotate-90' : 'rtl:-scale-x-100')}
            aria-hidden
          />
          <span className={cx('truncate', choice.fate === 'intent' ? 'font-medium' : 'text-muted')}>{choice.name}</span>
          <span className="sr-only">{t(', examples')}</span>
        </button>
        <span className="figures text-end text-xs text-muted">
          {whole(choice.n)}
          {merged && <span className="block text-accent-ink">{t('of {together}', { together: whole(together) })}</span>}
        </span>
        <div className="col-span-3 md:col-span-1">
          <TitleField
            choice={choice}
            about={t('Title of {name}', { name: choice.name })}
            onChange={onChange}
            onMove={onMove}
          />
        </div>
        <div className="col-span-3 md:col-span-1">
          <FateSelect choice={choice} onChange={(fate) => onChange({ fate })} />
        </div>
      </div>
      {open && (
        <ul className="mt-2 space-y-1 border-s-2 border-line py-1 ps-4 text-compact text-muted md:ms-7">
          {examples.map((text, index) => (
            <li key={index} dir="auto" className="wrap-anywhere">
              {text}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
