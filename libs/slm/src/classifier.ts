import { ModelError, type RankedIntent } from '#contracts';
import { shippedBase } from './base-model.js';
import { applyBinaryHead } from './binary-head.js';
import type { Calibration } from './confidence.js';
import { afterPrevious } from './elliptic.js';
import { broken, readModelFolder, type Labels } from './model-folder.js';
import { floats, openSession, runIds, type Session } from './onnx-session.js';
import { argmax, featuresOf, intentShares, type Features, type Signal } from './signal.js';
import { createTokenizer, type TextTokenizer } from './tokenizer.js';
import { wordScores, type WordModel } from './word-model.js';

export interface Prediction {
  intent: string;
  /** P(this intent is right), over all traffic, 0 to 1. */
  confidence: number;
  /** P(no intent fits), 0 to 1. */
  oosScore: number;
  /** Best first; the first is `intent` with `confidence`. */
  topK: RankedIntent[];
  /** Length 1. */
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
    private readonly words: WordModel,
    readonly labels: Labels,
    readonly calibration: Calibration,
    private readonly bankIntents: number[],
  ) {}

  /**
   * Verifies checksums and shapes, and warms up. Throws a ModelError that says what is wrong. `base`: the encoder's folder that a model
   * kept as adapters was trained on.
   */
  static async load(dir: string, base = shippedBase()): Promise<Classifier> {
    const files = readModelFolder(dir, base);
    let session: Session | undefined;
    try {
      session = await openSession(files.encoder.onnx);
      const tokenizer = createTokenizer(JSON.parse(files.encoder.tokenizerJson) as object, files.labels.prefix);
      const { words, labels, calibration, neighbours } = files;
      const classifier = new Classifier(session, tokenizer, words, labels, calibration, neighbours.intents);
      await classifier.warmUp();
      return classifier;
    } catch (error) {
      await session?.release();
      throw error instanceof ModelError ? error : broken(dir, error);
    }
  }

  /**
   * The one rule by which a message is read, for certificates, evaluation and serving alike: by itself; where it is short and the
   * model is unsure of it, by its own threshold, after the customer's message before it too, and the surer reading counts.
   */
  async classify(text: string, { previous }: { previous?: string } = {}): Promise<Prediction> {
    const began = performance.now();
    let prediction = await this.predict(text);
    const joined = afterPrevious({ text, previous });
    if (joined !== null && prediction.confidence < this.calibration.threshold) {
      const together = await this.predict(joined);
      if (together.confidence > prediction.confidence) prediction = together;
    }
    return { ...prediction, latencyMs: performance.now() - began };
  }

  async release(): Promise<void> {
    await this.session.release();
  }

  private async predict(text: string): Promise<Omit<Prediction, 'latencyMs'>> {
    const outputs = await runIds(this.session, this.tokenizer.encode(text));
    const nearest = outputs['neighbour']!.data as BigInt64Array;
    const signal: Signal = {
      logits: floats(outputs['logits']),
      words: wordScores(this.words, text),
      similarity: floats(outputs['similarity']),
      neighbours: Array.from(nearest, (row) => this.bankIntents[Number(row)]!),
      characters: text.length,
    };
    const shares = intentShares(signal, this.calibration.wordShare);
    const features = featuresOf(signal, shares);
    const blank = text.trim() === '';
    const confidence = blank ? 0 : applyBinaryHead(this.calibration.confidence, features);
    return {
      intent: this.labels.intents[argmax(shares)]!,
      confidence,
      oosScore: blank ? 1 : applyBinaryHead(this.calibration.outOfScope, features),
      topK: this.rank(shares, confidence),
      embedding: normalised(floats(outputs['pooled'])),
      features,
    };
  }

  /** Shares rescaled so that the first is the calibrated confidence and none overtakes it. */
  private rank(shares: Float64Array, confidence: number): RankedIntent[] {
    const order = Array.from(shares.keys()).sort((a, b) => shares[b]! - shares[a]!);
    const first = shares[order[0]!]!;
    const scale = confidence < first ? confidence / first : (1 - confidence) / (1 - first || 1);
    return order.slice(0, shownIntents).map((i, rank) => ({
      intent: this.labels.intents[i]!,
      confidence: rank === 0 ? confidence : shares[i]! * scale,
    }));
  }

  private async warmUp(): Promise<void> {
    for (const text of ['warm up', 'a somewhat longer message to warm up with']) {
      const outputs = await runIds(this.session, this.tokenizer.encode(text));
      const { intents, width } = this.labels;
      if (outputs['logits']?.size !== intents.length) throw new Error(`it does not score ${intents.length} intents`);
      if (this.words.intents !== intents.length) throw new Error('its word model has other intents');
      if (outputs['pooled']?.size !== width) throw new Error(`its vectors are not ${width} wide`);
      const rows = outputs['neighbour']?.data as BigInt64Array | undefined;
      if (!rows?.every((row) => Number(row) < this.bankIntents.length))
        throw new Error('its neighbours have no intents');
    }
  }
}

function normalised(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, v) => sum + v * v, 0)) || 1;
  return vector.map((v) => v / length);
}
