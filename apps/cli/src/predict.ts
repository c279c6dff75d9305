import type { Command } from 'commander';
import { Classifier, decide } from '#slm';
import { baseOption } from './options.js';
import { printJson } from './progress.js';

export function addPredict(program: Command): void {
  program
    .command('predict')
    .description('read one message a line from standard input and say what the model makes of each')
    .requiredOption('--model <dir>', 'model folder')
    .addOption(baseOption())
    .option('--json', 'one JSON object a line')
    .action(predict);
}

async function predict({ model, base, json }: { model: string; base?: string; json?: boolean }): Promise<void> {
  const classifier = await Classifier.load(model, base);
  const { threshold, oosLimit } = classifier.calibration;
  const policy = { threshold, oosLimit, clarifyMargin: 0.1, automatedIntents: null, humanIntents: new Set<string>() };
  for await (const line of lines(process.stdin)) {
    const { intent, confidence, oosScore, topK, ...prediction } = await classifier.classify(line);
    const decision = decide({ intent, confidence, oosScore, topK, ...prediction }, policy).kind;
    if (json) printJson({ intent, confidence, oosScore, decision, topK });
    else process.stdout.write(`${intent}\t${confidence.toFixed(3)}\t${decision}\t${oosScore.toFixed(3)}\t${line}\n`);
  }
  await classifier.release();
}

/** Lines end with \n or \r\n and nothing else (readline would also split at U+2028), so that output lines match input lines. */
async function* lines(input: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = parts.pop()!;
    for (const part of parts) yield part.replace(/\r$/, '');
  }
  rest += decoder.decode();
  if (rest) yield rest.replace(/\r$/, '');
}
