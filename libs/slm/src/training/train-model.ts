import { agrees, seededRandom } from '#statistics';
import { knowsOutOfScope } from '../confidence/index.js';
import { makeCorpus, ownRows, stratifiedSplit, subset, supportOf, type LabelledText } from '../data/index.js';
import { loadBase, shippedBase } from '../encoder/index.js';
import { checkOutput } from '../model/index.js';
import { withBackground } from './background.js';
import { frozenCandidate, tunedCandidate, type CandidateModel, type Tuning } from './candidate-model.js';
import { crossValidate, foldsFor } from './cross-validation.js';
import { evaluateCandidate, evaluateFrozen } from './evaluate-candidate.js';
import { int8Agreement, withIntent } from './int8-agreement.js';
import { selectModel } from './model-selection.js';
import { Resume } from './resume.js';
import { supplement } from './supplement.js';
import type { Trained, TrainHeadOptions } from './train-head.js';
import { validate, type ValidationResults } from './validation-results.js';
import { writeModel } from './write-model.js';

export type TuningPhase = 'embed' | 'fit' | 'cross-validate' | 'tune' | 'calibrate' | 'write';

export interface TrainModelOptions extends Omit<TrainHeadOptions, 'onProgress'> {
  threads?: number;
  /** Train low-rank adapters, and store only what the base does not have: a tenth of the size. */
  adapters?: boolean;
  /** `loss` is given with the steps of `cross-validate` and `tune`. */
  onProgress?: (phase: TuningPhase, done: number, total: number, loss?: number) => void;
  /** Aborting leaves `OUT.unfinished`, from which the same call goes on. */
  signal?: AbortSignal;
}

/** With this many rows, some of them are kept for validation. With fewer, none can be spared, and cross-validation takes their place. */
const manyRows = 3_000;
/** A tenth of the rows is kept for validation if it has enough out-of-scope rows to fit the confidence; otherwise at most 500 rows. */
const heldShare = 0.1;
const heldRows = 500;
/** With this many rows, one fold of the cross-validation is enough. */
const enoughRows = 400;
/** A tuned model is not shipped if its int8 form is shown to agree less than this with its float form. */
const leastAgreement = 0.97;

/**
 * The whole recipe: a TF-IDF classifier, a head on the frozen encoder, then encoder and head fine-tuned together. The confidence of each
 * is fitted on validation rows or by cross-validation, and the most elaborate one that is not shown to be worse is shipped. Throws
 * OUT_NOT_EMPTY or BASE_BROKEN, and the signal's reason when aborted.
 */
export async function trainModel(options: TrainModelOptions): Promise<Trained> {
  const { outDir, seed = 1, base: baseDir = shippedBase(), adapters = false, onProgress = () => {}, signal } = options;
  checkOutput(outDir);
  const base = loadBase(baseDir);
  const { rows, val } = splitOff(options.rows, options.val ?? [], seed);
  const validation = makeCorpus(val, base);
  const report = (phase: TuningPhase) => (done: number, total: number) => {
    signal?.throwIfAborted();
    onProgress(phase, done, total);
  };
  const { corpus, encoded, known } = await withBackground(rows, base, seed, report('embed'));
  const resume = new Resume(outDir, corpus, [seed, baseDir, adapters]);
  const shippedRows = supplement();
  const tuning = (part: 'cross-validation' | 'training', phase: TuningPhase): Tuning => ({
    adapters,
    seed,
    threads: options.threads ?? 2,
    signal,
    supplement: shippedRows,
    support: supportOf(corpus),
    onStep: ({ step, steps, loss }) => onProgress(phase, step, steps, loss),
    resume: resume.state(part),
    onCheckpoint: (state) => resume.saveState(part, state),
  });

  let crossValidation = resume.crossValidation;
  if (!crossValidation && !knowsOutOfScope(val)) {
    const folds = foldsFor(rows.length, enoughRows);
    // With several folds each takes seconds, which is not worth a checkpoint.
    const checkpoint = folds === 1 ? {} : { resume: undefined, onCheckpoint: undefined };
    const onFold = () => signal?.throwIfAborted();
    const foldTuning = { ...tuning('cross-validation', 'cross-validate'), ...checkpoint };
    crossValidation = await crossValidate(encoded, corpus, { seed, folds, tuning: foldTuning }, onFold);
    resume.saveCrossValidation(crossValidation);
  }
  const frozen = await frozenCandidate(encoded, corpus, seed, report('fit'));
  const tuned = await tunedCandidate(frozen, encoded, corpus, tuning('training', 'tune'), report('embed'));
  const resultsOf = async (candidate: CandidateModel, folds: ValidationResults = []) =>
    validate(candidate, validation, folds, report('calibrate'));
  const simple = await evaluateFrozen(frozen, await resultsOf(frozen, crossValidation?.frozen));
  // Any int8 form agrees on messages that it was trained on. Without validation rows, the folds' agreement is used instead.
  const withIntents = subset(validation, withIntent(validation, [...validation.rows.keys()]));
  const agreement = val.length ? await int8Agreement(tuned, withIntents.messages) : crossValidation!.agreement;
  const method = adapters ? 'adapters' : 'fine_tuned';
  const elaborate = await evaluateCandidate(tuned, await resultsOf(tuned, crossValidation?.tuned), method);
  const chosen = agrees(agreement, leastAgreement) ? selectModel([simple, elaborate]) : simple;
  onProgress('write', 0, 1);
  const own = chosen === elaborate ? agreement : undefined;
  await writeModel(outDir, chosen, { rows, val, base, known, seed, adapters, agreement: own });
  resume.done();
  onProgress('write', 1, 1);
  return {
    metrics: chosen.metrics,
    calibration: chosen.calibration,
    method: chosen.method,
    int8Agreement:
      own ??
      (await int8Agreement(frozen, val.length ? withIntents.messages : subset(corpus, ownRows(corpus)).messages)),
  };
}

function splitOff(rows: LabelledText[], val: LabelledText[], seed: number) {
  if (val.length || rows.length < manyRows) return { rows, val };
  const outOfScope = rows.filter(({ oos }) => oos);
  const enough = knowsOutOfScope(outOfScope.slice(0, Math.round(outOfScope.length * heldShare)));
  const share = enough ? heldShare : Math.min(heldShare, heldRows / rows.length);
  const { kept, held } = stratifiedSplit(rows, share, seededRandom(seed));
  return { rows: kept.map((row) => rows[row]!), val: held.map((row) => rows[row]!) };
}
