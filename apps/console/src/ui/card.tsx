import type { ReactNode } from 'react';

/** A part of a page with a heading of its own. */
export function Card({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="overflow-hidden rounded-2xl border border-line bg-surface">
      <header className="flex min-h-12 flex-wrap items-center gap-3 border-b border-line px-4 py-2">
        <h2 className="flex-1 text-sm font-semibold">{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
