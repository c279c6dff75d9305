import { CircleAlert } from 'lucide-react';
import { Slot } from 'radix-ui';
import { isValidElement, type ReactNode } from 'react';

/** A label, its control, and what there is to say about it. A single control is told of hint and error, for screen readers. */
export function FieldRow({
  label,
  hint,
  error,
  htmlFor,
  children,
}: {
  label: string;
  hint?: ReactNode;
  error?: string | null | undefined;
  /** The control's id. */
  htmlFor: string;
  children: ReactNode;
}) {
  const [hintId, errorId] = [`${htmlFor}-hint`, `${htmlFor}-error`];
  const describedBy = [error && errorId, hint && hintId].filter(Boolean).join(' ') || undefined;
  return (
    <div>
      <label htmlFor={htmlFor} className="mb-1 block text-compact font-medium">
        {label}
      </label>
      {isValidElement(children) ? (
        <Slot.Root aria-describedby={describedBy} aria-invalid={error ? true : undefined}>
          {children}
        </Slot.Root>
      ) : (
        children
      )}
      {error && (
        <p id={errorId} role="alert" className="mt-1 flex items-start gap-1.5 text-xs text-bad">
          <CircleAlert size={14} className="mt-px shrink-0" aria-hidden />
          {error}
        </p>
      )}
      {hint && (
        <div id={hintId} className="mt-1 text-xs text-muted">
          {hint}
        </div>
      )}
    </div>
  );
}
