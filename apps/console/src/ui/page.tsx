import type { ReactNode } from 'react';

/** A page of its own, which scrolls: its heading, one sentence about it, what can be done with it. */
export function Page({
  title,
  description,
  actions,
  children,
}: {
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto max-w-6xl space-y-6 p-4 md:p-6">
        <header className="flex flex-wrap items-start gap-3">
          <div className="min-w-48 flex-1">
            <h1 className="text-lg font-semibold tracking-tight">{title}</h1>
            {description && <p className="max-w-2xl text-compact text-muted">{description}</p>}
          </div>
          {actions}
        </header>
        {children}
      </div>
    </div>
  );
}
