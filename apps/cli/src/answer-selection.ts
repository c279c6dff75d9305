import type { Command } from 'commander';
import { sentenceLogOdds } from '#decision';
import { learnAnswerSelection } from '#slm';

export function addAnswerSelection(program: Command): void {
  program
    .command('answer-selection')
    .description('learn anew which sentence of an answer answers a follow-up, after a change of the rows')
    .action(async () => {
      const { file, rows } = await learnAnswerSelection('models/fernhill', sentenceLogOdds);
      process.stdout.write(`${file}: learned of ${rows} follow-ups\n`);
    });
}
