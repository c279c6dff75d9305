import type { TrainingRunView } from '#contracts';
import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { fraction } from './figures.js';
import { t } from '../language/t.js';

const tick = { fill: 'var(--muted)', fontSize: 12 };

export function LossCurve({ run: { losses, endedAt } }: { run: TrainingRunView }) {
  const [first, last] = [losses[0], losses.at(-1)];
  if (!first || !last) {
    return (
      <p className="px-4 py-16 text-center text-compact text-muted">
        {endedAt ? t('This run recorded no loss.') : t('The curve appears when the first losses are known.')}
      </p>
    );
  }
  return (
    <figure className="p-4">
      <figcaption className="sr-only">
        {t('Training loss from {first} at step {step} to {last} at step {lastStep}.', {
          first: fraction(first.loss),
          step: first.step,
          last: fraction(last.loss),
          lastStep: last.step,
        })}
      </figcaption>
      <div dir="ltr" className="h-72" aria-hidden>
        <ResponsiveContainer>
          <LineChart data={losses} margin={{ top: 8, right: 16, bottom: 16, left: 0 }} accessibilityLayer={false}>
            <CartesianGrid stroke="var(--line)" vertical={false} />
            <XAxis
              dataKey="step"
              type="number"
              domain={['dataMin', 'dataMax']}
              tick={tick}
              tickLine={false}
              stroke="var(--line)"
              label={{ value: t('Step'), position: 'insideBottom', offset: -8, fill: 'var(--muted)', fontSize: 12 }}
            />
            <YAxis
              tick={tick}
              tickLine={false}
              axisLine={false}
              width={48}
              tickFormatter={(value: number) => fraction(value, 2)}
            />
            <Tooltip
              formatter={(value) => [fraction(Number(value), 4), t('Loss')]}
              labelFormatter={(step) => t('Step {step}', { step: Number(step) })}
              contentStyle={{
                background: 'var(--surface)',
                border: '1px solid var(--line)',
                borderRadius: 10,
                fontSize: 13,
              }}
              labelStyle={{ color: 'var(--muted)' }}
              itemStyle={{ color: 'var(--ink)' }}
              cursor={{ stroke: 'var(--edge)' }}
            />
            <Line
              type="monotone"
              dataKey="loss"
              stroke="var(--accent)"
              strokeWidth={2}
              dot={false}
              isAnimationActive={false}
            />
          </LineChart>
        </ResponsiveContainer>
      </div>
    </figure>
  );
}
