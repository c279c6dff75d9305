import type { ReactNode } from 'react';

/** The frame of a settings or set-up page: what it is, what it is for, what can be done. */
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
    <div className="h-full overflow-y-auto bg-canvas">
      <div className="mx-auto max-w-5xl space-y-5 p-4 md:p-6">
        <header className="flex flex-wrap items-center gap-3">
          <div className="min-w-48 flex-1">
            <h1 className="text-lg font-semibold tracking-tight">{title}</h1>
            {description && <p className="text-compact text-muted">{description}</p>}
          </div>
          {actions}
        </header>
        {children}
      </div>
    </div>
  );
}
