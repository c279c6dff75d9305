import { z } from 'zod';
import { dialogueAct, sensitiveTopic } from '#contracts';
import { dataFile } from './data-file.js';
import { readRows } from './read-rows.js';

export { readRows } from './read-rows.js';

/** Rows written for this project, which every shop's training gets beside its own. Nothing in here is of a customer. */

const text = z.string().trim().min(1);
/** BCP 47; without one a row is in English. */
const language = z.enum(['de', 'es', 'fr', 'ar']).optional();

const outOfScopeRow = z.strictObject({ text, topic: z.string().min(1), language });
/** A question to a shop that few shops answer by themselves. `topic` groups rows of one kind, such as `careers` or `price_match`. */
export type OutOfScopeRow = z.infer<typeof outOfScopeRow>;

const sensitiveRow = z.strictObject({ text, topics: z.array(sensitiveTopic), language });
/** A message on sensitive topics; without any, an ordinary one that resembles them. */
export type SensitiveRow = z.infer<typeof sensitiveRow>;

const dialogueActRow = z.strictObject({ text, acts: z.array(dialogueAct), previous: text.optional(), language });
/** A message and what it does; `previous`: the customer's message before it. */
export type DialogueActRow = z.infer<typeof dialogueActRow>;

const severalRequestsRow = z.strictObject({ text, requests: z.array(z.string().min(1)).min(1) });
/** A message and what it asks for, in its order, by the demo shop's names; of one request where it only looks like several. */
export type SeveralRequestsRow = z.infer<typeof severalRequestsRow>;

const secondMessageRow = z.strictObject({ previous: text, text, intent: z.string().min(1) });
/** A customer's message after another one that was answered. `intent`: what it is about then, by the demo shop's names. */
export type SecondMessageRow = z.infer<typeof secondMessageRow>;

export const followUpRow = z.strictObject({
  asked: text,
  answer: z.array(text).min(1),
  followUps: z.array(z.strictObject({ say: text, sentences: z.array(z.int().nonnegative()) })),
});
/** An answer by its sentences, and what customers write after it; `sentences`: the numbers of those that answer it, or none. */
export type FollowUpRow = z.infer<typeof followUpRow>;

export function followUpRows(): FollowUpRow[] {
  return readRows('follow-ups.jsonl', followUpRow);
}

export function outOfScopeRows(): OutOfScopeRow[] {
  return readRows('out-of-scope.jsonl', outOfScopeRow);
}

export function sensitiveRows(): SensitiveRow[] {
  return readRows('sensitive-topics.jsonl', sensitiveRow);
}

export function dialogueActRows(): DialogueActRow[] {
  return readRows('dialogue-acts.jsonl', dialogueActRow);
}

export function severalRequestsRows(): SeveralRequestsRow[] {
  return readRows('several-requests.jsonl', severalRequestsRow);
}

export function secondMessageRows(): SecondMessageRow[] {
  return readRows('second-messages.jsonl', secondMessageRow);
}

/** What customers ask or tell after an answer, which takes no note of it: every other second message is enough. */
export function requestsAfterAnswers(): string[] {
  return secondMessageRows()
    .filter(({ intent }, i) => i % 2 === 0 && intent !== 'closing')
    .map(({ text }) => text);
}

/** The texts of the rows that the encoder is not tuned on, each once, always in the same order. */
export function backgroundTexts(): string[] {
  const rows = [...outOfScopeRows(), ...sensitiveRows(), ...dialogueActRows(), ...severalRequestsRows()];
  return [...new Set([...rows.map((row) => row.text), ...requestsAfterAnswers()])];
}

/** What was learned of `followUpRows` for the encoder that is shipped; `libs/slm` reads and writes it. */
export const answerSelectionFile = dataFile('answer-selection.minilm-l6.safetensors');
