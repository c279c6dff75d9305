import {
  dialogueAct,
  ModelError,
  sensitiveTopic,
  type DialogueAct,
  type RankedIntent,
  type SensitiveTopic,
} from '#contracts';
import { auxiliaryLabels, sigmoid, type AuxiliaryLabel } from '../auxiliary/index.js';
import { applyCalibrator, featuresOf, type Calibration, type Features } from '../confidence/index.js';
import {
  createTokenizer,
  floats,
  openSession,
  runIds,
  type Outputs,
  type Session,
  type TextTokenizer,
} from '../encoder/index.js';
import {
  argmax,
  ensembleProbabilities,
  tfidfOutputs,
  type ModelOutputs,
  type TfidfClassifier,
} from '../intents/index.js';
import { Speller } from '../spelling/index.js';
import { broken, readModelFolder, readUntuned, type Labels } from './model-folder.js';

/** What a model makes of one text. */
export interface Reading {
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
  /** [width], of length 1. */
  embedding: Float32Array;
  features: Features;
}

/** A text as vectors [width] of length 1, by the encoder before it was tuned and by the one that reads messages. */
export interface ComparedText {
  untuned: Float32Array;
  tuned: Float32Array;
}

const shownIntents = 5;

/** What compares texts, opened when it is first asked for: few who load a model compare. */
interface Comparing {
  /** The encoder before it was tuned, where that is at hand. */
  session: Session;
  selection: Float32Array | null;
}

/** A model folder in memory, reading one text at a time on one thread. Typing errors are corrected in what it reads. */
export class LoadedModel {
  private untuned?: Promise<Comparing>;

  private constructor(
    private readonly session: Session,
    private readonly tokenizer: TextTokenizer,
    private readonly tfidf: TfidfClassifier,
    readonly labels: Labels,
    readonly calibration: Calibration,
    private readonly indexIntents: number[],
    private readonly speller: Speller,
    private readonly openUntuned: () => Promise<Comparing | null>,
  ) {}

  /** Verifies checksums and shapes, and runs two messages to warm up. Throws a ModelError that says what is wrong. */
  static async load(dir: string, base: string): Promise<LoadedModel> {
    const files = await readModelFolder(dir, base);
    const { onnx, tokenizerJson } = files.encoder;
    const openUntuned = async () => {
      const found = readUntuned(dir, base);
      return found && { session: await openSession(found.onnx), selection: found.selection };
    };
    let session: Session | undefined;
    try {
      session = await openSession(onnx);
      const tokenizer = createTokenizer(JSON.parse(tokenizerJson) as object, files.labels.prefix);
      const { tfidf, labels, calibration, neighbours, vocabulary } = files;
      const speller = new Speller(vocabulary, tokenizerJson);
      const model = new LoadedModel(
        session,
        tokenizer,
        tfidf,
        labels,
        calibration,
        neighbours.intents,
        speller,
        openUntuned,
      );
      await model.warmUp();
      return model;
    } catch (error) {
      await session?.release();
      throw error instanceof ModelError ? error : broken(dir, error);
    }
  }

  async release(): Promise<void> {
    await this.session.release();
    const untuned = await this.untuned;
    if (untuned?.session !== this.session) await untuned?.session.release();
  }

  async read(text: string): Promise<Reading> {
    const meant = this.speller.corrected(text);
    const { beginning, end } = this.tokenizer.encodeEnds(meant);
    const reading = this.toReading(meant, await runIds(this.session, beginning));
    return end === null ? reading : ofLongText(reading, this.toReading(meant, await runIds(this.session, end)));
  }

  /** The vector of a text by the encoder before it was tuned, where that is at hand, [width], of length 1. */
  async untunedVectorOf(text: string): Promise<Float32Array> {
    return this.vectorBy((await this.comparing()).session, text);
  }

  /** The same by both encoders: one vector where they are the same. */
  async vectorsOf(text: string): Promise<ComparedText> {
    const untuned = await this.untunedVectorOf(text);
    const isTuned = (await this.comparing()).session !== this.session;
    return { untuned, tuned: isTuned ? await this.vectorBy(this.session, text) : untuned };
  }

  /** What answer selection has learned for the encoder before it was tuned: the matrix of `bilinear`; null: nothing. */
  async selection(): Promise<Float32Array | null> {
    return (await this.comparing()).selection;
  }

  private comparing(): Promise<Comparing> {
    this.untuned ??= this.openUntuned().then((untuned) => untuned ?? { session: this.session, selection: null });
    return this.untuned;
  }

  private async vectorBy(session: Session, text: string): Promise<Float32Array> {
    const { beginning } = this.tokenizer.encodeEnds(this.speller.corrected(text));
    return normalised(floats((await runIds(session, beginning))['pooled']));
  }

  /** What the TF-IDF classifier alone takes a text for, which costs next to nothing. */
  guess(text: string): { intent: number; probability: number } {
    const { tfidf } = tfidfOutputs(this.tfidf, this.speller.corrected(text));
    const intent = argmax(tfidf);
    return { intent, probability: Math.exp(tfidf[intent]!) };
  }

  private toReading(text: string, outputs: Outputs): Reading {
    const nearest = outputs['neighbour']!.data as BigInt64Array;
    const modelOutputs: ModelOutputs = {
      logits: floats(outputs['logits']),
      ...tfidfOutputs(this.tfidf, text),
      similarity: floats(outputs['similarity']),
      neighbours: Array.from(nearest, (row) => this.indexIntents[Number(row)]!),
      outOfScope: outputs['out_of_scope'] ? floats(outputs['out_of_scope'])[0]! : 0,
      characters: text.length,
    };
    const probabilities = ensembleProbabilities(modelOutputs, this.calibration);
    const features = featuresOf(modelOutputs, probabilities);
    const blank = text.trim() === '';
    const some = <K extends AuxiliaryLabel>(labels: readonly K[]) =>
      Object.fromEntries(labels.map((label) => [label, blank ? 0 : probabilityOf(label, outputs)])) as Record<
        K,
        number
      >;
    const confidence = blank ? 0 : applyCalibrator(this.calibration.confidence, features);
    return {
      intent: this.labels.intents[argmax(probabilities)]!,
      confidence,
      oosScore: blank ? 1 : applyCalibrator(this.calibration.outOfScope, features),
      topK: this.rank(probabilities, confidence),
      topics: some(sensitiveTopic.options),
      acts: some(dialogueAct.options),
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
      if (this.tfidf.classes !== intents.length + 1) throw new Error('its TF-IDF classifier has other intents');
      if (outputs['pooled']?.size !== width) throw new Error(`its vectors are not ${width} wide`);
      if (outputs['auxiliary']?.size !== auxiliaryLabels.length) throw new Error('it knows other topics');
      const rows = outputs['neighbour']?.data as BigInt64Array | undefined;
      if (!rows?.every((row) => Number(row) < this.indexIntents.length))
        throw new Error('its neighbours have no intents');
    }
  }
}

/** P that the end of a long text was read right, from which it is what counts. */
const endCountsFrom = 0.5;

/**
 * A long text is read from its beginning and from its end, as far as the model reads. A story mostly ends with what it asks for; danger may
 * stand anywhere in it.
 */
function ofLongText(beginning: Reading, end: Reading): Reading {
  const { topics, acts } = beginning;
  const greater = <K extends string>(a: Record<K, number>, b: Record<K, number>) =>
    Object.fromEntries((Object.keys(a) as K[]).map((key) => [key, Math.max(a[key], b[key])])) as Record<K, number>;
  const isSame = end.intent === beginning.intent;
  const endCounts = end.confidence >= (isSame ? beginning.confidence : endCountsFrom);
  const counts = endCounts || end.confidence > beginning.confidence ? end : beginning;
  return { ...counts, topics: greater(topics, end.topics), acts: greater(acts, end.acts) };
}

function probabilityOf(label: AuxiliaryLabel, outputs: Outputs): number {
  return sigmoid(floats(outputs['auxiliary'])[auxiliaryLabels.indexOf(label)]!);
}

function normalised(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, v) => sum + v * v, 0)) || 1;
  return vector.map((v) => v / length);
}
