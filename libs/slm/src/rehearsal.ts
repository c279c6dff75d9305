import type { EncoderParts } from './inference-graph.js';
import { subset, type Corpus } from './corpus.js';
import type { FineTuneOptions } from './fine-tune.js';
import type { Proof } from './finish.js';
import { seededRandom } from './random.js';
import { stratifiedSplit } from './split.js';
import { auditRows, frozenStage, tunedStage, type Stage } from './stage.js';

/** A rehearsal need not be longer than it takes to learn what confidence looks like. */
const mostRows = 2_000;
const heldRows = 0.2;
const heldIntents = 0.2;

export interface Rehearsed {
  frozen: Proof;
  tuned: Proof;
}

/**
 * Trains on part of the rows, as the real training will on all of them. A fifth of the rows is kept out, to see how sure the model is
 * when it is right and when it is wrong, and all rows of a fifth of the intents, to see what messages look like that belong to no
 * intent it knows. (The model that has learned an intent cannot show that: it has pulled the intent's messages together.)
 */
export async function rehearse(
  base: EncoderParts,
  corpus: Corpus,
  options: Pick<FineTuneOptions, 'seed' | 'threads' | 'signal' | 'onStep' | 'resume' | 'onAbort'>,
  onDone: (done: number, total: number) => void,
): Promise<Rehearsed> {
  const random = seededRandom(options.seed);
  const { kept: inPlay } =
    corpus.rows.length > mostRows
      ? stratifiedSplit(corpus.rows, 1 - mostRows / corpus.rows.length, random)
      : { kept: [...corpus.rows.keys()] };
  const strange = new Set(random.shuffle(corpus.intents).slice(0, strangers(corpus.intents.length)));
  const isStrange = (row: number) => !corpus.rows[row]!.oos && strange.has(corpus.rows[row]!.intent);
  const known = subset(
    corpus,
    inPlay.filter((row) => !isStrange(row)),
  );
  const unknown = subset(corpus, inPlay.filter(isStrange));
  const { kept, held } = stratifiedSplit(known.rows, heldRows, random);
  const training = subset(known, kept);
  const proving = subset(known, held);
  const nothing = () => {};
  const proofOf = async (stage: Stage): Promise<Proof> => ({
    rows: proving.rows,
    judgements: await auditRows(stage, proving.rows, proving.messages, nothing),
    leftOut: await auditRows(
      stage,
      unknown.rows.map((row) => ({ ...row, oos: true })),
      unknown.messages,
      nothing,
    ),
  });
  const frozen = await frozenStage(base, training, options.seed, onDone);
  const tuned = await tunedStage(frozen, training, options, nothing);
  return { frozen: await proofOf(frozen), tuned: await proofOf(tuned) };
}

/** At least one intent is left out, at least two stay. */
function strangers(intents: number): number {
  return intents < 3 ? 0 : Math.max(1, Math.round(intents * heldIntents));
}
