import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { z } from 'zod';
import { writeNgramModel } from '#topics';

export function addTopicNgrams(program: Command): void {
  program
    .command('topic-ngrams')
    .description('fit the model of sensitive topics by words anew, after a change of the background rows')
    .action(async () => {
      const { file, rows } = await writeNgramModel(ordinaryTickets());
      process.stdout.write(`${file}: fitted on ${rows} rows\n`);
    });
}

/** Messages about accounts may be about strangers in them, those about charges about a thief: they are no examples of what is ordinary. */
const maybeSensitive = new Set(['account_problem', 'double_charge', 'privacy_request']);

/** The demo shop's other training messages: no other row shows how customers tell a long, harmless story. */
function ordinaryTickets(): string[] {
  const ticket = z.object({ text: z.string(), intent: z.string() });
  const tickets = readFileSync('apps/demo-shop/data/tickets.jsonl', 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => ticket.parse(JSON.parse(line)));
  return tickets.filter(({ intent }) => !maybeSensitive.has(intent)).map(({ text }) => text);
}
