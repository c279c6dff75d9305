import { RadioGroup } from 'radix-ui';
import { useId } from 'react';

/** One of a few ways, each with a sentence of its own. */
export function Choice<T extends string>({
  value,
  onChange,
  options,
  label,
  disabled = false,
}: {
  value: T;
  onChange: (value: T) => void;
  options: readonly { value: T; label: string; about?: string }[];
  label: string;
  disabled?: boolean;
}) {
  const id = useId();
  return (
    <RadioGroup.Root
      value={value}
      onValueChange={(chosen) => onChange(chosen as T)}
      aria-label={label}
      disabled={disabled}
      className="space-y-2"
    >
      {options.map((option) => (
        <div key={option.value} className="flex items-start gap-2.5">
          <RadioGroup.Item
            id={`${id}-${option.value}`}
            value={option.value}
            className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-edge bg-surface disabled:cursor-not-allowed data-[state=checked]:border-accent"
          >
            <RadioGroup.Indicator className="size-2 rounded-full bg-accent" />
          </RadioGroup.Item>
          <label htmlFor={`${id}-${option.value}`} className="text-compact">
            <span className="font-medium">{option.label}</span>
            {option.about && <span className="block text-xs text-muted">{option.about}</span>}
          </label>
        </div>
      ))}
    </RadioGroup.Root>
  );
}
