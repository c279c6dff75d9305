import type { Command } from 'commander';
import { Classifier, judge, percentile, readRows, summarise } from '#slm';
import { printJson, progressBar } from './progress.js';

interface EvaluateFlags {
  model: string;
  data: string;
  json?: boolean;
}

export function addEvaluate(program: Command): void {
  program
    .command('evaluate')
    .description('measure a model on labelled rows that it was not trained on')
    .requiredOption('--model <dir>', 'model folder')
    .requiredOption('--data <file>', 'test rows: text, intent and, where known, oos')
    .option('--json', 'one JSON object')
    .action(evaluate);
}

async function evaluate({ model, data, json }: EvaluateFlags): Promise<void> {
  const { rows, warnings } = readRows(data);
  for (const message of warnings) process.stderr.write(`Warning: ${message}\n`);
  const classifier = await Classifier.load(model);
  const progress = progressBar();
  const judged = await judge(classifier, rows, (done) => progress.update('classify', done, rows.length));
  progress.stop();
  await classifier.release();
  const latencies = judged.map(({ latencyMs }) => latencyMs ?? 0);
  const latencyMs = { p50: percentile(latencies, 0.5), p95: percentile(latencies, 0.95) };
  const result = { ...summarise(judged), latencyMs };
  if (json) printJson(result);
  else process.stdout.write(table(result));
}

function table(result: object): string {
  return Object.entries(result)
    .map(([name, value]) => `${name.padEnd(14)}${show(value)}\n`)
    .join('');
}

function show(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : value.toFixed(4);
  if (value && typeof value === 'object')
    return Object.entries(value)
      .map(([k, v]) => `${k} ${show(v)}`)
      .join(', ');
  return value === null ? 'no such rows' : JSON.stringify(value);
}
