import type { ReactNode } from 'react';
import { ResponsiveContainer } from 'recharts';

export const tick = { fill: 'var(--muted)', fontSize: 12 };
export const chartMargin = { top: 8, right: 16, bottom: 4, left: 0 };
export const tooltipLook = {
  contentStyle: { background: 'var(--surface)', border: '1px solid var(--line)', borderRadius: 10, fontSize: 13 },
  labelStyle: { color: 'var(--muted)' },
  itemStyle: { color: 'var(--ink)' },
};

/** A picture of what the table beside it says, for the eye alone. Its axes run from left to right in every language. */
export function Chart({
  title,
  legend,
  children,
}: {
  title: string;
  legend: { title: string; colour: string }[];
  children: ReactNode;
}) {
  return (
    <figure className="p-4">
      <figcaption className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-xs text-muted">
        <span className="text-compact font-medium text-ink">{title}</span>
        <span className="flex flex-wrap gap-x-3 gap-y-1">
          {legend.map(({ title: name, colour }) => (
            <span key={name} className="inline-flex items-center gap-1.5">
              <span aria-hidden className="size-2.5 rounded-sm" style={{ background: colour }} />
              {name}
            </span>
          ))}
        </span>
      </figcaption>
      <div className="h-64" dir="ltr" aria-hidden>
        <ResponsiveContainer>{children}</ResponsiveContainer>
      </div>
    </figure>
  );
}
