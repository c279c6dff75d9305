import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { Classifier, htmlReport, judge, summarise } from '#slm';
import { learnThenTest, outcomeOf, percentile, selectiveRisk, type Judged } from '#statistics';
import { readRows, type ColumnMap } from '#ticket-import';
import { baseOption, mapOption, shareOption } from './options.js';
import { printJson, printWarnings, progressBar } from './progress.js';

interface EvaluateFlags {
  model: string;
  base?: string;
  data: string;
  map?: ColumnMap;
  calibration?: string;
  risk: number;
  confidence: number;
  html?: string;
  json?: boolean;
}

export function addEvaluate(program: Command): void {
  program
    .command('evaluate')
    .description('measure a model on labelled rows that it was not trained on')
    .requiredOption('--model <dir>', 'model folder')
    .addOption(baseOption())
    .requiredOption('--data <file>', 'test rows: CSV, JSONL or XLSX')
    .addOption(mapOption())
    .option('--calibration <file>', 'more labelled rows, of which the threshold for the risk limit is found')
    .addOption(shareOption('--risk <share>', 'at most this share of the automatic answers may be wrong', 0.05))
    .addOption(shareOption('--confidence <share>', 'how certain that has to be', 0.9))
    .option('--html <file>', 'write a report with reliability diagram, risk-coverage curve and confusion matrix')
    .option('--json', 'one JSON object')
    .action(evaluate);
}

async function evaluate({
  model,
  base,
  data,
  map,
  calibration,
  risk,
  confidence,
  html,
  json,
}: EvaluateFlags): Promise<void> {
  const classifier = await Classifier.load(model, base);
  const judged = await judgeFile(classifier, data, map);
  const latencies = judged.map(({ latencyMs }) => latencyMs ?? 0);
  const metrics = summarise(judged);
  const result = {
    ...metrics,
    latencyMs: { p50: percentile(latencies, 0.5), p95: percentile(latencies, 0.95) },
    ...(calibration && limit(await judgeFile(classifier, calibration, map), judged, { risk, confidence })),
  };
  await classifier.release();
  if (html) writeFileSync(html, htmlReport(`${basename(model)} on ${basename(data)}`, judged, metrics));
  if (json) printJson(result);
  else process.stdout.write(table(result));
}

async function judgeFile(classifier: Classifier, file: string, map?: ColumnMap): Promise<Judged[]> {
  const { rows, warnings } = await readRows(file, map);
  printWarnings(warnings);
  const progress = progressBar();
  const judged = await judge(classifier, rows, (done) => progress.update('classify', done, rows.length));
  progress.stop();
  return judged;
}

/** The threshold found on the calibration rows, and what it does on the test rows. */
function limit(calibration: Judged[], test: Judged[], wanted: { risk: number; confidence: number }) {
  const certificate = learnThenTest(calibration.map(outcomeOf), wanted);
  if (!certificate.certified) {
    const { missing } = certificate;
    const refusal = missing === null ? 'refuse, the model is wrong too often' : `refuse, ${missing} labels missing`;
    return { threshold: null, coverage: 0, selectiveError: null, certified: false, missingLabels: missing, refusal };
  }
  const { threshold } = certificate;
  return { threshold, ...selectiveRisk(test.map(outcomeOf), threshold), certified: true };
}

function table(result: object): string {
  return Object.entries(result)
    .map(([name, value]) => `${name.padEnd(16)}${show(value)}\n`)
    .join('');
}

function show(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : value.toFixed(4);
  if (typeof value === 'string') return value;
  if (value === null) return '-';
  if (typeof value !== 'object') return JSON.stringify(value);
  return Object.entries(value)
    .map(([name, inner]) => `${name} ${show(inner)}`)
    .join(', ');
}
