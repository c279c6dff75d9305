import { Command } from 'commander';
import { BatonError, ModelError } from '#contracts';
import { inTrainingProcess } from './training-process.js';

type Add = (program: Command) => void;

const addBackups = async () => (await import('./backup.js')).addBackup;

/** Each loads what it needs and no more: most need neither a database nor a model. */
const commands: Record<string, () => Promise<Add>> = {
  init: async () => (await import('./init.js')).addInit,
  user: async () => (await import('./user.js')).addUser,
  inbox: async () => (await import('./inbox.js')).addInbox,
  backup: addBackups,
  restore: addBackups,
  import: async () => (await import('./import.js')).addImport,
  pretrain: async () => (await import('./pretrain.js')).addPretrain,
  train: async () => (await import('./train.js')).addTrain,
  evaluate: async () => (await import('./evaluate.js')).addEvaluate,
  predict: async () => (await import('./predict.js')).addPredict,
  'convert-base': async () => (await import('./convert-base.js')).addConvertBase,
  'background-vectors': async () => (await import('./background-vectors.js')).addBackgroundVectors,
  'answer-selection': async () => (await import('./answer-selection.js')).addAnswerSelection,
  'topic-ngrams': async () => (await import('./topic-ngrams.js')).addTopicNgrams,
};

const program = new Command('baton').description(
  'Set up an installation; back it up; train, evaluate and use intent models on your own tickets.',
);

// `| head` closes the pipe early; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  if (!(await inTrainingProcess())) {
    // Whatever is no command is told what there is.
    const named = commands[process.argv[2] ?? ''];
    for (const load of named ? [named] : new Set(Object.values(commands))) (await load())(program);
    await program.parseAsync();
  }
} catch (error) {
  if (!(error instanceof ModelError || error instanceof BatonError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
