import { Line, LineChart, YAxis } from 'recharts';
import { t } from '../language/t.js';

/** Messages a week over eight weeks, as a line without axes. The table tells the last week in words. */
export function TrendLine({ weeks }: { weeks: number[] }) {
  if (weeks.every((n) => n === 0)) return <span className="text-faint">—</span>;
  return (
    <span
      role="img"
      dir="ltr"
      aria-label={t('Messages a week: {weeks}', { weeks: weeks.join(', ') })}
      className="inline-block"
    >
      <LineChart
        width={88}
        height={28}
        data={weeks.map((n, week) => ({ week, n }))}
        margin={{ top: 3, right: 3, bottom: 3, left: 3 }}
        accessibilityLayer={false}
      >
        <YAxis hide domain={[0, 'dataMax']} />
        <Line dataKey="n" stroke="var(--accent)" strokeWidth={1.75} dot={false} isAnimationActive={false} />
      </LineChart>
    </span>
  );
}
