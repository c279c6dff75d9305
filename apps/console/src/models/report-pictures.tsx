import type { ModelReport } from '#contracts';
import type { ReactNode } from 'react';
import {
  CartesianGrid,
  ComposedChart,
  Line,
  LineChart,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  XAxis,
  YAxis,
  ZAxis,
} from 'recharts';
import { percent } from '../ui/format.js';
import { t } from '../language/t.js';

const tick = { fill: 'var(--muted)', fontSize: 12 };
const axis = { tick, tickLine: false, stroke: 'var(--line)', type: 'number' as const };
const asPercent = (value: number) => percent(value);
const named = (value: string) => ({
  value,
  position: 'insideBottom' as const,
  offset: -10,
  fill: 'var(--muted)',
  fontSize: 12,
});
const margin = { top: 8, right: 16, bottom: 20, left: 0 };

/** Both are drawn by a library that is loaded with them alone. */
export default function ReportPictures({ report }: { report: ModelReport }) {
  const { answered, wrong, riskCoverage, reliability } = report;
  const here = answered > 0 ? { coverage: answered / 100, risk: wrong / answered } : null;
  const bins = reliability.filter(({ n }) => n > 0);
  return (
    <div className="grid gap-px border-t border-line bg-line lg:grid-cols-2">
      <Picture
        title={t('The more it answers, the more it errs')}
        about={
          here
            ? t('The dot is where it works now: {coverage} answered, {risk} of that wrong. The risk limit moves it.', {
                coverage: percent(here.coverage),
                risk: percent(here.risk, 1),
              })
            : t('It answers nothing yet: no place on the line keeps the risk limit.')
        }
      >
        <LineChart data={riskCoverage} margin={margin} accessibilityLayer={false}>
          <CartesianGrid stroke="var(--line)" vertical={false} />
          <XAxis
            {...axis}
            dataKey="coverage"
            domain={[0, 1]}
            tickFormatter={asPercent}
            label={named(t('Answered by itself'))}
          />
          <YAxis {...axis} axisLine={false} width={48} domain={[0, 'auto']} tickFormatter={asPercent} />
          <Line dataKey="risk" stroke="var(--accent)" strokeWidth={2} dot={false} isAnimationActive={false} />
          {here && (
            <ReferenceDot
              x={here.coverage}
              y={here.risk}
              r={6}
              fill="var(--accent)"
              stroke="var(--surface)"
              strokeWidth={2}
            />
          )}
        </LineChart>
      </Picture>
      <Picture
        title={t('How far its confidence can be believed')}
        about={t(
          'When it says 80%, it should be right 80 times in a hundred: then the dots lie on the line. Big dots stand for many messages.',
        )}
      >
        <ComposedChart data={bins} margin={margin} accessibilityLayer={false}>
          <CartesianGrid stroke="var(--line)" vertical={false} />
          <XAxis
            {...axis}
            dataKey="confidence"
            domain={[0, 1]}
            tickFormatter={asPercent}
            label={named(t('As sure as it says'))}
          />
          <YAxis {...axis} axisLine={false} width={48} domain={[0, 1]} tickFormatter={asPercent} />
          <ZAxis dataKey="n" range={[30, 260]} />
          <ReferenceLine
            segment={[
              { x: 0, y: 0 },
              { x: 1, y: 1 },
            ]}
            stroke="var(--edge)"
            strokeDasharray="4 4"
          />
          <Scatter dataKey="accuracy" fill="var(--accent)" fillOpacity={0.8} isAnimationActive={false} />
        </ComposedChart>
      </Picture>
    </div>
  );
}

function Picture({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  return (
    <figure className="bg-surface p-4">
      <figcaption className="mb-3">
        <span className="block text-compact font-semibold">{title}</span>
        <span className="block text-xs text-muted">{about}</span>
      </figcaption>
      <div dir="ltr" className="h-60" aria-hidden>
        <ResponsiveContainer>{children}</ResponsiveContainer>
      </div>
    </figure>
  );
}
