import { applyBinaryHead } from './binary-head.js';
import type { BaseModel } from './base-model.js';
import { fitCalibration, type Calibration } from './confidence.js';
import type { LabelledText } from './corpus.js';
import { summarise, type Judged } from './evaluate.js';
import { modelCard } from './model-card.js';
import { writeModelFolder, type Metrics } from './model-folder.js';
import { stageModel, type Judgement, type Stage } from './stage.js';

/** Messages that a stage was not trained on and what it made of them, and stand-ins for out-of-scope messages. */
export interface Proof {
  rows: LabelledText[];
  judgements: Judgement[];
  leftOut: Judgement[];
}

/** A stage with its confidence, and how it does on its proof. */
export interface Proven {
  stage: Stage;
  calibration: Calibration;
  metrics: Metrics;
}

export async function prove(stage: Stage, { rows, judgements, leftOut }: Proof): Promise<Proven> {
  const calibration = await fitCalibration(
    judgements,
    leftOut.map(({ features }) => features),
  );
  return { stage, calibration, metrics: summarise(rows.map((row, i) => judged(row, judgements[i]!, calibration))) };
}

/**
 * Area under the risk-coverage curve over the proof, by which stages are compared. Where it has no out-of-scope messages, stand-ins
 * make up half of it, as when the confidence was fitted.
 */
export function provenAurc({ rows, judgements, leftOut }: Proof, calibration: Calibration): number {
  const available = calibration.kind === 'fitted' ? [] : leftOut;
  // Evenly over the intents left out, which follow one another.
  const step = Math.max(1, Math.ceil(available.length / rows.length));
  const standIns = available.filter((_, i) => i % step === 0);
  const times = Math.max(1, Math.round(rows.length / Math.max(1, standIns.length)));
  const oos: LabelledText = { text: '', intent: '', oos: true };
  const all = [
    ...rows.map((row, i) => judged(row, judgements[i]!, calibration)),
    ...standIns.flatMap((one) => Array<Judged>(times).fill(judged(oos, one, calibration))),
  ];
  return summarise(all).aurc;
}

function judged(row: LabelledText, { features, predicted }: Judgement, calibration: Calibration): Judged {
  return {
    intent: row.oos ? '' : row.intent,
    oos: row.oos,
    predicted,
    confidence: applyBinaryHead(calibration.confidence, features),
    oosScore: applyBinaryHead(calibration.outOfScope, features),
  };
}

export interface Facts {
  rows: LabelledText[];
  base: BaseModel;
  /** In a few words, for the model card. */
  recipe: string;
  measuredOn: string;
  seed: number;
}

export function writeModel(outDir: string, { stage, calibration, metrics }: Proven, facts: Facts): void {
  const { base, rows, recipe, measuredOn, seed } = facts;
  writeModelFolder(outDir, {
    onnx: stageModel(stage),
    tokenizerJson: base.tokenizerJson,
    labels: { format: 1, intents: stage.intents, prefix: base.config.prefix, width: base.config.width },
    calibration,
    neighbours: { intents: stage.bank.intents },
    metrics,
    card: modelCard({ rows, intents: stage.intents, calibration, metrics, recipe, measuredOn, seed }),
  });
}
