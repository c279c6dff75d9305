import { createHash } from 'node:crypto';
import type { TestSetOutcome } from '#model-registry';
import type { ModelInput } from '#personal-data';
import { outcomeOf, type Judged } from '#statistics';

export interface Example {
  id: string;
  text: string;
  asServed: ModelInput;
  /** Empty when out of scope. */
  intent: string;
  oos: boolean;
  /** From a conversation here, not from an import. */
  live: boolean;
  /** Drawn by lot from what the bot had answered, and labelled by people. */
  audited: boolean;
  contactId: string | null;
  /** Who closed the conversation. */
  agentId: string | null;
  createdAt: Date;
}

export interface Split {
  train: Example[];
  test: (Example & { recent: boolean })[];
  /** The confidence is fitted on these, and nothing else is; empty while there are too few. */
  audited: Example[];
}

/**
 * Share of the messages labelled by agents that goes into the test set. Only these count towards a certificate. So people have to label
 * more messages than the number of calibration messages that is missing. The share of imported rows is smaller: live messages are what
 * the model is for.
 */
export const liveTestSetShare = 1 / 3;
const importedTestSetShare = 1 / 5;
/** Intents with fewer rows need them all to be learned. */
const minRows = 5;
/** From so many on, a confidence fitted on them is better than one fitted without. */
const fewestAudited = 100;
const recentMs = 30 * 24 * 60 * 60 * 1000;

/**
 * The test set: rows that neither weights nor confidence are fitted on, chosen by a hash of their text, stable from snapshot to snapshot;
 * the gate compares champion and challenger on them.
 *
 * Whether a text belongs to it depends on the text alone. So a row that was measured on once is never trained on later, and the same text
 * cannot stand on both sides. Of one text with several labels the newest holds. Audited messages belong to neither side, unless the same
 * text has come otherwise too; while they are too few they wait.
 */
export function splitTestSet(examples: Example[], now: Date): Split {
  const newest = new Map<string, Example>();
  for (const example of examples.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime())) {
    const key = textKey(example.text);
    newest.set(key, { ...example, audited: example.audited && newest.get(key)?.audited !== false });
  }
  const all = [...newest.values()];
  const audited = all.filter((example) => example.audited);
  const rowsOf = new Map<string, number>();
  for (const example of all) {
    if (!example.audited) rowsOf.set(example.intent, (rowsOf.get(example.intent) ?? 0) + 1);
  }

  const split: Split = { train: [], test: [], audited: audited.length >= fewestAudited ? audited : [] };
  for (const [text, example] of newest) {
    if (example.audited) continue;
    const share = example.live ? liveTestSetShare : importedTestSetShare;
    if (rowsOf.get(example.intent)! >= minRows && draw(text) < share) {
      const recent = example.live && now.getTime() - example.createdAt.getTime() < recentMs;
      split.test.push({ ...example, recent });
    } else split.train.push(example);
  }
  return split;
}

export function testSetOutcome(judged: Judged): TestSetOutcome {
  return { ...outcomeOf(judged), oos: judged.oos };
}

/** A number in [0, 1) that is the same for the same text, everywhere and always. */
function draw(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32;
}

/** Live, and not among the texts, by their keys, that a version was fitted on. */
export function isFresh({ live, text }: Example, fitted: ReadonlySet<string>): boolean {
  return live && !fitted.has(textKey(text));
}

/** The same for texts that differ in spaces and capitals alone. */
export function textKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
