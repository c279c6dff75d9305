import type { Report, ReportGrouping } from '#contracts';
import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts';
import { Chart, chartMargin, tick, tooltipLook } from './chart.js';
import { peopleDefinitions } from './definitions.js';
import { GroupTable, type Column } from './group-table.js';
import type { ReportRange } from './range.js';
import { ReportCard } from './report-card.js';
import { durationText, groupTitle, roughly } from './words.js';
import { formatLocale, t } from '../language/t.js';

const times = [
  { key: 'waiting', title: t('Waiting'), colour: 'var(--warn)' },
  { key: 'firstResponse', title: t('First response'), colour: 'var(--accent)' },
  { key: 'handling', title: t('Handle time'), colour: 'var(--edge)' },
] as const;

const columns: Column[] = [
  { title: t('To people'), cell: ({ handedOff }) => handedOff.n.toLocaleString(formatLocale()) },
  ...times.flatMap(({ key, title }): Column[] => [
    { title: t('{title}, median', { title }), cell: (figures) => durationText(figures[key].median) },
    { title: t('9 of 10'), cell: (figures) => <span className="text-muted">{durationText(figures[key].p90)}</span> },
  ]),
];

/** How long customers waited for people, and people took. */
export function PeopleCard({ report, range, by }: { report: Report; range: ReportRange; by: ReportGrouping }) {
  const rows = report.groups.map(({ title, figures }) => ({
    title: groupTitle(by, title),
    ...Object.fromEntries(times.map(({ key }) => [key, figures[key].median])),
  }));
  return (
    <ReportCard title={t('People’s times')} table="people" range={range} by={by} definitions={peopleDefinitions}>
      <Chart title={t('Medians')} legend={[...times]}>
        <BarChart data={rows} margin={chartMargin} accessibilityLayer={false} barCategoryGap="18%">
          <CartesianGrid stroke="var(--line)" vertical={false} />
          <XAxis dataKey="title" tick={tick} tickLine={false} stroke="var(--line)" minTickGap={24} />
          <YAxis tick={tick} tickLine={false} axisLine={false} width={72} tickFormatter={roughly} />
          <Tooltip
            {...tooltipLook}
            cursor={{ fill: 'var(--hover)' }}
            formatter={(value) => durationText(Number(value))}
          />
          {times.map(({ key, title, colour }) => (
            <Bar key={key} dataKey={key} name={title} fill={colour} isAnimationActive={false} />
          ))}
        </BarChart>
      </Chart>
      <GroupTable report={report} by={by} columns={columns} label={t('People’s times')} />
    </ReportCard>
  );
}
