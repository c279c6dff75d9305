import type { Command } from 'commander';
import { writeKnownBackground } from '#slm';

export function addBackgroundVectors(program: Command): void {
  program
    .command('background-vectors')
    .description(
      'compute the vectors of the background rows, and what is fitted on them, anew, after a change of these rows or of the encoder under models/',
    )
    .action(async () => {
      const { file, rows } = await writeKnownBackground();
      process.stdout.write(`${file}: the vectors of ${rows} rows\n`);
    });
}
