import { measureActivations } from './activations.js';
import { chooseBank, signalOf } from './bank.js';
import { loadBase, shippedBase } from './base-model.js';
import { fitCalibration, type Audited, type Calibration } from './confidence.js';
import { applyBinaryHead } from './binary-head.js';
import { embedAll, pick } from './embed.js';
import { summarise, type Judged } from './evaluate.js';
import { neighbourCount, servedGraph, type IntentHead } from './inference-graph.js';
import { fitIntentHead, type Target } from './logistic-regression.js';
import { modelCard } from './model-card.js';
import { checkOutput, writeModelFolder, type Metrics } from './model-folder.js';
import { seededRandom } from './random.js';
import type { Row } from './rows.js';
import { argmax, featuresOf, type Features } from './signal.js';
import { nearestRows, type Neighbours } from './similarity.js';
import { stratifiedFolds } from './split.js';
import { createTokenizer } from './tokenizer.js';

export type TrainPhase = 'embed' | 'fit' | 'calibrate' | 'write';

export interface TrainHeadOptions {
  rows: Pick<Row, 'text' | 'intent' | 'oos'>[];
  /** Rows kept from training, to calibrate and measure on. Without them every fifth of the rows takes its turn. */
  val?: Pick<Row, 'text' | 'intent' | 'oos'>[];
  outDir: string;
  seed?: number;
  /** Folder of the pretrained encoder; the shipped one by default. */
  base?: string;
  onProgress?: (phase: TrainPhase, done: number, total: number) => void;
}

export interface Trained {
  metrics: Metrics;
  calibration: Calibration;
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
  const random = seededRandom(seed);
  const base = loadBase(baseDir);
  const { width } = base.config;
  const tokenizer = createTokenizer(JSON.parse(base.tokenizerJson) as object, base.config.prefix);
  const intents = [...new Set(rows.filter(({ oos }) => !oos).map(({ intent }) => intent))].sort();
  const indexOf = new Map(intents.map((intent, i) => [intent, i]));
  const targets: Target[] = rows.map(({ intent, oos }) => (oos ? null : indexOf.get(intent)!));

  const messages = [...rows, ...val].map(({ text }) => tokenizer.encode(text));
  const activations = await measureActivations(base, messages.slice(0, rows.length));
  const encoder = servedGraph(base, activations);
  const vectors = await embedAll(encoder, messages, width, (done) => onProgress('embed', done, messages.length));
  const trainVectors = vectors.subarray(0, rows.length * width);

  onProgress('fit', 0, 1);
  const head = await fitIntentHead({ vectors: trainVectors, targets, intents: intents.length });
  onProgress('fit', 1, 1);

  const bankRows = chooseBank(targets, random);
  const bank = pick(trainVectors, bankRows, width);
  const bankIntents = bankRows.map((row) => targets[row]!);
  const held = val.length
    ? await fromVal(vectors.subarray(rows.length * width))
    : await outOfFold((done, total) => onProgress('calibrate', done, total));
  const calibration = await fitCalibration(held.audited, await leaveIntentsOut());
  const metrics = summarise(held.audited.map((row, i) => judgedOf(row, held.rows[i]!)));

  onProgress('write', 0, 1);
  writeModelFolder(outDir, {
    onnx: servedGraph({ ...base, head, bank }, activations),
    tokenizerJson: base.tokenizerJson,
    labels: { format: 1, intents, prefix: base.config.prefix, width },
    calibration,
    neighbours: { intents: bankIntents },
    metrics,
    card: modelCard({ rows, val, intents, calibration, metrics, recipe: 'intent head on the frozen encoder', seed }),
  });
  onProgress('write', 1, 1);
  return { metrics, calibration };

  async function fromVal(valVectors: Float32Array): Promise<Held> {
    const near = await nearestRows(valVectors, bank, width, neighbourCount, () => true);
    return { rows: val, audited: val.map((row, i) => audit(row, head, valVectors, i, near[i]!)) };
  }

  /** Every row (of the first fold only, when there are many) judged by a head fitted without its fold. */
  async function outOfFold(onFold: (done: number, total: number) => void): Promise<Held> {
    const fullRows = rows.map((row, line) => ({ ...row, line }));
    const foldOf = stratifiedFolds(fullRows, folds, random);
    const used = rows.length > manyRows ? 1 : folds;
    const judgedRows = [...rows.keys()].filter((row) => foldOf[row]! < used);
    const near = await nearestRows(pick(trainVectors, judgedRows, width), bank, width, neighbourCount, (i, row) => {
      return bankRows[row] !== judgedRows[i];
    });
    const nearOf = new Map(judgedRows.map((row, i) => [row, near[i]!]));
    const held: Held = { rows: [], audited: [] };
    for (let fold = 0; fold < used; fold++) {
      const kept = [...rows.keys()].filter((row) => foldOf[row] !== fold);
      const foldHead = await fitIntentHead({
        vectors: pick(trainVectors, kept, width),
        targets: kept.map((row) => targets[row]!),
        intents: intents.length,
      });
      for (const row of judgedRows.filter((r) => foldOf[r] === fold)) {
        held.rows.push(rows[row]!);
        held.audited.push(audit(rows[row]!, foldHead, trainVectors, row, nearOf.get(row)!));
      }
      onFold(fold + 1, used);
    }
    return held;
  }

  function audit(
    row: TrainHeadOptions['rows'][number],
    by: IntentHead,
    from: Float32Array,
    at: number,
    near: Neighbours,
  ) {
    const logits = scores(by, from.subarray(at * width, (at + 1) * width));
    const features = featuresOf(signalOf(logits, near, bankIntents));
    const predicted = intents[argmax(logits)]!;
    return { features, predicted, correct: !row.oos && row.intent === predicted, oos: row.oos };
  }

  /** Rows of the bank as they would look had their intent never been taught. */
  async function leaveIntentsOut(): Promise<Features[]> {
    const near = await nearestRows(bank, bank, width, neighbourCount, (i, row) => bankIntents[row] !== bankIntents[i]);
    return near.map((neighbours, i) => {
      const logits = scores(head, bank.subarray(i * width, (i + 1) * width));
      logits[bankIntents[i]!] = -Infinity;
      return featuresOf(signalOf(logits, neighbours, bankIntents));
    });
  }

  function judgedOf(
    { features, predicted }: Audited & { predicted: string },
    row: TrainHeadOptions['rows'][number],
  ): Judged {
    return {
      intent: row.oos ? '' : row.intent,
      oos: row.oos,
      predicted,
      confidence: applyBinaryHead(calibration.confidence, features),
      oosScore: applyBinaryHead(calibration.outOfScope, features),
    };
  }
}

interface Held {
  rows: TrainHeadOptions['rows'];
  audited: (Audited & { predicted: string })[];
}

function scores({ weight, bias }: IntentHead, vector: Float32Array): Float64Array {
  const width = vector.length;
  return Float64Array.from(bias, (b, k) => {
    let sum = b;
    for (let d = 0; d < width; d++) sum += weight[k * width + d]! * vector[d]!;
    return sum;
  });
}
