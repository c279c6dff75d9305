import { int8Agreement } from './agreement.js';
import { loadBase, shippedBase } from './base-model.js';
import type { Calibration } from './confidence.js';
import { makeCorpus, subset, type Corpus, type LabelledText } from './corpus.js';
import { prove, writeModel, type Proof } from './finish.js';
import { fitIntentHead } from './logistic-regression.js';
import { checkOutput, type Metrics } from './model-folder.js';
import { seededRandom } from './random.js';
import { stratifiedFolds } from './split.js';
import { auditRows, auditVectors, frozenStage, leaveIntentsOut, type Stage } from './stage.js';
import { pick, type Vectors } from './vectors.js';

export type TrainPhase = 'embed' | 'fit' | 'calibrate' | 'write';

export interface TrainHeadOptions {
  rows: LabelledText[];
  /** Rows kept from training, to calibrate and measure on. Without them every fifth of the rows takes its turn. */
  val?: LabelledText[];
  outDir: string;
  seed?: number;
  /** Folder of the pretrained encoder; the shipped one by default. */
  base?: string;
  onProgress?: (phase: TrainPhase, done: number, total: number) => void;
}

export interface Trained {
  metrics: Metrics;
  calibration: Calibration;
  /** Share of messages for which the int8 model that is shipped picks the intent that float arithmetic picks. */
  int8Agreement: number;
}

/** Above this many rows one fold is enough to calibrate on, and five fits would take minutes. */
const manyRows = 3_000;
const folds = 5;

/**
 * A model in seconds: intents by logistic regression on the frozen encoder, confidence fitted on messages that the regression has
 * not seen, all measured on the int8 encoder that is served.
 */
export async function trainHead(options: TrainHeadOptions): Promise<Trained> {
  const { rows, val = [], outDir, seed = 1, base: baseDir = shippedBase(), onProgress = () => {} } = options;
  checkOutput(outDir);
  const base = loadBase(baseDir);
  const corpus = makeCorpus(rows, base);
  const stage = await frozenStage(base, corpus, seed, (done, total) => onProgress('embed', done, total));
  onProgress('fit', 1, 1);
  const judging = (done: number, total: number) => onProgress('calibrate', done, total);
  const held = val.length
    ? { rows: val, judgements: await auditRows(stage, val, makeCorpus(val, base).messages, judging) }
    : await outOfFold(stage, corpus, seed, judging);
  const proven = await prove(stage, { ...held, leftOut: await leaveIntentsOut(stage) });
  onProgress('write', 0, 1);
  const measuredOn = val.length
    ? `${val.length} validation rows`
    : 'the training rows, each judged by a head that had not seen it';
  writeModel(outDir, proven, { rows, base, recipe: 'intent head on the frozen encoder', measuredOn, seed });
  onProgress('write', 1, 1);
  return {
    metrics: proven.metrics,
    calibration: proven.calibration,
    int8Agreement: await int8Agreement(stage, corpus.messages),
  };
}

/** Every row (of the first fold only, when there are many) judged by a head fitted without its fold. */
async function outOfFold(
  stage: Stage & { vectors: Vectors },
  corpus: Corpus,
  seed: number,
  onDone: (done: number, total: number) => void,
): Promise<Omit<Proof, 'leftOut'>> {
  const { rows, targets, intents } = corpus;
  const foldOf = stratifiedFolds(rows, folds, seededRandom(seed));
  const used = rows.length > manyRows ? 1 : folds;
  const held: Omit<Proof, 'leftOut'> = { rows: [], judgements: [] };
  for (let fold = 0; fold < used; fold++) {
    const kept = [...rows.keys()].filter((row) => foldOf[row] !== fold);
    const head = await fitIntentHead({
      vectors: pick(stage.vectors, kept),
      targets: kept.map((row) => targets[row]!),
      intents: intents.length,
    });
    const own = [...rows.keys()].filter((row) => foldOf[row] === fold);
    const { rows: ownRows } = subset(corpus, own);
    const notItself = (vector: number, bankRow: number) => stage.bank.rows[bankRow] !== own[vector];
    held.rows.push(...ownRows);
    held.judgements.push(...(await auditVectors({ ...stage, head }, ownRows, pick(stage.vectors, own), notItself)));
    onDone(fold + 1, used);
  }
  return held;
}
