import type { Report, ReportFigures, ReportGrouping } from '#contracts';
import type { ReactNode } from 'react';
import { cx } from '../ui/cx.js';
import { groupings, groupTitle } from './words.js';
import { t } from '../language/t.js';

export interface Column {
  title: string;
  cell: (figures: ReportFigures) => ReactNode;
}

const cell = 'px-3 py-2 first:ps-4 last:pe-4';

/** A row a group, and one for all of them. Long ones scroll by themselves. */
export function GroupTable({
  report,
  by,
  columns,
  label,
}: {
  report: Report;
  by: ReportGrouping;
  columns: Column[];
  label: string;
}) {
  const column = groupings.find(({ value }) => value === by)?.column;
  const row = (key: string, title: string, figures: ReportFigures, all: boolean) => (
    <tr key={key} className={cx(all && 'font-medium')}>
      <th
        scope="row"
        className={cx(
          cell,
          'sticky start-0 max-w-40 truncate bg-surface text-start sm:max-w-64',
          all ? 'font-semibold' : 'font-normal',
        )}
      >
        {title}
      </th>
      {columns.map(({ cell: content }, index) => (
        <td key={index} className={cx(cell, 'figures text-end')}>
          {content(figures)}
        </td>
      ))}
    </tr>
  );
  return (
    <div
      className="max-h-96 overflow-auto border-t border-line"
      tabIndex={0}
      role="region"
      aria-label={t('{label}, as a table', { label })}
    >
      <table className="w-full text-compact whitespace-nowrap">
        <thead className="sticky top-0 z-10 bg-surface">
          <tr className="text-start text-xs text-muted">
            <th scope="col" className={cx(cell, 'sticky start-0 bg-surface font-medium')}>
              {column}
            </th>
            {columns.map(({ title }, index) => (
              <th key={index} scope="col" className={cx(cell, 'text-end font-medium')}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line border-t border-line">
          {row('all', t('Total'), report.total, true)}
          {report.groups.map(({ key, title, figures }) => row(key ?? 'none', groupTitle(by, title), figures, false))}
        </tbody>
      </table>
    </div>
  );
}
