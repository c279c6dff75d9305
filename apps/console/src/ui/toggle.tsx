import { Switch } from 'radix-ui';
import { useId } from 'react';

export function Toggle({
  checked,
  onChange,
  label,
  explanation,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: string;
  explanation?: string;
}) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4">
      <div>
        <label htmlFor={id} className="text-compact font-medium">
          {label}
        </label>
        {explanation && (
          <p id={`${id}-about`} className="text-xs text-muted">
            {explanation}
          </p>
        )}
      </div>
      <Switch.Root
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        aria-describedby={explanation ? `${id}-about` : undefined}
        className="h-5 w-9 shrink-0 cursor-pointer rounded-full border border-edge bg-hover p-px transition-colors data-[state=checked]:border-accent data-[state=checked]:bg-accent"
      >
        <Switch.Thumb className="block size-4 rounded-full bg-edge transition-transform data-[state=checked]:translate-x-4 rtl:data-[state=checked]:-translate-x-4 data-[state=checked]:bg-on-accent" />
      </Switch.Root>
    </div>
  );
}
