import type { Report, ReportGrouping } from '#contracts';
import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts';
import { Chart, chartMargin, tick, tooltipLook } from './chart.js';
import { outcomes } from './outcomes.js';
import { groupTitle } from './words.js';
import { t } from '../language/t.js';

/** More groups than can be told apart. */
const mostIntents = 15;

/** How many episodes of each group had each outcome. */
export function OutcomesChart({ report, by }: { report: Report; by: ReportGrouping }) {
  const groups = by === 'intent' ? report.groups.slice(0, mostIntents) : report.groups;
  const rows = groups.map(({ title, figures }) => ({
    title: groupTitle(by, title),
    ...Object.fromEntries(outcomes.map(({ key }) => [key, figures[key].n])),
  }));
  const lying = by === 'intent';
  return (
    <Chart title={lying ? t('The most frequent intents') : t('Episodes')} legend={outcomes}>
      <BarChart
        data={rows}
        layout={lying ? 'vertical' : 'horizontal'}
        margin={chartMargin}
        accessibilityLayer={false}
        barCategoryGap="18%"
      >
        <CartesianGrid stroke="var(--line)" vertical={lying} horizontal={!lying} />
        {lying ? (
          <>
            <XAxis type="number" tick={tick} tickLine={false} stroke="var(--line)" allowDecimals={false} />
            <YAxis type="category" dataKey="title" width={140} tick={tick} tickLine={false} axisLine={false} />
          </>
        ) : (
          <>
            <XAxis dataKey="title" tick={tick} tickLine={false} stroke="var(--line)" minTickGap={24} />
            <YAxis tick={tick} tickLine={false} axisLine={false} width={44} allowDecimals={false} />
          </>
        )}
        <Tooltip {...tooltipLook} cursor={{ fill: 'var(--hover)' }} />
        {outcomes.map(({ key, title, colour }) => (
          <Bar key={key} dataKey={key} name={title} stackId="outcomes" fill={colour} isAnimationActive={false} />
        ))}
      </BarChart>
    </Chart>
  );
}
