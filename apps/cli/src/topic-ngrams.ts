import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { z } from 'zod';
import { writeNgramModel } from '#topics';

const demoData = 'apps/demo-shop/data';

export function addTopicNgrams(program: Command): void {
  program
    .command('topic-ngrams')
    .description('fit the model of sensitive topics by words anew, after a change of the background rows')
    .action(async () => {
      const { file, rows } = await writeNgramModel(ordinaryTickets());
      process.stdout.write(`${file}: fitted on ${rows} rows\n`);
    });
}

/** Messages about accounts may be about strangers in them, and are no examples of what is ordinary. */
const maybeSensitive = new Set(['account_problem']);

/** The demo shop's training messages that its bot may answer: no other row shows how customers tell a long, harmless story. */
function ordinaryTickets(): string[] {
  const read = (name: string) => readFileSync(`${demoData}/${name}`, 'utf8').trimEnd();
  const intents = z
    .array(z.object({ name: z.string(), automate: z.boolean() }))
    .parse(JSON.parse(read('intents.json')));
  const answered = new Set(
    intents.filter(({ name, automate }) => automate && !maybeSensitive.has(name)).map(({ name }) => name),
  );
  const ticket = z.object({ text: z.string(), intent: z.string() });
  const tickets = read('tickets.jsonl')
    .split('\n')
    .map((line) => ticket.parse(JSON.parse(line)));
  return tickets.filter(({ intent }) => answered.has(intent)).map(({ text }) => text);
}
