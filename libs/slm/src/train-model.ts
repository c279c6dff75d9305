import { agrees, int8Agreement } from './agreement.js';
import { loadBase, shippedBase } from './base-model.js';
import { knowsOutOfScope } from './confidence.js';
import { makeCorpus, type LabelledText } from './corpus.js';
import { epochsFor } from './fine-tune.js';
import { prove, proveFrozen, writeModel } from './finish.js';
import { withNames } from './intent-names.js';
import { climb } from './ladder.js';
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
  /** Train low-rank adapters, and keep a folder of what the base has not: a tenth of the size. */
  adapters?: boolean;
  /** `loss` comes with the steps of `rehearse` and `tune`. */
  onProgress?: (phase: TuningPhase, done: number, total: number, loss?: number) => void;
  /** `OUT.unfinished` is there until the end; from it the same call goes on after it was aborted or its process was killed. */
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
 * The whole recipe: a word model, a head on the frozen encoder, then encoder and head tuned together; confidence from validation rows or
 * from a rehearsal; each step is shipped unless it proves worse than the one below.
 */
export async function trainModel(options: TrainModelOptions): Promise<Trained> {
  const { outDir, seed = 1, base: baseDir = shippedBase(), adapters = false, onProgress = () => {}, signal } = options;
  checkOutput(outDir);
  const base = loadBase(baseDir);
  const { rows, val } = splitOff(options.rows, options.val ?? [], seed);
  const corpus = makeCorpus(withNames(rows), base);
  const validation = makeCorpus(val, base);
  const resume = new Resume(outDir, corpus, [seed, baseDir, adapters]);
  const tuning = (part: 'rehearsal' | 'training', phase: TuningPhase): Tuning => ({
    adapters,
    // The rehearsal's too, which has fewer rows.
    epochs: epochsFor(rows.length),
    seed,
    threads: options.threads ?? 2,
    signal,
    onStep: ({ step, steps, loss }) => onProgress(phase, step, steps, loss),
    resume: resume.state(part),
    onCheckpoint: (state) => resume.saveState(part, state),
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
    const again = trials === 1 ? {} : { resume: undefined, onCheckpoint: undefined };
    const onTrial = () => signal?.throwIfAborted();
    rehearsed = await rehearse(encoded, corpus, { seed, trials, tuning: { ...own, ...again } }, onTrial);
    resume.saveRehearsed(rehearsed);
  }
  const frozen = await frozenStage(encoded, corpus, seed, report('fit'));
  const tuned = await tunedStage(frozen, encoded, corpus, tuning('training', 'tune'), report('embed'));
  const proofOf = async (stage: Stage, rehearsal: Proof = []) =>
    validate(stage, validation, rehearsal, report('calibrate'));
  const below = await proveFrozen(frozen, await proofOf(frozen, rehearsed?.frozen));
  // On messages that it has learned any form of it agrees; then the rehearsal's model speaks for it.
  const agreement = val.length ? await int8Agreement(tuned, validation.messages) : rehearsed!.agreement;
  const percent = ((100 * agreement.same) / agreement.of).toFixed(1);
  const recipe =
    `${adapters ? 'low-rank adapters of the encoder' : 'encoder'} and intent head fine-tuned together; ` +
    `int8 agrees with float32 on ${percent} % of ${agreement.of} messages`;
  const top = await prove(tuned, await proofOf(tuned, rehearsed?.tuned), recipe);
  const proven = agrees(agreement, leastAgreement) ? climb([below, top]) : below;
  onProgress('write', 0, 1);
  writeModel(outDir, proven, { rows, val, base, seed, adapters });
  resume.done();
  onProgress('write', 1, 1);
  return {
    metrics: proven.metrics,
    calibration: proven.calibration,
    recipe: proven.recipe,
    int8Agreement:
      proven === top ? agreement : await int8Agreement(frozen, val.length ? validation.messages : corpus.messages),
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
