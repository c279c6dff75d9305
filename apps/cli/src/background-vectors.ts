import type { Command } from 'commander';
import { writeBackgroundVectors } from '#slm';

export function addBackgroundVectors(program: Command): void {
  program
    .command('background-vectors')
    .description(
      'compute the vectors of the background rows anew, after a change of these rows or of the encoder under models/',
    )
    .action(async () => {
      const { file, rows } = await writeBackgroundVectors();
      process.stdout.write(`${file}: the vectors of ${rows} rows\n`);
    });
}
