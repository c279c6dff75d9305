import { useId } from 'react';

/** Any number of a few things, each with a sentence of its own. */
export function CheckList<T extends string>({
  legend,
  options,
  chosen,
  onChange,
}: {
  legend: string;
  options: readonly { value: T; about: string }[];
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
}) {
  const id = useId();
  const toggle = (value: T, on: boolean) =>
    onChange(
      options.flatMap((option) => ((option.value === value ? on : chosen.includes(option.value)) ? option.value : [])),
    );
  return (
    <fieldset>
      <legend className="mb-1.5 text-compact font-medium">{legend}</legend>
      <div className="divide-y divide-line rounded-xl border border-line">
        {options.map(({ value, about }) => (
          <label
            key={value}
            htmlFor={`${id}-${value}`}
            className="flex cursor-pointer items-start gap-2.5 px-3 py-2 hover:bg-hover"
          >
            <input
              id={`${id}-${value}`}
              type="checkbox"
              className="mt-0.5 size-4 shrink-0 accent-accent"
              checked={chosen.includes(value)}
              onChange={(event) => toggle(value, event.target.checked)}
            />
            <span className="min-w-0 text-compact">
              <span className="block">{about}</span>
              <span className="block font-mono text-xs text-muted">{value}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
