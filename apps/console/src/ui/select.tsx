import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cx } from './cx.js';
import { fieldClass } from './field.js';
import { menuClass, menuItemClass } from './menu.js';

export interface Option<T extends string> {
  value: T;
  label: string;
}

/** One of a few. For long lists there is `Combobox`. */
export function Select<T extends string>({
  value,
  onChange,
  options,
  label,
  className,
  ...trigger
}: {
  value: T;
  onChange: (value: T) => void;
  options: readonly Option<T>[];
  /** Read out; a `FieldRow` shows its own. */
  label: string;
} & Omit<ComponentProps<'button'>, 'value' | 'onChange' | 'type'>) {
  // Radix keeps '' for "nothing chosen"; here it may be a choice as any other, so items go by their place.
  const chosen = options.findIndex((option) => option.value === value);
  return (
    <Radix.Root
      value={chosen < 0 ? '' : String(chosen)}
      onValueChange={(index) => {
        const option = options[Number(index)];
        if (option) onChange(option.value);
      }}
      disabled={trigger.disabled}
    >
      <Radix.Trigger
        aria-label={label}
        {...trigger}
        className={cx(fieldClass, 'flex items-center justify-between gap-2 text-start', className)}
      >
        <span className="truncate">
          <Radix.Value />
        </span>
        <ChevronDown size={15} className="shrink-0 text-muted" aria-hidden />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className={cx(
            menuClass,
            'max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width)',
          )}
        >
          <Radix.Viewport>
            {options.map((option, index) => (
              <Radix.Item key={option.value} value={String(index)} className={menuItemClass}>
                <span className="flex-1">
                  <Radix.ItemText>{option.label}</Radix.ItemText>
                </span>
                <Radix.ItemIndicator>
                  <Check size={15} aria-hidden />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
