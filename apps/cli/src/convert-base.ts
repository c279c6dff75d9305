import type { Command } from 'commander';
import { convertBase } from '#slm';

export function addConvertBase(program: Command): void {
  program
    .command('convert-base')
    .description('rewrite a BERT-shaped checkpoint with int8 matrices, as the encoder under models/ is kept')
    .requiredOption('--from <dir>', 'folder with config.json, tokenizer.json and a safetensors file')
    .requiredOption('--out <dir>', 'folder to write')
    .action(async ({ from, out }: { from: string; out: string }) => {
      const { bytes } = await convertBase(from, out);
      process.stdout.write(`${out}: ${(bytes / 1e6).toFixed(1)} MB of weights\n`);
    });
}
