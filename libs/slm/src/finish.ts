import { toTensors } from './adapted-model.js';
import { applyBinaryHead } from './binary-head.js';
import type { BaseModel } from './base-model.js';
import { fitCalibration, type Calibration } from './confidence.js';
import type { LabelledText } from './corpus.js';
import { outcomeOf, summarise, type Judged } from './evaluate.js';
import { climb } from './ladder.js';
import type { Outcome } from './metrics/selective.js';
import { modelCard } from './model-card.js';
import { writeModelFolder, type Metrics } from './model-folder.js';
import { judgements, standIns, type Judgement, type Proof } from './proof.js';
import { stageModel, type Stage } from './stage.js';
import { chooseWordShare, wordsAlone } from './word-share.js';

/** A step of the ladder: a stage with its confidence, and how it does on its proof. */
export interface Proven {
  stage: Stage;
  /** In a few words, for the model card. */
  recipe: string;
  calibration: Calibration;
  metrics: Metrics;
  /** Held-out messages, as live as can be had: the same for every stage. */
  live: Outcome[];
}

/** The steps that cost no tuning: the word model alone, then the head on the frozen encoder. */
export async function proveFrozen(stage: Stage, proof: Proof): Promise<Proven> {
  const words = await prove(stage, proof, 'word model alone, which proved better than the encoder', wordsAlone);
  return climb([words, await prove(stage, proof, 'intent head on the frozen encoder')]);
}

/** `wordShare`: how much the word model counts beside the encoder. */
export async function prove(
  stage: Stage,
  proof: Proof,
  recipe: string,
  wordShare = chooseWordShare(proof),
): Promise<Proven> {
  const held = judgements(proof, wordShare);
  const strange = standIns(proof, wordShare);
  const calibration = await fitCalibration(
    wordShare,
    held,
    strange.map(({ features }) => features),
  );
  const judged = held.map((one) => judgedBy(calibration, one));
  return { stage, recipe, calibration, metrics: summarise(judged), live: liveOutcomes(calibration, held, strange) };
}

/** Where there are no out-of-scope messages, stand-ins make up half of all, as when the confidence was fitted. */
function liveOutcomes(calibration: Calibration, held: Judgement[], strange: Judgement[]): Outcome[] {
  const available = calibration.kind === 'fitted' ? [] : strange;
  // Evenly over the intents left out, which follow one another.
  const step = Math.max(1, Math.ceil(available.length / held.length));
  const used = available.filter((_, i) => i % step === 0);
  const times = Math.max(1, Math.round(held.length / Math.max(1, used.length)));
  const live = [...held, ...Array<Judgement[]>(times).fill(used).flat()];
  return live.map((one) => outcomeOf(judgedBy(calibration, one)));
}

function judgedBy({ confidence, outOfScope }: Calibration, { features, intent, predicted, oos }: Judgement): Judged {
  return {
    ...{ intent, predicted, oos },
    confidence: applyBinaryHead(confidence, features),
    oosScore: applyBinaryHead(outOfScope, features),
  };
}

export interface Facts {
  rows: LabelledText[];
  val: LabelledText[];
  base: BaseModel;
  seed: number;
  /** Keep only what the base has not. */
  adapters: boolean;
}

export function writeModel(outDir: string, { stage, recipe, calibration, metrics }: Proven, facts: Facts): void {
  const { base, rows, val, seed, adapters } = facts;
  const measuredOn = val.length
    ? `${metrics.n} validation rows`
    : `${metrics.n} rows, by a rehearsal on the others; the model itself has learned all of them`;
  writeModelFolder(outDir, {
    encoder: adapters
      ? { adapters: toTensors({ ...stage, bank: stage.bank.vectors.unit }, base) }
      : { onnx: stageModel(stage), tokenizerJson: base.tokenizerJson },
    words: stage.words,
    labels: { format: 2, intents: stage.intents, prefix: base.config.prefix, width: base.config.width },
    calibration,
    neighbours: { intents: stage.bank.intents },
    metrics,
    card: modelCard({ adapters, rows, intents: stage.intents, calibration, metrics, recipe, measuredOn, seed }),
  });
}
