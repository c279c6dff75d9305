import { ChevronDown, Plus } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useId, useState, type KeyboardEvent } from 'react';
import { cx } from './cx.js';
import { fieldClass } from './field.js';
import { menuClass } from './menu.js';

export interface ComboboxOption {
  value: string;
  label: string;
  /** What else may be typed to find it, shown small. */
  about?: string;
}

export function search(options: ComboboxOption[], typed: string): ComboboxOption[] {
  const words = typed.toLowerCase().split(/\s+/u).filter(Boolean);
  return options.filter(({ label, about = '' }) => {
    const text = `${label} ${about}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** One of many, found by typing. */
export function Combobox({
  value,
  onChange,
  options,
  label,
  placeholder,
  onCreate,
  small = false,
}: {
  value: string | null;
  onChange: (value: string) => void;
  options: ComboboxOption[];
  label: string;
  placeholder: string;
  /** Offers what was typed as something new. */
  onCreate?: (typed: string) => void;
  small?: boolean;
}) {
  const [open, setOpen] = useState(false);
  const chosen = options.find((option) => option.value === value);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        aria-label={`${label}: ${chosen?.label ?? placeholder}`}
        className={cx(
          fieldClass,
          'flex items-center justify-between gap-2 text-left',
          small && 'h-7! px-2! text-compact!',
        )}
      >
        <span className={cx('truncate', !chosen && 'text-faint')}>{chosen?.label ?? placeholder}</span>
        <ChevronDown size={15} className="shrink-0 text-faint" aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className={cx(menuClass, 'w-80 max-w-[calc(100vw-1rem)]')}
        >
          <Choices
            label={label}
            options={options}
            onPick={(picked) => {
              setOpen(false);
              onChange(picked);
            }}
            onCreate={
              onCreate &&
              ((typed) => {
                setOpen(false);
                onCreate(typed);
              })
            }
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Choices({
  label,
  options,
  onPick,
  onCreate,
}: {
  label: string;
  options: ComboboxOption[];
  onPick: (value: string) => void;
  onCreate: ((typed: string) => void) | undefined;
}) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const found = search(options, typed);
  const mayCreate = onCreate && typed.trim() !== '' && !found.some((option) => option.label === typed.trim());
  const n = found.length + (mayCreate ? 1 : 0);

  const pick = (index: number) => {
    const option = found[index];
    if (option) onPick(option.value);
    else if (mayCreate) onCreate(typed.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move && n > 0) {
      event.preventDefault();
      const next = (active + move + n) % n;
      setActive(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      pick(active);
    }
  };
  const row = (index: number) => ({
    id: `${id}-${index}`,
    role: 'option',
    'aria-selected': index === active,
    onClick: () => pick(index),
    onMouseMove: () => setActive(index),
    className: cx('flex cursor-pointer items-center gap-2 rounded-lg px-2.5 py-1.5', index === active && 'bg-hover'),
  });
  return (
    <>
      <input
        role="combobox"
        aria-label={`Search: ${label}`}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={n > 0 ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        autoFocus
        value={typed}
        placeholder="Type to search"
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        className={cx(fieldClass, 'mb-1.5')}
      />
      <div id={`${id}-list`} role="listbox" aria-label={label} className="max-h-72 overflow-y-auto">
        {found.map((option, index) => (
          <div key={option.value} {...row(index)}>
            <span className="min-w-0 flex-1">
              <span className="block truncate">{option.label}</span>
              {option.about && <span className="block truncate text-xs text-muted">{option.about}</span>}
            </span>
          </div>
        ))}
        {mayCreate && (
          <div {...row(found.length)}>
            <Plus size={14} className="shrink-0 text-muted" aria-hidden />
            <span className="truncate">New: “{typed.trim()}”</span>
          </div>
        )}
        {n === 0 && <p className="px-2.5 py-3 text-muted">Nothing matches.</p>}
      </div>
    </>
  );
}
