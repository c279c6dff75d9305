import { int8Agreement, type Agreement } from './agreement.js';
import { loadBase, shippedBase } from './base-model.js';
import { knowsOutOfScope, type Calibration } from './confidence.js';
import { makeCorpus, type LabelledText } from './corpus.js';
import { proveFrozen, writeModel } from './finish.js';
import { withNames } from './intent-names.js';
import { checkOutput, type Metrics } from './model-folder.js';
import { rehearse, trialsFor } from './rehearsal.js';
import { encode, frozenStage } from './stage.js';
import { validate } from './validation.js';

export type TrainPhase = 'embed' | 'fit' | 'rehearse' | 'calibrate' | 'write';

export interface TrainHeadOptions {
  rows: LabelledText[];
  /** Rows kept from training, to calibrate and measure on. Without them a rehearsal takes their place. */
  val?: LabelledText[];
  outDir: string;
  seed?: number;
  /** Folder of the pretrained encoder; the shipped one by default. */
  base?: string;
  onProgress?: (phase: TrainPhase, done: number, total: number) => void;
}

export interface Trained {
  /** In a few words: the step of the ladder that is shipped. */
  recipe: string;
  metrics: Metrics;
  calibration: Calibration;
  int8Agreement: Agreement;
}

/** From so many rows on one trial of the rehearsal is enough. */
const enoughRows = 1_000;
/** The encoder is the one that ships: a standard error of 0.6 points tells whether its int8 form suits this head. */
const agreementSample = 300;

/**
 * A model in seconds: intents by logistic regression on the frozen encoder, confidence fitted on messages that the regression has
 * not seen, all measured on the int8 encoder that is served.
 */
export async function trainHead(options: TrainHeadOptions): Promise<Trained> {
  const { rows, val = [], outDir, seed = 1, base: baseDir = shippedBase(), onProgress = () => {} } = options;
  checkOutput(outDir);
  const base = loadBase(baseDir);
  const corpus = makeCorpus(withNames(rows), base);
  const report = (phase: TrainPhase) => (done: number, total: number) => onProgress(phase, done, total);
  const encoded = await encode(base, corpus, report('embed'));
  const stage = await frozenStage(encoded, corpus, seed, report('fit'));
  const trials = trialsFor(rows.length, enoughRows);
  const rehearsal = knowsOutOfScope(val)
    ? []
    : (await rehearse(encoded, corpus, { seed, trials }, report('rehearse'))).frozen;
  const proven = await proveFrozen(stage, await validate(stage, makeCorpus(val, base), rehearsal, report('calibrate')));
  onProgress('write', 0, 1);
  writeModel(outDir, proven, { rows, val, base, seed, adapters: false });
  onProgress('write', 1, 1);
  const { recipe, metrics, calibration } = proven;
  const sample = { sampleSize: agreementSample, known: encoded.vectors };
  return { recipe, metrics, calibration, int8Agreement: await int8Agreement(stage, corpus.messages, sample) };
}
