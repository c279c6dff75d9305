import { riskCoverage, type Outcome } from '#statistics';
import { chart, scales, type Frame } from './chart.js';

/** One model's answers. */
export interface Curve {
  name: string;
  outcomes: Outcome[];
}

const colours = ['#2f7d6b', '#6b8fd6', '#b7791f', '#9b5fb5'];
/** Coverages below this say little: a single error is a large share of so few answers. */
const leastCoverage = 0.05;
const mostPoints = 300;

/** Risk-coverage curves on the same messages as an SVG picture, with a dashed line at 5 % risk and a legend for more than one curve. */
export function riskCoverageChart(
  curves: Curve[],
  { title, width = 200, height = 200 }: Partial<Pick<Frame, 'title' | 'width' | 'height'>> = {},
): string {
  const all = curves.map(({ outcomes }) => riskCoverage(outcomes).filter(({ coverage }) => coverage >= leastCoverage));
  const yMax = Math.max(0.1, ...all.flat().map(({ risk }) => risk));
  const frame: Frame = {
    width,
    height,
    yMax,
    title,
    xLabel: 'share of messages answered',
    yLabel: 'share of answers wrong',
  };
  const { x, y } = scales(frame);
  const limit = `<line x1="${x(0)}" y1="${y(0.05)}" x2="${x(1)}" y2="${y(0.05)}" stroke="currentColor" stroke-dasharray="3"/>`;
  const lines = all.map((points, i) => {
    const step = Math.ceil(points.length / mostPoints);
    const shown = points.filter((_, p) => p % step === 0 || p === points.length - 1);
    const path = shown.map(({ coverage, risk }) => `${x(coverage)},${y(risk)}`).join(' ');
    return `<polyline points="${path}" fill="none" stroke="${colours[i % colours.length]}" stroke-width="2"/>`;
  });
  const legend = curves.map(
    ({ name }, i) =>
      `<text x="${x(0.03)}" y="${Number(y(yMax)) + 14 * (i + 1)}" style="fill:${colours[i % colours.length]}">${name}</text>`,
  );
  return chart(limit + lines.join('') + (curves.length > 1 ? legend.join('') : ''), frame);
}
