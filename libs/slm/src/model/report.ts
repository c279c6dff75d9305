import { intentScores, outcomeOf, reliability, type Judged } from '#statistics';
import { chart, scales, type Frame } from './chart.js';
import type { Metrics } from './model-folder.js';
import { riskCoverageChart } from './risk-coverage-chart.js';

/** The label of out-of-scope messages in the confusion matrix. */
const none = '(out of scope)';
/** A larger matrix is unreadable. Only the intents with most mistakes are shown. */
const mostRows = 40;

/** An HTML page without scripts and without messages: figures, reliability diagram, risk-coverage curve, confusion matrix. */
export function htmlReport(title: string, judged: Judged[], metrics: Metrics): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title>
<style>
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 25%, transparent); --accent: #2f7d6b; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; } th, td { padding: .2rem .6rem; text-align: right; }
th:first-child, td:first-child { text-align: left; } tr + tr { border-top: 1px solid var(--line); }
.charts { display: flex; flex-wrap: wrap; gap: 2rem; } figure { margin: 0; } figcaption { max-width: 22rem; font-size: .85rem; }
svg { width: 22rem; height: 22rem; } svg text { fill: currentColor; font-size: 10px; }
.scroll { overflow-x: auto; } .matrix { font-size: .75rem; } .matrix th.column { writing-mode: vertical-rl; text-align: left; }
.matrix td { text-align: center; }
</style></head><body>
<h1>${escape(title)}</h1>
<table>${figures(metrics)}</table>
<div class="charts">
<figure>${reliabilityChart(judged)}<figcaption>Reliability over all messages: how often an answer was right (bars) against how sure the model was. On the diagonal, confidence means what it says. Darker bars hold more messages.</figcaption></figure>
<figure>${riskCoverageChart([{ name: title, outcomes: judged.map(outcomeOf) }])}<figcaption>Risk-coverage: the share of wrong answers when only the surest messages are answered. Dashed: 5 %.</figcaption></figure>
</div>
<h2>Confusion</h2>
<div class="scroll">${confusion(judged)}</div>
<h2>Intents</h2>
<table><tr><th>intent</th><th>messages</th><th>precision</th><th>recall</th><th>F1</th></tr>${intents(judged)}</table>
</body></html>
`;
}

function figures(metrics: Metrics): string {
  const rows: [string, string][] = [
    ['messages', String(metrics.n)],
    ['of them out of scope', String(metrics.nOos)],
    ['accuracy, in scope', percent(metrics.accuracy)],
    ['macro-F1, in scope', percent(metrics.macroF1)],
    ['ECE, all messages', metrics.ece.toFixed(4)],
    ['AURC, all messages', metrics.aurc.toFixed(4)],
    ['out-of-scope AUROC', metrics.oosAuroc?.toFixed(4) ?? 'no such messages'],
    ['answered at 5 % error', percent(metrics.coverageAt5)],
    ['answered at 10 % error', percent(metrics.coverageAt10)],
  ];
  return rows.map(([name, value]) => `<tr><td>${name}</td><td>${value}</td></tr>`).join('');
}

/** Share of right answers in bins of confidence. Bins with more messages are darker. */
function reliabilityChart(judged: Judged[]): string {
  const bins = reliability(judged.map(outcomeOf), 10);
  const most = Math.max(...bins.map(({ n }) => n));
  const frame: Frame = { width: 200, height: 200, yMax: 1, xLabel: 'confidence', yLabel: 'share right' };
  const { x, y } = scales(frame);
  const bars = bins
    .filter(({ n }) => n > 0)
    .map(
      ({ from, accuracy, n }) =>
        `<rect x="${x(from + 0.005)}" y="${y(accuracy)}" width="${frame.width * 0.09}" height="${frame.height * accuracy}" fill="var(--accent)" opacity="${(0.25 + (0.75 * n) / most).toFixed(2)}"><title>${n} messages</title></rect>`,
    );
  const diagonal = `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="currentColor" stroke-dasharray="3"/>`;
  return chart(bars.join('') + diagonal, frame);
}

function confusion(judged: Judged[]): string {
  const counts = new Map<string, number>();
  const mistakes = new Map<string, number>();
  for (const { oos, intent, predicted } of judged) {
    const label = oos ? none : intent;
    counts.set(`${label}\n${predicted}`, (counts.get(`${label}\n${predicted}`) ?? 0) + 1);
    if (label === predicted) continue;
    for (const name of [label, predicted]) mistakes.set(name, (mistakes.get(name) ?? 0) + 1);
  }
  const names = [...new Set(judged.flatMap(({ oos, intent, predicted }) => [oos ? none : intent, predicted]))];
  const shown = names
    .sort((a, b) => (mistakes.get(b) ?? 0) - (mistakes.get(a) ?? 0))
    .slice(0, mostRows)
    .sort();
  const columns = shown.filter((name) => name !== none);
  const cell = (label: string, predicted: string) => {
    const n = counts.get(`${label}\n${predicted}`) ?? 0;
    if (n === 0) return '<td></td>';
    const total = columns.reduce((sum, column) => sum + (counts.get(`${label}\n${column}`) ?? 0), 0);
    const color = label === predicted ? 'var(--accent)' : '#c2452d';
    return `<td style="background:color-mix(in srgb, ${color} ${Math.round((70 * n) / total)}%, transparent)">${n}</td>`;
  };
  const head = columns.map((name) => `<th class="column">${escape(name)}</th>`).join('');
  const body = shown.map((label) => `<tr><th>${escape(label)}</th>${columns.map((p) => cell(label, p)).join('')}</tr>`);
  const note =
    names.length > shown.length ? `<p>The ${shown.length} of ${names.length} intents with most mistakes.</p>` : '';
  return `${note}<table class="matrix"><tr><th>right \\ predicted</th>${head}</tr>${body.join('')}</table>`;
}

function intents(judged: Judged[]): string {
  const rows = judged.filter(({ oos }) => !oos).map(({ intent, predicted }) => ({ label: intent, predicted }));
  return intentScores(rows)
    .sort((a, b) => a.f1 - b.f1)
    .map(
      ({ intent, n, precision, recall, f1 }) =>
        `<tr><td>${escape(intent)}</td><td>${n}</td><td>${percent(precision)}</td><td>${percent(recall)}</td><td>${percent(f1)}</td></tr>`,
    )
    .join('');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}
