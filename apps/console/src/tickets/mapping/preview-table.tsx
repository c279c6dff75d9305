import type { ImportPreview } from '#contracts';
import { Card } from '../../ui/card.js';
import { cx } from '../../ui/cx.js';
import { t } from '../../language/t.js';

/** The file's first rows as they are, with what each column is used as. */
export function PreviewTable({
  preview: { columns, rows },
  used,
}: {
  preview: ImportPreview;
  used: Record<string, string[]>;
}) {
  const roleOf = (column: string) => Object.keys(used).find((use) => used[use]?.includes(column));
  return (
    <Card title={t('The first rows')}>
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t('The first rows of the file')}>
        <table className="w-full text-compact">
          <thead>
            <tr className="border-b border-line">
              {columns.map((column, index) => (
                <th
                  key={index}
                  scope="col"
                  className={cx('px-3 py-2 text-start align-bottom first:ps-4', tint(roleOf(column)))}
                >
                  <span className="block min-h-4 text-xs font-semibold text-accent-ink">{roleOf(column)}</span>
                  <span className="block max-w-64 truncate text-xs font-medium text-muted">{column}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {rows.map((row, index) => (
              <tr key={index}>
                {columns.map((column, place) => (
                  <td key={place} className={cx('px-3 py-2 align-top first:ps-4', tint(roleOf(column)))}>
                    <span dir="auto" className="line-clamp-2 max-w-72 min-w-20 wrap-anywhere">
                      {row[place]}
                    </span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function tint(use: string | undefined): string {
  return use ? 'bg-accent-soft/50' : 'text-muted';
}
