import { Command } from 'cmdk';
import { Check, ChevronsUpDown, Search } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState, type ComponentProps } from 'react';
import { cx } from './cx.js';
import { fieldClass } from './field.js';
import { menuClass } from './menu.js';
import type { Option } from './select.js';
import { t } from '../language/t.js';

/** One of many, found by typing. */
export function Combobox({
  value,
  onChange,
  options,
  label,
  className,
  ...trigger
}: {
  value: string;
  onChange: (value: string) => void;
  options: readonly Option<string>[];
  /** Read out; a `FieldRow` shows its own. */
  label: string;
} & Omit<ComponentProps<'button'>, 'value' | 'onChange' | 'type'>) {
  const [open, setOpen] = useState(false);
  const chosen = options.find((option) => option.value === value);
  return (
    <Popover.Root open={open} onOpenChange={setOpen} modal>
      <Popover.Trigger
        role="combobox"
        aria-label={`${label}: ${chosen?.label ?? t('nothing chosen')}`}
        aria-expanded={open}
        {...trigger}
        className={cx(fieldClass, 'flex items-center justify-between gap-2 text-start', className)}
      >
        <span className="truncate">{chosen?.label}</span>
        <ChevronsUpDown size={15} className="shrink-0 text-muted" aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          className={cx(menuClass, 'w-(--radix-popover-trigger-width)')}
        >
          <Command label={label} defaultValue={chosen?.label} loop>
            <div className="relative mb-1.5">
              <Search size={15} className="absolute top-2.5 start-2.5 text-faint" aria-hidden />
              <Command.Input
                placeholder={t('Search')}
                className="h-9 w-full rounded-lg border border-edge bg-surface ps-8 pe-2 text-compact placeholder:text-faint"
              />
            </div>
            <Command.List className="max-h-64 overflow-y-auto">
              <Command.Empty className="px-2.5 py-3 text-muted">{t('Nothing matches.')}</Command.Empty>
              {options.map((option) => (
                <Command.Item
                  key={option.value}
                  value={option.label}
                  onSelect={() => {
                    onChange(option.value);
                    setOpen(false);
                  }}
                  className="flex cursor-pointer items-center gap-2.5 rounded-lg px-2.5 py-1.5 data-[selected=true]:bg-hover"
                >
                  <span className="flex-1">{option.label}</span>
                  {option === chosen && <Check size={15} aria-hidden />}
                </Command.Item>
              ))}
            </Command.List>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
