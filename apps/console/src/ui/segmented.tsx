import { ToggleGroup } from 'radix-ui';
import type { Option } from './select.js';

/** One of two or three, all in view. */
export function Segmented<T extends string>({
  value,
  onChange,
  options,
  label,
  disabled,
}: {
  value: T;
  onChange: (value: T) => void;
  options: readonly Option<T>[];
  label: string;
  disabled?: boolean;
}) {
  return (
    <ToggleGroup.Root
      type="single"
      value={value}
      // Radix reports a second press on the chosen one as ''.
      onValueChange={(chosen) => chosen && onChange(chosen as T)}
      aria-label={label}
      disabled={disabled}
      className="inline-flex max-w-full flex-wrap rounded-lg border border-line bg-hover p-0.5"
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          className="h-7 rounded-md px-3 text-compact font-medium whitespace-nowrap text-muted transition-colors hover:text-ink disabled:cursor-not-allowed data-[state=on]:bg-surface data-[state=on]:text-ink data-[state=on]:shadow-sm"
        >
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
