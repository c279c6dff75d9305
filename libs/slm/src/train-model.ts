import { int8Agreement } from './agreement.js';
import { loadBase, shippedBase } from './base-model.js';
import { enoughOutOfScope } from './confidence.js';
import { makeCorpus, type LabelledText } from './corpus.js';
import type { FineTuneOptions } from './fine-tune.js';
import { prove, provenAurc, writeModel, type Proof } from './finish.js';
import { checkOutput } from './model-folder.js';
import { seededRandom } from './random.js';
import { rehearse, type Rehearsed } from './rehearsal.js';
import { Resume } from './resume.js';
import { stratifiedSplit } from './split.js';
import { auditRows, frozenStage, tunedStage, type Stage } from './stage.js';
import type { Trained, TrainHeadOptions } from './train-head.js';

export type TuningPhase = 'embed' | 'rehearse' | 'tune' | 'calibrate' | 'write';

export interface TrainModelOptions extends Omit<TrainHeadOptions, 'onProgress'> {
  threads?: number;
  /** `loss` comes with the steps of `rehearse` and `tune`. */
  onProgress?: (phase: TuningPhase, done: number, total: number, loss?: number) => void;
  /** Aborting leaves `OUT.unfinished`, from which the same call goes on. */
  signal?: AbortSignal;
}

/** From this many rows on a tenth of them serves as validation rows; below, none can be spared and a rehearsal takes their place. */
const manyRows = 3_000;
const heldShare = 0.1;
/** A tuned model that int8 changes more than this is not shipped. */
const leastAgreement = 0.97;

/**
 * The whole recipe: a head on the frozen encoder, then encoder and head tuned together; confidence from validation rows or from a
 * rehearsal; the tuned stage is shipped where it proves better than the frozen one.
 */
export async function trainModel(options: TrainModelOptions): Promise<Trained & { recipe: string }> {
  const { outDir, seed = 1, base: baseDir = shippedBase(), onProgress = () => {}, signal } = options;
  checkOutput(outDir);
  const base = loadBase(baseDir);
  const { rows, val } = splitOff(options.rows, options.val ?? [], seed);
  const corpus = makeCorpus(rows, base);
  const proving = makeCorpus(val, base);
  const resume = new Resume(outDir, corpus, seed, baseDir);
  const tuning = (part: 'rehearsal' | 'training', phase: TuningPhase): TuningOptions => ({
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

  const knowsOutOfScope = val.filter(({ oos }) => oos).length >= enoughOutOfScope;
  let rehearsed: Rehearsed | undefined;
  if (!knowsOutOfScope) {
    rehearsed = resume.rehearsed ?? (await rehearse(base, corpus, tuning('rehearsal', 'rehearse'), report('embed')));
    resume.saveRehearsed(rehearsed);
  }
  const frozen = await frozenStage(base, corpus, seed, report('embed'));
  const tuned = await tunedStage(frozen, corpus, tuning('training', 'tune'), report('embed'));
  const proofOf = async (stage: Stage, rehearsal: Proof | undefined): Promise<Proof> =>
    val.length
      ? {
          rows: val,
          judgements: await auditRows(stage, val, proving.messages, report('calibrate')),
          leftOut: rehearsal?.leftOut ?? [],
        }
      : rehearsal!;
  const frozenProof = await proofOf(frozen, rehearsed?.frozen);
  const tunedProof = await proofOf(tuned, rehearsed?.tuned);
  const agreementOf = (stage: Stage) => int8Agreement(stage, val.length ? proving.messages : corpus.messages);
  const agreement = await agreementOf(tuned);
  const frozenProven = await prove(frozen, frozenProof);
  const tunedProven = await prove(tuned, tunedProof);
  const better =
    provenAurc(tunedProof, tunedProven.calibration) < provenAurc(frozenProof, frozenProven.calibration) &&
    agreement >= leastAgreement;
  const proven = better ? tunedProven : frozenProven;
  const recipe = better
    ? `encoder and intent head fine-tuned together; int8 agrees with float32 on ${(100 * agreement).toFixed(1)} %`
    : 'intent head on the frozen encoder, which proved better than fine-tuning';
  onProgress('write', 0, 1);
  const measuredOn = val.length
    ? `${val.length} validation rows`
    : `${tunedProof.rows.length} rows, by a rehearsal on the others; the model itself has learned all of them`;
  writeModel(outDir, proven, { rows, base, recipe, measuredOn, seed });
  resume.done();
  onProgress('write', 1, 1);
  return {
    metrics: proven.metrics,
    calibration: proven.calibration,
    recipe,
    int8Agreement: better ? agreement : await agreementOf(frozen),
  };
}

type TuningOptions = Pick<FineTuneOptions, 'seed' | 'threads' | 'signal' | 'onStep' | 'resume' | 'onAbort'>;

function splitOff(rows: LabelledText[], val: LabelledText[], seed: number) {
  if (val.length || rows.length < manyRows) return { rows, val };
  const { kept, held } = stratifiedSplit(rows, heldShare, seededRandom(seed));
  return { rows: kept.map((row) => rows[row]!), val: held.map((row) => rows[row]!) };
}
