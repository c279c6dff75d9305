import {
  dialogueAct,
  ModelError,
  sensitiveTopic,
  type DialogueAct,
  type RankedIntent,
  type SensitiveTopic,
} from '#contracts';
import type { ModelInput } from '#personal-data';
import { applyCalibrator, featuresOf, type Calibration, type Features } from '../confidence/index.js';
import { auxiliaryLabels, mostPieces, sigmoid, type AuxiliaryLabel, type Way } from '../auxiliary/index.js';
import { afterPrevious } from '../data/index.js';
import {
  createTokenizer,
  floats,
  openSession,
  runIds,
  shippedBase,
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
import { severalRequests, wayWorthReading, type Whole } from './several-requests.js';
import { fewestPairs, readingInTurn, sharedBy } from './in-turn.js';
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
  /** Then: what the message was read as by itself. */
  alone: Pick<Prediction, 'intent' | 'confidence' | 'oosScore' | 'topK'> | null;
  /** Then: what the message before it was read as by itself, best first; empty where the model needs no such reading, or it was not read so. */
  before: RankedIntent[];
  /** Where the message holds several requests: each read by itself, in their order, with its words and its span of the text in UTF-16 units. Else empty. */
  requests: (Pick<Prediction, 'intent' | 'confidence' | 'oosScore' | 'topK'> & {
    from: number;
    to: number;
    text: string;
  })[];
  /** [width], of length 1. */
  embedding: Float32Array;
  features: Features;
  latencyMs: number;
}

/** One request found in a text, and where it stands in it. */
type FoundPiece = Reading & { fragment: number; from: number; to: number; text: string };

/** One reading of a text. */
type Reading = Omit<Prediction, 'latencyMs'>;

const shownIntents = 5;
/** P(follow-up) from which a message is read after the one before it, too, and from which that reading counts in any case. */
const [leansFrom, surelyLeansFrom] = [0.5, 0.9];
/**
 * A message that is so sure by itself says what it is about, however it is put: "can it go in the dryer". Where it is only as sure as the
 * first of these, the reading after another message counts if that is as sure as `sureTogether`: "do I pay the postage", after a return.
 */
const [nearlySureAlone, sureAlone, sureTogether] = [0.92, 0.975, 0.9];

/** A model folder in memory, answering one message at a time on one thread. */
export class Classifier {
  private constructor(
    private readonly session: Session,
    private readonly tokenizer: TextTokenizer,
    private readonly tfidf: TfidfClassifier,
    readonly labels: Labels,
    readonly calibration: Calibration,
    private readonly indexIntents: number[],
    private readonly speller: Speller,
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
      const { tfidf, labels, calibration, neighbours, vocabulary } = files;
      const speller = new Speller(vocabulary, files.encoder.tokenizerJson);
      const classifier = new Classifier(session, tokenizer, tfidf, labels, calibration, neighbours.intents, speller);
      await classifier.warmUp();
      return classifier;
    } catch (error) {
      await session?.release();
      throw error instanceof ModelError ? error : broken(dir, error);
    }
  }

  /**
   * The one rule by which a message is read, for certificates, evaluation and serving alike. Typing errors are corrected in whatever the model
   * reads, never in the message. The model reads it by itself. Where it leans on
   * what was said, the model reads it after `previous` too, the customer's message before it, and that reading counts where the message
   * surely leans or the model is surer of it, unless it is sure enough by itself; a model that has learned from pairs of messages reads every later message so. The same holds for what answers the bot's question what
   * `previous` was about. Any other message is looked through for several requests. Where the message denies something, the intents are
   * those of `about`.
   */
  async classify(text: string, { previous, asked, about }: Omit<ModelInput, 'text'> = {}): Promise<Prediction> {
    const began = performance.now();
    const said = about ?? text;
    const whole = await this.predict(text);
    const alone =
      about === undefined ? whole : { ...(await this.predict(about)), topics: whole.topics, acts: whole.acts };
    const together = afterPrevious({ text: said, previous });
    const prediction =
      together !== null && this.labels.pairs >= fewestPairs
        ? await this.readInTurn(together, { ...alone, requests: await this.requestsIn(text, said, alone) })
        : await this.readByItself({ text, said, together, previous, asked }, alone);
    return { ...prediction, latencyMs: performance.now() - began };
  }

  private async readByItself(
    { text, said, together, previous, asked }: ModelInput & { said: string; together: string | null },
    alone: Reading,
  ): Promise<Reading> {
    const leans = together !== null && (asked || alone.acts.follow_up >= leansFrom);
    const joint = leans ? await this.readAfter(together, previous!, alone) : null;
    return joint ?? { ...alone, requests: await this.requestsIn(text, said, alone) };
  }

  /** By a model that has learned what a message after another one is about. */
  private async readInTurn(together: string, alone: Reading): Promise<Reading> {
    if (alone.requests.length > 0) return alone;
    const joint = readTogether(await this.predict(together), alone);
    switch (readingInTurn(alone, joint)) {
      case 'alone':
        return alone;
      case 'joint':
        return joint;
      case 'open': {
        const shared = sharedBy(alone, joint);
        return { ...joint, ...shared[0]!, topK: shared };
      }
    }
  }

  async release(): Promise<void> {
    await this.session.release();
  }

  /** Null: the message counts by itself. */
  private async readAfter(together: string, previous: string, alone: Reading): Promise<Reading | null> {
    if (alone.confidence >= sureAlone) return null;
    const joint = await this.predict(together);
    const isClear = alone.confidence < nearlySureAlone || joint.confidence >= sureTogether;
    const counts = isClear && (alone.acts.follow_up >= surelyLeansFrom || joint.confidence > alone.confidence);
    if (!counts) return null;
    const { topK: before } = await this.predict(previous);
    return { ...readTogether(joint, alone), before };
  }

  /** Reads the pieces of what is said in a text that seems to hold several requests. */
  private async requestsIn(text: string, said: string, whole: Reading): Promise<Prediction['requests']> {
    const several = whole.acts.several_requests;
    const way = this.wayWorthReading(said, several);
    if (way === null) return [];
    const at = Math.max(0, text.lastIndexOf(said));
    const found = await this.piecesOf(said, way, { topK: whole.topK, several });
    return found.map(
      ({ intent, confidence, oosScore, topK, from, to, text: piece }) => ({ ...{ intent, confidence, oosScore, topK }, from: at + from, to: at + to, text: piece }), // prettier-ignore
    );
  }

  /** A piece may hold two requests itself: "what's delivery, how long, and if it doesn't fit can I swap it?" */
  private async piecesOf(said: string, way: Way, whole: Whole): Promise<FoundPiece[]> {
    const pieces: FoundPiece[] = [];
    for (const { from, to } of way.spans) {
      const text = said.slice(from, to);
      pieces.push({ ...(await this.predictPiece(text)), from, to, text });
    }
    const found = severalRequests({ ...way, pieces }, whole);
    const parts: FoundPiece[] = [];
    for (const piece of found) {
      const inner = found.length < mostPieces ? this.wayWorthReading(piece.text, whole.several) : null;
      const own = inner ? await this.piecesOf(piece.text, inner, { topK: piece.topK, several: whole.several }) : [];
      const moved = own.map((part) => ({ ...part, from: piece.from + part.from, to: piece.from + part.to }));
      parts.push(...(own.length > 0 ? moved : [piece]));
    }
    return parts.length <= mostPieces ? parts : found;
  }

  private wayWorthReading(text: string, several: number): Way | null {
    const intentOf = (piece: string) => tfidfBest(tfidfOutputs(this.tfidf, this.speller.corrected(piece)).tfidf);
    return wayWorthReading(text, several, intentOf);
  }

  private async predict(text: string): Promise<Reading> {
    const meant = this.speller.corrected(text);
    const { beginning, end } = this.tokenizer.encodeEnds(meant);
    const reading = this.toReading(meant, await this.run(beginning));
    return end === null ? reading : ofLongText(reading, this.toReading(meant, await this.run(end)));
  }

  /** With P(it is a part of a message, and none by itself). */
  private async predictPiece(text: string): Promise<Reading & { fragment: number }> {
    const meant = this.speller.corrected(text);
    const outputs = await this.run(this.tokenizer.encode(meant));
    return { ...this.toReading(meant, outputs), fragment: probabilityOf('fragment', outputs) };
  }

  private async run(ids: number[]): Promise<Outputs> {
    return runIds(this.session, ids);
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
    const probabilities = ensembleProbabilities(modelOutputs, this.calibration.ensembleWeight);
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
      readAfterPrevious: false,
      alone: null,
      before: [],
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
      if (this.tfidf.classes !== intents.length + 1) throw new Error('its TF-IDF classifier has other intents');
      if (outputs['pooled']?.size !== width) throw new Error(`its vectors are not ${width} wide`);
      if (outputs['auxiliary']?.size !== auxiliaryLabels.length) throw new Error('it knows other topics');
      const rows = outputs['neighbour']?.data as BigInt64Array | undefined;
      if (!rows?.every((row) => Number(row) < this.indexIntents.length))
        throw new Error('its neighbours have no intents');
    }
  }
}

/** Topics and acts stay those of the message alone: what came before it has been looked through already. */
function readTogether(joint: Reading, { topics, acts, intent, confidence, oosScore, topK }: Reading): Reading {
  return { ...joint, topics, acts, readAfterPrevious: true, alone: { intent, confidence, oosScore, topK } };
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

function tfidfBest(logProbabilities: number[]): { intent: number; probability: number } {
  const intent = argmax(logProbabilities);
  return { intent, probability: Math.exp(logProbabilities[intent]!) };
}

function normalised(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, v) => sum + v * v, 0)) || 1;
  return vector.map((v) => v / length);
}
