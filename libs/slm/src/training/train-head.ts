import type { ModelMethod } from '#contracts';
import type { Agreement } from '#statistics';
import { knowsOutOfScope, type Calibration } from '../confidence/index.js';
import { makeCorpus, type Corpus, type LabelledText } from '../data/index.js';
import { loadBase, pick, shippedBase } from '../encoder/index.js';
import { checkOutput, type Metrics } from '../model/index.js';
import { withBackground } from './background.js';
import { frozenCandidate, type CandidateModel, type EncodedCorpus } from './candidate-model.js';
import { crossValidate, mostFolds } from './cross-validation.js';
import { evaluateFrozen } from './evaluate-candidate.js';
import { agreementOf, withIntent } from './int8-agreement.js';
import { validate } from './validation-results.js';
import { writeModel } from './write-model.js';

export type TrainPhase = 'embed' | 'fit' | 'cross-validate' | 'calibrate' | 'write';

export interface TrainHeadOptions {
  rows: LabelledText[];
  /** Rows kept from training, to calibrate and measure on. Without them cross-validation takes their place. */
  val?: LabelledText[];
  outDir: string;
  seed?: number;
  /** Folder of the pretrained encoder; the shipped one by default. */
  base?: string;
  onProgress?: (phase: TrainPhase, done: number, total: number) => void;
}

export interface Trained {
  /** Of the candidate that was chosen. */
  method: ModelMethod;
  metrics: Metrics;
  calibration: Calibration;
  int8Agreement: Agreement;
}

/**
 * Writes a model in seconds: a head by logistic regression on the frozen encoder, with its confidence fitted on messages that the regression
 * has not seen. All figures are of the int8 encoder that is served. Throws OUT_NOT_EMPTY or BASE_BROKEN.
 */
export async function trainHead(options: TrainHeadOptions): Promise<Trained> {
  const { rows, val = [], outDir, seed = 1, base: baseDir = shippedBase(), onProgress = () => {} } = options;
  checkOutput(outDir);
  const base = loadBase(baseDir);
  const report = (phase: TrainPhase) => (done: number, total: number) => onProgress(phase, done, total);
  const { corpus, encoded, known } = await withBackground(rows, base, seed, report('embed'));
  const candidate = await frozenCandidate(encoded, corpus, seed, report('fit'));
  const folds = mostFolds; // each takes a second, and fitted on a single one the confidence is a matter of chance
  const crossValidation = knowsOutOfScope(val)
    ? []
    : (await crossValidate(encoded, corpus, { seed, folds }, report('cross-validate'))).frozen;
  const results = await validate(candidate, makeCorpus(val, base), crossValidation, report('calibrate'));
  const evaluated = await evaluateFrozen(candidate, results);
  onProgress('write', 0, 1);
  await writeModel(outDir, evaluated, { rows, val, base, known, seed, adapters: false });
  onProgress('write', 1, 1);
  const { method, metrics, calibration } = evaluated;
  return { method, metrics, calibration, int8Agreement: sampleAgreement(candidate, encoded, corpus) };
}

/** On the messages whose vectors before quantisation are known, some 200 to 400: the encoder is the shipped one, and only the head is new. */
function sampleAgreement({ head }: CandidateModel, { vectors, float }: EncodedCorpus, corpus: Corpus): Agreement {
  const sampled = withIntent(corpus, float.rows);
  const places = sampled.map((row) => float.rows.indexOf(row));
  return agreementOf(head, pick(vectors, sampled), pick(float.vectors, places));
}
