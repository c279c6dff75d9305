import type { Command } from 'commander';
import { shippedBase, writeKnownBackground } from '#slm';

export function addBackgroundVectors(program: Command): void {
  program
    .command('background-vectors')
    .description(
      'compute the vectors of the background rows by an encoder, and what is fitted on them, after a change of either: no training with it has to do so again',
    )
    .option('--base <dir>', 'another BERT-shaped encoder than the one that is shipped')
    .action(async ({ base = shippedBase() }: { base?: string }) => {
      const { file, rows } = await writeKnownBackground(base);
      process.stdout.write(`${file}: the vectors of ${rows} rows\n`);
    });
}
