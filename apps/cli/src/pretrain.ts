import { basename } from 'node:path';
import { Option, type Command } from 'commander';
import { checkTrainingRows, objectives, pretrain, type ObjectiveName, type TextSet } from '#slm';
import { readRows, readTexts } from '#ticket-import';
import { wholeOption } from './options.js';
import { printJson, printWarnings, progressBar, progressLines } from './progress.js';

interface PretrainFlags {
  data: string[];
  out: string;
  objective: ObjectiveName;
  seed: number;
  base?: string;
  json?: boolean;
}

export function addPretrain(program: Command): void {
  program
    .command('pretrain')
    .description(
      'continue the training of the encoder on text, before any shop is trained: write a base for `train --base`',
    )
    .requiredOption('--data <file...>', 'JSONL or CSV with the column text, and intent where the objective needs it')
    .requiredOption('--out <dir>', 'new folder to write')
    .addOption(
      new Option('--objective <name>', 'masked: predict masked words, needs no labels; contrastive: tell intents apart')
        .choices(Object.keys(objectives))
        .default('masked'),
    )
    .addOption(wholeOption('--seed <n>', 'the same seed gives the same base', 1))
    .option('--base <dir>', 'another BERT-shaped encoder to start from')
    .option('--json', 'one JSON object a line on standard output')
    .action(run);
}

async function run({ data, out, objective, seed, base, json }: PretrainFlags): Promise<void> {
  const began = Date.now();
  const sets: TextSet[] = [];
  for (const file of data) sets.push(await readSet(file, objective, json));
  const progress = json ? progressLines() : progressBar();
  const interrupt = new AbortController();
  process.on('SIGINT', () => interrupt.abort());
  const done = await pretrain({
    sets,
    objective,
    outDir: out,
    seed,
    base,
    onProgress: (phase, step, steps, loss) => progress.update(phase, step, steps, loss),
    signal: interrupt.signal,
  })
    .catch((error: unknown) => {
      if (interrupt.signal.aborted) return null;
      throw error;
    })
    .finally(() => progress.stop());
  if (!done) {
    process.stderr.write('Interrupted. Nothing was written.\n');
    process.exitCode = 130;
    return;
  }
  const seconds = (Date.now() - began) / 1000;
  if (json) return printJson({ event: 'done', out, seconds, ...done });
  process.stdout.write(
    `${out} is ready after ${seconds.toFixed(0)} s and ${done.steps} steps. Measure it before you rely on it: see ${out}/README.md.\n`,
  );
}

async function readSet(file: string, objective: ObjectiveName, json?: boolean): Promise<TextSet> {
  const labelled = objective === 'contrastive';
  const { rows, warnings } = await (labelled ? readRows(file) : readTexts(file));
  if (labelled) warnings.push(...checkTrainingRows(rows, file));
  printWarnings(warnings, json);
  return { name: basename(file), rows };
}
