import { useId, type ReactNode } from 'react';

export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="border-b border-line px-4 py-4 last:border-b-0">
      <h3 id={id} className="caption mb-2.5">
        {title}
      </h3>
      {children}
    </section>
  );
}
