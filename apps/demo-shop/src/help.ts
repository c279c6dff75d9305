import { readFileSync } from 'node:fs';
import { z } from 'zod';

const intents = z.array(
  z.object({
    name: z.string(),
    title: z.string(),
    automate: z.boolean(),
    answer: z.object({ text: z.string(), action: z.string().optional() }),
  }),
);

export interface HelpTopic {
  id: string;
  title: string;
  text: string;
}

const smallTalk = ['greeting', 'closing'];

/** The shop's help is what its bot may answer to everybody alike, so that page and bot never disagree. */
export function readHelp(): HelpTopic[] {
  const file = 'apps/demo-shop/data/intents.json';
  return intents
    .parse(JSON.parse(readFileSync(file, 'utf8')))
    .filter(({ name, automate, answer }) => automate && answer.action === undefined && !smallTalk.includes(name))
    .map(({ name, title, answer }) => ({ id: name, title, text: answer.text }));
}
