import { z } from 'zod';

const gateCheckName = z.enum([
  'accuracy',
  'aurc',
  'out_of_scope',
  'recall',
  'trigger',
  'calibration',
  'int8',
  'improvement',
]);

const count = z.number().int().nonnegative();

const judged = z.object({ check: gateCheckName, passed: z.boolean() });

/**
 * One of the things that a version has to pass before it may answer. It is kept without words: who shows it says it in the reader's
 * language. Shares and differences of shares are fractions: 0.01 is a percentage point. "Before" is the active version.
 */
export const gateCheck = z.discriminatedUnion('finding', [
  /** Of so many rows the version is right in some where the one before was wrong, and the other way round; its accuracy gains at least this. */
  judged.extend({ finding: z.literal('rows_changed'), gained: count, lost: count, rows: count, leastGain: z.number() }),
  /** By how much its AURC is lower than before: a 90 % interval. */
  judged.extend({ finding: z.literal('aurc_lowered'), low: z.number(), high: z.number() }),
  /** AUROC of the out-of-scope score, and what it gains at best. */
  judged.extend({ finding: z.literal('auroc_changed'), before: z.number(), after: z.number(), mostGain: z.number() }),
  /** The test set has no out-of-scope message, or nothing but such. */
  judged.extend({ finding: z.literal('nothing_out_of_scope') }),
  /** Names of intents that are shown to be recognised less well, among those with enough rows to tell. */
  judged.extend({ finding: z.literal('recall_compared'), tested: count, lost: z.array(z.string()) }),
  /** Words that overrule the rest of a message, found in messages that the version before has not learned. */
  judged.extend({ finding: z.literal('words_examined'), messages: count, overruling: z.array(z.string()) }),
  /** By how much its confidence promises more than it keeps, and how much may be. */
  judged.extend({ finding: z.literal('overconfidence'), observed: z.number(), limit: z.number(), ece: z.number() }),
  /** On how many messages its int8 form says the same as its float32 form. */
  judged.extend({ finding: z.literal('int8_agreement'), same: count, of: count }),
  /** `p` of the exact test that it is right more often than before. */
  judged.extend({ finding: z.literal('improvement_tested'), p: z.number() }),
  /** There was no message to measure this on. */
  judged.extend({ finding: z.literal('nothing_to_measure') }),
  /** What a trainer wrote in words, when findings were not kept as numbers yet. */
  judged.extend({ finding: z.literal('recorded'), text: z.string() }),
]);
export type GateCheck = z.infer<typeof gateCheck>;
