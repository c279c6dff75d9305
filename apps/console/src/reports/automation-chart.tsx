import type { Report, ReportGrouping } from '#contracts';
import { Area, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts';
import { percent } from '../ui/format.js';
import { Chart, chartMargin, tick, tooltipLook } from './chart.js';
import { groupTitle } from './words.js';
import { t } from '../language/t.js';

const band = 'color-mix(in srgb, var(--accent) 20%, var(--surface))';
const asPercent = (value: number) => percent(value);

/** Automation along days or hours, with its interval; a gap where nothing was closed. */
export function AutomationChart({ report, by }: { report: Report; by: ReportGrouping }) {
  const rows = report.groups.map(({ title, figures: { automation: value } }) => ({
    title: groupTitle(by, title),
    automation: value.of === 0 ? null : value.n / value.of,
    interval: value.of === 0 ? null : [value.low, value.high],
  }));
  return (
    <Chart
      title={t('Automation')}
      legend={[
        { title: t('Share'), colour: 'var(--accent)' },
        { title: t('95 % interval'), colour: band },
      ]}
    >
      <ComposedChart data={rows} margin={chartMargin} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--line)" vertical={false} />
        <XAxis dataKey="title" tick={tick} tickLine={false} stroke="var(--line)" minTickGap={24} />
        <YAxis tick={tick} tickLine={false} axisLine={false} width={44} domain={[0, 1]} tickFormatter={asPercent} />
        <Tooltip
          {...tooltipLook}
          cursor={{ stroke: 'var(--edge)' }}
          formatter={(value) =>
            Array.isArray(value) ? value.map(Number).map(asPercent).join('–') : asPercent(Number(value))
          }
        />
        <Area dataKey="interval" name={t('95 % interval')} stroke="none" fill={band} isAnimationActive={false} />
        <Line
          dataKey="automation"
          name={t('Automation')}
          stroke="var(--accent)"
          strokeWidth={2}
          dot={rows.length <= 31 && { r: 2.5, fill: 'var(--accent)' }}
          isAnimationActive={false}
        />
      </ComposedChart>
    </Chart>
  );
}
