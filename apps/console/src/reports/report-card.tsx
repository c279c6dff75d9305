import type { ReportGrouping, ReportTable } from '#contracts';
import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { Card } from '../ui/card.js';
import type { Definition } from './definitions.js';
import { csvAddress } from './queries.js';
import type { ReportRange } from './range.js';
import { t } from '../language/t.js';

/** A part of the report: its figures, its table as a file, and how it is counted. */
export function ReportCard({
  title,
  table,
  range,
  by,
  definitions,
  children,
}: {
  title: string;
  table: ReportTable;
  range: ReportRange;
  by: ReportGrouping;
  definitions: Definition[];
  children: ReactNode;
}) {
  return (
    <Card
      title={title}
      actions={
        <a
          href={csvAddress(table, range, by)}
          download
          aria-label={t('{title} as CSV', { title })}
          className="inline-flex h-7 items-center gap-1.5 rounded-lg border border-line bg-surface px-2.5 text-xs font-medium hover:bg-hover"
        >
          <Download size={14} aria-hidden /> CSV
        </a>
      }
    >
      {children}
      <details className="border-t border-line">
        <summary className="cursor-pointer px-4 py-2.5 text-compact font-medium text-muted hover:text-ink">
          {t('How this is counted')}
        </summary>
        <dl className="grid gap-x-6 gap-y-2.5 px-4 pb-4 text-compact sm:grid-cols-2 lg:grid-cols-3">
          {definitions.map(({ term, text }) => (
            <div key={term}>
              <dt className="font-medium">{term}</dt>
              <dd className="text-muted">{text}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Card>
  );
}
