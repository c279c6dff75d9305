/** The place of a chart inside its picture, and its size. */
const [left, top, right, bottom] = [30, 20, 10, 30];

export interface Frame {
  width: number;
  height: number;
  xLabel: string;
  yLabel: string;
  /** The largest value on the vertical axis; that on the horizontal axis is 1. */
  yMax: number;
  /** Makes a picture that stands by itself, on white. */
  title?: string;
}

/** Horizontal and vertical coordinates of values in [0, 1] and [0, yMax]; larger values are cut. */
export function scales({ width, height, yMax }: Frame): { x: (value: number) => string; y: (value: number) => string } {
  return {
    x: (value) => (left + value * width).toFixed(1),
    y: (value) => (top + (1 - Math.min(1, value / yMax)) * height).toFixed(1),
  };
}

/** An SVG picture with axes around `content`. */
export function chart(content: string, frame: Frame): string {
  const { width, height, xLabel, yLabel, yMax, title } = frame;
  const { x, y } = scales(frame);
  const ticks = [0, 0.25, 0.5, 0.75, 1].map(
    (t) =>
      `<text x="${x(t)}" y="${top + height + 12}" text-anchor="middle">${t}</text>` +
      `<text x="${left - 4}" y="${y(t * yMax)}" text-anchor="end" dy="3">${+(t * yMax).toFixed(2)}</text>`,
  );
  const size = `${left + width + right} ${top + height + bottom}`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size}" role="img" aria-label="${yLabel} by ${xLabel}" font-family="system-ui, sans-serif" font-size="10">` +
    (title ? `<rect width="100%" height="100%" fill="#fff"/><text x="${left}" y="12">${title}: ${yLabel}</text>` : '') +
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="none" stroke="currentColor" stroke-opacity=".25"/>` +
    `${content}${ticks.join('')}<text x="${left + width / 2}" y="${top + height + 26}" text-anchor="middle">${xLabel}</text></svg>`
  );
}
