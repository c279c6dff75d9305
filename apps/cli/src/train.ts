import { Option, type Command } from 'commander';
import { checkTrainingRows, trainHead, trainModel } from '#slm';
import { readRows, type ColumnMap } from '#ticket-import';
import { mapOption, wholeOption } from './options.js';
import { printJson, printWarnings, progressBar, progressLines } from './progress.js';

interface TrainFlags {
  data: string;
  map?: ColumnMap;
  val?: string;
  out: string;
  seed: number;
  base?: string;
  headOnly?: boolean;
  adapters?: boolean;
  json?: boolean;
}

export function addTrain(program: Command): void {
  program
    .command('train')
    .description('train a model folder on tickets: CSV, JSONL or XLSX, such as a help desk exports them')
    .requiredOption('--data <file>', 'training rows')
    .addOption(mapOption())
    .option('--val <file>', 'validation rows; without them some of the training rows are held out')
    .requiredOption('--out <dir>', 'folder to write; a model folder that is there is replaced')
    .addOption(wholeOption('--seed <n>', 'the same seed gives the same model', 1))
    .option('--base <dir>', 'another BERT-shaped encoder to start from')
    .option('--head-only', 'leave the encoder as it is: seconds instead of minutes, and less accurate')
    .addOption(
      new Option('--adapters', 'train low-rank adapters: a folder of 2 to 3 MB that needs the base again').conflicts(
        'headOnly',
      ),
    )
    .option('--json', 'one JSON object a line on standard output')
    .action(train);
}

async function train({ data, map, val, out, seed, base, headOnly, adapters, json }: TrainFlags): Promise<void> {
  const began = Date.now();
  const training = await readRows(data, map);
  const validation = val ? await readRows(val, map) : undefined;
  const warnings = [...training.warnings, ...(validation?.warnings ?? []), ...checkTrainingRows(training.rows, data)];
  printWarnings(warnings, json);
  const progress = json ? progressLines() : progressBar();
  const interrupt = new AbortController();
  process.on('SIGINT', () => interrupt.abort());
  const options = { rows: training.rows, val: validation?.rows, outDir: out, seed, base };
  const report = (phase: string, done: number, total: number, loss?: number) =>
    progress.update(phase, done, total, loss);
  const run = headOnly
    ? trainHead({ ...options, onProgress: report })
    : trainModel({ ...options, adapters, onProgress: report, signal: interrupt.signal });
  const trained = await run
    .catch((error: unknown) => {
      if (interrupt.signal.aborted) return null;
      throw error;
    })
    .finally(() => progress.stop());
  if (!trained) {
    process.stderr.write(
      `Interrupted. What was learned so far is in ${out}.unfinished; the same command goes on from there.\n`,
    );
    process.exitCode = 130;
    return;
  }
  const { metrics, calibration } = trained;
  const seconds = (Date.now() - began) / 1000;
  if (json) {
    printJson({ event: 'done', out, seconds, threshold: calibration.threshold, metrics });
    return;
  }
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  process.stdout.write(
    `${out} is ready after ${seconds.toFixed(0)} s. On ${metrics.n} held-out messages: accuracy ${percent(metrics.accuracy)}, ` +
      `AURC ${metrics.aurc.toFixed(3)}, answers ${percent(metrics.coverageAt5)} of them at 5 % error. See ${out}/README.md.\n`,
  );
}
