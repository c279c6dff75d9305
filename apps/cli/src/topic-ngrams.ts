import type { Command } from 'commander';
import { writeNgramModel } from '#topics';

export function addTopicNgrams(program: Command): void {
  program
    .command('topic-ngrams')
    .description('fit the model of sensitive topics by words anew, after a change of the background rows')
    .action(async () => {
      const { file, rows } = await writeNgramModel();
      process.stdout.write(`${file}: fitted on ${rows} rows\n`);
    });
}
