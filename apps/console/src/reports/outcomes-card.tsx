import type { Report, ReportGrouping } from '#contracts';
import { cx } from '../ui/cx.js';
import { AutomationChart } from './automation-chart.js';
import { outcomeDefinitions } from './definitions.js';
import { GroupTable, type Column } from './group-table.js';
import { OutcomesChart } from './outcomes-chart.js';
import { outcomes } from './outcomes.js';
import type { ReportRange } from './range.js';
import { ReportCard } from './report-card.js';
import { Share, ShareBar } from './share.js';
import { shareText, intervalText } from './words.js';
import { formatLocale, t } from '../language/t.js';

const columns: Column[] = [
  { title: t('Closed'), cell: ({ closed }) => closed.toLocaleString(formatLocale()) },
  { title: t('Still open'), cell: ({ stillOpen }) => stillOpen.toLocaleString(formatLocale()) },
  { title: t('Automation'), cell: ({ automation }) => <Share value={automation} /> },
  { title: t('Involvement'), cell: ({ involvement }) => <Share value={involvement} /> },
  { title: t('Resolution'), cell: ({ resolution }) => <Share value={resolution} /> },
  ...outcomes.map(({ key, title }): Column => ({ title, cell: (figures) => <Share value={figures[key]} /> })),
  { title: t('Without people'), cell: ({ containment }) => <Share value={containment} /> },
];

/** What became of what customers asked. */
export function OutcomesCard({ report, range, by }: { report: Report; range: ReportRange; by: ReportGrouping }) {
  return (
    <ReportCard
      title={t('What became of conversations')}
      table="outcomes"
      range={range}
      by={by}
      definitions={outcomeDefinitions}
    >
      <ul className="space-y-2 p-4">
        {outcomes.map(({ key, title, colour }) => {
          const value = report.total[key];
          return (
            <li key={key} className="grid grid-cols-[6rem_1fr_8.5rem] items-center gap-3 text-compact">
              <span className="font-medium">{title}</span>
              <ShareBar value={value} colour={colour} />
              <span className="figures text-end">
                {shareText(value)} <span className="text-xs text-faint">{intervalText(value)}</span>
                <span className="sr-only">, {t('{count} episodes', { count: value.n })}</span>
              </span>
            </li>
          );
        })}
      </ul>
      {by !== 'agent' && (
        <>
          <div className={cx('grid gap-px border-t border-line bg-line', by !== 'intent' && 'xl:grid-cols-2')}>
            <div className="min-w-0 bg-surface">
              <OutcomesChart report={report} by={by} />
            </div>
            {by !== 'intent' && (
              <div className="min-w-0 bg-surface">
                <AutomationChart report={report} by={by} />
              </div>
            )}
          </div>
          <GroupTable report={report} by={by} columns={columns} label={t('What became of conversations')} />
        </>
      )}
    </ReportCard>
  );
}
