import {
  dialogueAct,
  ModelError,
  sensitiveTopic,
  type DialogueAct,
  type RankedIntent,
  type SensitiveTopic,
} from '#contracts';
import { applyCalibrator, featuresOf, type Calibration, type Features } from '../confidence/index.js';
import { afterPrevious } from '../data/index.js';
import {
  createTokenizer,
  floats,
  openSession,
  runIds,
  shippedBase,
  type Session,
  type TextTokenizer,
} from '../encoder/index.js';
import {
  argmax,
  ensembleProbabilities,
  tfidfLogProbabilities,
  type ModelOutputs,
  type TfidfClassifier,
} from '../intents/index.js';
import { broken, readModelFolder, type Labels } from './model-folder.js';

export interface Prediction {
  intent: string;
  /** P(this intent is right) over all traffic, 0 to 1. */
  confidence: number;
  /** P(no intent fits), 0 to 1. */
  oosScore: number;
  /** In descending order of confidence. The first is `intent` with `confidence`. */
  topK: RankedIntent[];
  /** P of each sensitive topic, and of each dialogue act, 0 to 1. */
  topics: Record<SensitiveTopic, number>;
  acts: Record<DialogueAct, number>;
  /** The message was read together with `previous`. */
  readAfterPrevious: boolean;
  /** Where the message holds several requests: each read by itself, in their order, with its span of the text in UTF-16 units. Else empty. */
  requests: (Pick<Prediction, 'intent' | 'confidence' | 'oosScore' | 'topK'> & { from: number; to: number })[];
  /** [width], of length 1. */
  embedding: Float32Array;
  features: Features;
  latencyMs: number;
}

const shownIntents = 5;

/** A model folder in memory, answering one message at a time on one thread. */
export class Classifier {
  private constructor(
    private readonly session: Session,
    private readonly tokenizer: TextTokenizer,
    private readonly tfidf: TfidfClassifier,
    readonly labels: Labels,
    readonly calibration: Calibration,
    private readonly indexIntents: number[],
  ) {}

  /**
   * Verifies checksums and shapes, and runs two messages to warm up. Throws a ModelError that says what is wrong. `base`: the folder of the
   * encoder to which a model of adapters belongs.
   */
  static async load(dir: string, base = shippedBase()): Promise<Classifier> {
    const files = await readModelFolder(dir, base);
    let session: Session | undefined;
    try {
      session = await openSession(files.encoder.onnx);
      const tokenizer = createTokenizer(JSON.parse(files.encoder.tokenizerJson) as object, files.labels.prefix);
      const { tfidf, labels, calibration, neighbours } = files;
      const classifier = new Classifier(session, tokenizer, tfidf, labels, calibration, neighbours.intents);
      await classifier.warmUp();
      return classifier;
    } catch (error) {
      await session?.release();
      throw error instanceof ModelError ? error : broken(dir, error);
    }
  }

  /**
   * The one rule by which a message is read, for certificates, evaluation and serving alike. The model reads it by itself. Where it is short
   * and its confidence lies below the model's own threshold, the model reads it after `previous` too, the customer's message before it,
   * and the prediction of higher confidence counts.
   */
  async classify(text: string, { previous }: { previous?: string } = {}): Promise<Prediction> {
    const began = performance.now();
    let prediction = await this.predict(text);
    const joined = afterPrevious({ text, previous });
    if (joined !== null && prediction.confidence < this.calibration.threshold) {
      const together = await this.predict(joined);
      if (together.confidence > prediction.confidence) prediction = { ...together, readAfterPrevious: true };
    }
    return { ...prediction, latencyMs: performance.now() - began };
  }

  async release(): Promise<void> {
    await this.session.release();
  }

  private async predict(text: string): Promise<Omit<Prediction, 'latencyMs'>> {
    const outputs = await runIds(this.session, this.tokenizer.encode(text));
    const nearest = outputs['neighbour']!.data as BigInt64Array;
    const modelOutputs: ModelOutputs = {
      logits: floats(outputs['logits']),
      tfidf: tfidfLogProbabilities(this.tfidf, text),
      similarity: floats(outputs['similarity']),
      neighbours: Array.from(nearest, (row) => this.indexIntents[Number(row)]!),
      characters: text.length,
    };
    const probabilities = ensembleProbabilities(modelOutputs, this.calibration.ensembleWeight);
    const features = featuresOf(modelOutputs, probabilities);
    const blank = text.trim() === '';
    const confidence = blank ? 0 : applyCalibrator(this.calibration.confidence, features);
    return {
      intent: this.labels.intents[argmax(probabilities)]!,
      confidence,
      oosScore: blank ? 1 : applyCalibrator(this.calibration.outOfScope, features),
      topK: this.rank(probabilities, confidence),
      topics: zeros(sensitiveTopic.options),
      acts: zeros(dialogueAct.options),
      readAfterPrevious: false,
      requests: [],
      embedding: normalised(floats(outputs['pooled'])),
      features,
    };
  }

  /** The likeliest intents, their probabilities scaled so that the first has the calibrated confidence and no other exceeds it. */
  private rank(probabilities: Float64Array, confidence: number): RankedIntent[] {
    const order = Array.from(probabilities.keys()).sort((a, b) => probabilities[b]! - probabilities[a]!);
    const first = probabilities[order[0]!]!;
    const scale = confidence < first ? confidence / first : (1 - confidence) / (1 - first || 1);
    return order.slice(0, shownIntents).map((i, rank) => ({
      intent: this.labels.intents[i]!,
      confidence: rank === 0 ? confidence : probabilities[i]! * scale,
    }));
  }

  private async warmUp(): Promise<void> {
    for (const text of ['warm up', 'a somewhat longer message to warm up with']) {
      const outputs = await runIds(this.session, this.tokenizer.encode(text));
      const { intents, width } = this.labels;
      if (outputs['logits']?.size !== intents.length) throw new Error(`it does not score ${intents.length} intents`);
      if (this.tfidf.intents !== intents.length) throw new Error('its TF-IDF classifier has other intents');
      if (outputs['pooled']?.size !== width) throw new Error(`its vectors are not ${width} wide`);
      const rows = outputs['neighbour']?.data as BigInt64Array | undefined;
      if (!rows?.every((row) => Number(row) < this.indexIntents.length))
        throw new Error('its neighbours have no intents');
    }
  }
}

function zeros<K extends string>(names: readonly K[]): Record<K, number> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<K, number>;
}

function normalised(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, v) => sum + v * v, 0)) || 1;
  return vector.map((v) => v / length);
}
