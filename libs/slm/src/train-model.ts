import { agrees, int8Agreement } from './agreement.js';
import { loadBase, shippedBase } from './base-model.js';
import { knowsOutOfScope } from './confidence.js';
import { makeCorpus, type LabelledText } from './corpus.js';
import { prove, writeModel } from './finish.js';
import { provenWorse } from './ladder.js';
import { checkOutput } from './model-folder.js';
import type { Proof } from './proof.js';
import { seededRandom } from './random.js';
import { rehearse, trialsFor } from './rehearsal.js';
import { Resume } from './resume.js';
import { stratifiedSplit } from './split.js';
import { encode, frozenStage, tunedStage, type Stage, type Tuning } from './stage.js';
import type { Trained, TrainHeadOptions } from './train-head.js';
import { validate } from './validation.js';

export type TuningPhase = 'embed' | 'fit' | 'rehearse' | 'tune' | 'calibrate' | 'write';

export interface TrainModelOptions extends Omit<TrainHeadOptions, 'onProgress'> {
  threads?: number;
  /** `loss` comes with the steps of `rehearse` and `tune`. */
  onProgress?: (phase: TuningPhase, done: number, total: number, loss?: number) => void;
  /** Aborting leaves `OUT.unfinished`, from which the same call goes on. */
  signal?: AbortSignal;
}

/** From this many rows on some of them serve as validation rows; below, none can be spared and a rehearsal takes their place. */
const manyRows = 3_000;
/** A tenth where that holds out-of-scope rows enough to fit the confidence on; otherwise so many rows are enough. */
const heldShare = 0.1;
const heldRows = 500;
/** From so many rows on one trial of the rehearsal is enough. */
const enoughRows = 400;
/** A tuned model whose int8 form is shown to agree less with its float form is not shipped. */
const leastAgreement = 0.97;

/**
 * The whole recipe: a head on the frozen encoder, then encoder and head tuned together; confidence from validation rows or from a
 * rehearsal; the tuned stage is shipped unless it proves worse than the frozen one.
 */
export async function trainModel(options: TrainModelOptions): Promise<Trained & { recipe: string }> {
  const { outDir, seed = 1, base: baseDir = shippedBase(), onProgress = () => {}, signal } = options;
  checkOutput(outDir);
  const base = loadBase(baseDir);
  const { rows, val } = splitOff(options.rows, options.val ?? [], seed);
  const corpus = makeCorpus(rows, base);
  const validation = makeCorpus(val, base);
  const resume = new Resume(outDir, corpus, seed, baseDir);
  const tuning = (part: 'rehearsal' | 'training', phase: TuningPhase): Tuning => ({
    seed,
    threads: options.threads ?? 2,
    signal,
    onStep: ({ step, steps, loss }) => onProgress(phase, step, steps, loss),
    resume: resume.state(part),
    onAbort: (state) => resume.saveState(part, state),
  });
  const report = (phase: TuningPhase) => (done: number, total: number) => {
    signal?.throwIfAborted();
    onProgress(phase, done, total);
  };

  const encoded = await encode(base, corpus, report('embed'));
  let rehearsed = resume.rehearsed;
  if (!rehearsed && !knowsOutOfScope(val)) {
    const trials = trialsFor(rows.length, enoughRows);
    const own = tuning('rehearsal', 'rehearse');
    // Where there are several trials each takes seconds, and is not worth a checkpoint.
    const again = trials === 1 ? {} : { resume: undefined, onAbort: undefined };
    const onTrial = () => signal?.throwIfAborted();
    rehearsed = await rehearse(encoded, corpus, { seed, trials, tuning: { ...own, ...again } }, onTrial);
    resume.saveRehearsed(rehearsed);
  }
  const frozen = await frozenStage(encoded, corpus, seed, report('fit'));
  const tuned = await tunedStage(frozen, encoded, corpus, tuning('training', 'tune'), report('embed'));
  const provenOf = async (stage: Stage, rehearsal: Proof = []) =>
    prove(stage, await validate(stage, validation, rehearsal, report('calibrate')));
  const frozenProven = await provenOf(frozen, rehearsed?.frozen);
  const tunedProven = await provenOf(tuned, rehearsed?.tuned);
  // On messages that it has learned any form of it agrees; then the rehearsal's model speaks for it.
  const agreement = val.length ? await int8Agreement(tuned, validation.messages) : rehearsed!.agreement;
  const better = agrees(agreement, leastAgreement) && !provenWorse(tunedProven.live, frozenProven.live);
  const proven = better ? tunedProven : frozenProven;
  const recipe = better
    ? `encoder and intent head fine-tuned together; int8 agrees with float32 on ${((100 * agreement.same) / agreement.of).toFixed(1)} % of ${agreement.of} messages`
    : 'intent head on the frozen encoder, which proved better than fine-tuning';
  onProgress('write', 0, 1);
  writeModel(outDir, proven, { rows, val, base, recipe, seed });
  resume.done();
  onProgress('write', 1, 1);
  return {
    metrics: proven.metrics,
    calibration: proven.calibration,
    recipe,
    int8Agreement: better ? agreement : await int8Agreement(frozen, val.length ? validation.messages : corpus.messages),
  };
}

function splitOff(rows: LabelledText[], val: LabelledText[], seed: number) {
  if (val.length || rows.length < manyRows) return { rows, val };
  const strange = rows.filter(({ oos }) => oos);
  const enough = knowsOutOfScope(strange.slice(0, Math.round(strange.length * heldShare)));
  const share = enough ? heldShare : Math.min(heldShare, heldRows / rows.length);
  const { kept, held } = stratifiedSplit(rows, share, seededRandom(seed));
  return { rows: kept.map((row) => rows[row]!), val: held.map((row) => rows[row]!) };
}
