import type { Command } from 'commander';
import { decide, loneTurn, type Shop, likelyFromOf } from '#decision';
import { modelInput } from '#personal-data';
import { Classifier } from '#slm';
import { readTexts, type ColumnMap } from '#ticket-import';
import { baseOption, mapOption } from './options.js';
import { printJson, printWarnings } from './progress.js';

interface PredictFlags {
  model: string;
  base?: string;
  data?: string;
  map?: ColumnMap;
  json?: boolean;
}

export function addPredict(program: Command): void {
  program
    .command('predict')
    .description('say what the model makes of each message: one a line on standard input, or those of a file')
    .requiredOption('--model <dir>', 'model folder')
    .addOption(baseOption())
    .option('--data <file>', 'CSV, JSONL or XLSX, in place of standard input')
    .addOption(mapOption())
    .option('--json', 'one JSON object a line')
    .action(predict);
}

async function predict({ model, base, data, map, json }: PredictFlags): Promise<void> {
  const classifier = await Classifier.load(model, base);
  const { threshold, oosLimit } = classifier.calibration;
  const likelyFrom = likelyFromOf({ certified: null, likely: null, certifiedOnly: false });
  const policy = { threshold, likelyFrom, oosLimit };
  const shop = everythingAnswered(classifier.labels.intents);
  for await (const line of data ? textsOf(data, map) : lines(process.stdin)) {
    const { text } = modelInput(line);
    const reading = await classifier.classify(text);
    const { intent, confidence, oosScore, topK, topics, acts, requests } = reading;
    const decision = decide(loneTurn(line, new Date()), {
      reading,
      policy,
      shop,
      results: new Map(),
      similarities: null,
    }).kind;
    if (json) printJson({ intent, confidence, oosScore, decision, topK, topics, acts, requests });
    else process.stdout.write(`${intent}\t${confidence.toFixed(3)}\t${decision}\t${oosScore.toFixed(3)}\t${line}\n`);
  }
  await classifier.release();
}

async function* textsOf(file: string, map?: ColumnMap): AsyncGenerator<string> {
  const { rows, warnings } = await readTexts(file, map);
  printWarnings(warnings);
  for (const { text } of rows) yield text;
}

/** A shop that lets the bot answer every intent of a model. */
function everythingAnswered(names: string[]): Shop {
  const answers = new Map([['en', { text: 'An approved answer.', conditions: [], action: null }]]);
  const intents = names.map((name) => ({ id: name, name, title: name, automate: true, answers }));
  return {
    locale: 'en',
    otherLanguages: 'people',
    country: 'GB',
    topics: { disabled: [], own: [], helpLine: '' },
    orderNumberPattern: '',
    customerNumberPattern: '',
    intents: new Map(intents.map((intent) => [intent.name, intent])),
  };
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
