import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { parseOutcome } from './outcome.js';

const outcome = z.string().superRefine((value, context) => {
  try {
    parseOutcome(value);
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
  }
});

const turn = z.strictObject({
  say: z.string().min(1),
  /** Said only where the bot did this with the message before; else it is left out. */
  if: z.enum(['asked', 'clarified']).optional(),
  may: z.array(outcome).min(1),
  says: z.array(z.string().min(1)).default([]),
  never: z.array(z.string().min(1)).default([]),
  why: z.string().min(1),
});

const conversation = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*-\d\d$/),
  /** What makes it hard. */
  kind: z.string().regex(/^[a-z]+(_[a-z]+)*$/),
  /** A bot with the shop's answers can see it through. */
  finishable: z.boolean(),
  /** Of the customer's browser; none: English. */
  locale: z.string().optional(),
  turns: z.array(turn).min(1),
});
export type Turn = z.infer<typeof turn>;
export type Conversation = z.infer<typeof conversation>;

export const halves = ['tuned', 'untuned'] as const;
export type Half = (typeof halves)[number];

/** The half that a conversation belongs to, by its id alone. */
export function halfOf(id: string): Half {
  const digit = createHash('sha256').update(id).digest('hex')[0]!;
  return Number.parseInt(digit, 16) % 2 === 0 ? 'tuned' : 'untuned';
}

/** The tuned half has those beside it that were written while tuning, whatever their ids say. Throws where a line does not fit the schema, or lies in the wrong half. */
export function readConversations(half: Half): Conversation[] {
  const read = readFile(pathOf(half));
  for (const { id } of read) if (halfOf(id) !== half) throw new Error(`${half}.jsonl: ${id} is of the other half`);
  return half === 'tuned' ? [...read, ...readFile(pathOf('while-tuning'))] : read;
}

const pathOf = (name: string) => `test/conversations/${name}.jsonl`;

/** Throws where a line does not fit the schema. */
export function readFile(path: string): Conversation[] {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  return lines.map((line, i) => {
    const read = conversation.safeParse(JSON.parse(line));
    if (!read.success) throw new Error(`${path}:${i + 1}: ${z.prettifyError(read.error)}`);
    return read.data;
  });
}
