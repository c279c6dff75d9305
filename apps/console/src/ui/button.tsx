import type { ComponentProps } from 'react';
import { cx } from './cx.js';

const tones = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover',
  plain: 'border border-line bg-surface text-ink hover:bg-hover',
  quiet: 'text-muted hover:bg-hover hover:text-ink',
  danger: 'bg-bad text-surface hover:opacity-90',
};

export interface ButtonProps extends ComponentProps<'button'> {
  tone?: keyof typeof tones;
  small?: boolean;
}

export function Button({ tone = 'plain', small = false, className, ...props }: ButtonProps) {
  return (
    <button
      type="button"
      {...props}
      className={cx(
        'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-lg font-medium whitespace-nowrap transition-colors',
        'disabled:cursor-not-allowed disabled:opacity-55',
        small ? 'h-7 px-2.5 text-xs' : 'h-8 px-3 text-compact',
        tones[tone],
        className,
      )}
    />
  );
}

/** A square button that shows an icon alone; its label is read out and shown as a tooltip by `Hint`. */
export function IconButton({ label, className, ...props }: ComponentProps<'button'> & { label: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      {...props}
      className={cx(
        'inline-flex size-8 shrink-0 items-center justify-center rounded-lg text-muted transition-colors',
        'hover:bg-hover hover:text-ink disabled:cursor-not-allowed disabled:opacity-55',
        className,
      )}
    />
  );
}
