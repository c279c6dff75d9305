import { riskCoverage, type Outcome } from '#slm';

const colours = ['#2f7d6b', '#6b8fd6', '#b7791f', '#9b5fb5'];
const [width, height, left, top] = [420, 260, 46, 28];

/** Risk-coverage curves of several ways on one set, as an SVG picture; risk is cut at 40 %. */
export function curvePicture(set: string, ways: { name: string; outcomes: Outcome[] }[]): string {
  const x = (coverage: number) => (left + coverage * width).toFixed(1);
  const y = (risk: number) => (top + (1 - Math.min(risk, 0.4) / 0.4) * height).toFixed(1);
  const grid = [0, 0.1, 0.2, 0.3, 0.4].map(
    (risk) =>
      `<line x1="${left}" x2="${left + width}" y1="${y(risk)}" y2="${y(risk)}" stroke="#ddd"/><text x="${left - 6}" y="${y(risk)}" dy="4" text-anchor="end">${Math.round(risk * 100)} %</text>`,
  );
  const ticks = [0, 0.25, 0.5, 0.75, 1].map(
    (c) => `<text x="${x(c)}" y="${top + height + 16}" text-anchor="middle">${c * 100} %</text>`,
  );
  const lines = ways.map(({ name, outcomes }, i) => {
    const points = riskCoverage(outcomes).filter(({ coverage }) => coverage > 0.02);
    const shown = points.filter((_, p) => p % Math.max(1, Math.floor(points.length / 300)) === 0);
    const path = shown.map(({ coverage, risk }) => `${x(coverage)},${y(risk)}`).join(' ');
    const label = `<text x="${left + 8}" y="${top + 16 + i * 15}" fill="${colours[i]}">${name}</text>`;
    return `<polyline points="${path}" fill="none" stroke="${colours[i]}" stroke-width="2"/>${label}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width + left + 16} ${height + top + 40}" font-family="system-ui, sans-serif" font-size="11"><rect width="100%" height="100%" fill="#fff"/><text x="${left}" y="16" font-size="13">${set}: share of answers wrong, by share of messages answered</text>${grid.join('')}${ticks.join('')}${lines.join('')}</svg>\n`;
}
