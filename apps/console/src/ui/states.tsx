import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.js';
import { t } from '../language/t.js';

/** Stands where content will be, or is not: an icon, one line, one sentence that says what to do, perhaps a button. */
export function Placeholder({
  icon: Icon,
  title,
  page = false,
  children,
  action,
}: {
  icon: LucideIcon;
  title: string;
  /** It is the whole page: its title is the page's heading. */
  page?: boolean;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex h-full flex-col items-center justify-center gap-3 p-8 text-center">
      <span className="flex size-11 items-center justify-center rounded-full bg-hover text-muted">
        <Icon size={20} aria-hidden />
      </span>
      <div className="max-w-72 text-balance">
        {page ? <h1 className="font-medium">{title}</h1> : <p className="font-medium">{title}</p>}
        {children && <p className="mt-1 text-compact text-muted">{children}</p>}
      </div>
      {action}
    </div>
  );
}

export function Bone({ className }: { className: string }) {
  return <div aria-hidden className={cx('animate-pulse rounded-md bg-line', className)} />;
}

/** Announces to screen readers that something loads; the bones beside it are for the eye. */
export function Loading({ what, children }: { what: string; children: ReactNode }) {
  return (
    <div role="status" aria-label={t('Loading {what}', { what })}>
      {children}
    </div>
  );
}
