import { Command } from 'commander';
import { BatonError, ModelError } from '#contracts';
import { convertBase } from '#slm';
import { addBackup } from './backup.js';
import { addEvaluate } from './evaluate.js';
import { addImport } from './import.js';
import { addInbox } from './inbox.js';
import { addInit } from './init.js';
import { addPredict } from './predict.js';
import { addPretrain } from './pretrain.js';
import { addTrain } from './train.js';
import { inTrainingProcess } from './training-process.js';
import { addUser } from './user.js';

const program = new Command('baton').description(
  'Set up an installation; back it up; train, evaluate and use intent models on your own tickets.',
);
addInit(program);
addUser(program);
addInbox(program);
addBackup(program);
addImport(program);
addPretrain(program);
addTrain(program);
addEvaluate(program);
addPredict(program);
program
  .command('convert-base')
  .description('rewrite a BERT-shaped checkpoint with int8 matrices, as the encoder under models/ is kept')
  .requiredOption('--from <dir>', 'folder with config.json, tokenizer.json and a safetensors file')
  .requiredOption('--out <dir>', 'folder to write')
  .action(async ({ from, out }: { from: string; out: string }) => {
    const { bytes } = await convertBase(from, out);
    process.stdout.write(`${out}: ${(bytes / 1e6).toFixed(1)} MB of weights\n`);
  });

// `| head` closes the pipe early; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  if (!(await inTrainingProcess())) await program.parseAsync();
} catch (error) {
  if (!(error instanceof ModelError || error instanceof BatonError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
