import type { RankedIntent, Similarity } from '#contracts';
import type { ModelInput } from '#personal-data';
import { mostPieces, type Way } from '../auxiliary/index.js';
import type { Calibration } from '../confidence/index.js';
import { afterPrevious } from '../data/index.js';
import { shippedBase } from '../encoder/index.js';
import { fewestPairs, readingInTurn, sharedBy } from './in-turn.js';
import { LoadedModel, type ComparedText, type Reading } from './loaded-model.js';
import type { Labels } from './model-folder.js';
import { severalRequests, wayWorthReading, type Whole } from './several-requests.js';
import { followUpOf, similaritiesOf } from './similarities.js';

/** How a text was read, without what it does. */
type ReadAs = Pick<Reading, 'intent' | 'confidence' | 'oosScore' | 'topK'>;

type Request = ReadAs & { from: number; to: number; text: string };

export interface Prediction extends Reading {
  /** The message was read together with `previous`. */
  readAfterPrevious: boolean;
  /** Then: what the message was read as by itself. */
  alone: ReadAs | null;
  /** Then: what the message before it was read as by itself, best first; empty where the model needs no such reading, or it was not read so. */
  before: RankedIntent[];
  /** Where the message holds several requests: each read by itself, in their order, with its words and its span of the text in UTF-16 units. Else empty. */
  requests: Request[];
  /** Where it may hold several or be one: what it would fall into. Else empty. */
  possibleRequests: Request[];
  latencyMs: number;
}

/** A message as it counts. */
type Message = Omit<Prediction, 'latencyMs'>;

/** One request found in a text, and where it stands in it. */
type FoundPiece = Reading & { from: number; to: number; text: string };

/** P(follow-up) from which a message is read after the one before it, too, and from which that reading counts in any case. */
const [leansFrom, surelyLeansFrom] = [0.5, 0.9];
/** P(no intent fits) from which a message that does not surely lean is about something else: "can you repair my submarine", after an answer. */
const somethingElseFrom = 0.75;
/**
 * A message that is so sure by itself says what it is about, however it is put: "can it go in the dryer". Where it is only as sure as the
 * first of these, the reading after another message counts if that is as sure as `sureTogether`: "do I pay the postage", after a return.
 */
const [nearlySureAlone, sureAlone, sureTogether] = [0.92, 0.975, 0.9];

/** Reads messages by a model folder, one at a time on one thread. */
export class Classifier {
  private constructor(private readonly model: LoadedModel) {}

  /** Throws a ModelError that says what is wrong. `base`: the folder of the encoder to which a model of adapters belongs. */
  static async load(dir: string, base = shippedBase()): Promise<Classifier> {
    return new Classifier(await LoadedModel.load(dir, base));
  }

  get labels(): Labels {
    return this.model.labels;
  }

  get calibration(): Calibration {
    return this.model.calibration;
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
    const whole = await this.model.read(text);
    const alone =
      about === undefined ? whole : { ...(await this.model.read(about)), topics: whole.topics, acts: whole.acts };
    const together = afterPrevious({ text: said, previous });
    const message =
      together !== null && this.labels.pairs >= fewestPairs
        ? await this.readInTurn(together, await this.readAlone(text, said, alone))
        : await this.readByItself({ text, said, together, previous, asked }, alone);
    return { ...message, latencyMs: performance.now() - began };
  }

  /** How near each of `texts` is to a message that follows on an answered `question`. */
  async similarities(message: string, question: string, texts: string[]): Promise<Similarity[]> {
    const compared: ComparedText[] = [];
    for (const text of texts) compared.push(await this.model.vectorsOf(text));
    return similaritiesOf(await followUpOf(this.model, message, question), compared, await this.model.selection());
  }

  async release(): Promise<void> {
    await this.model.release();
  }

  private async readAlone(text: string, said: string, reading: Reading): Promise<Message> {
    return {
      ...{ ...reading, readAfterPrevious: false, alone: null, before: [] },
      ...(await this.requestsIn(text, said, reading)),
    };
  }

  private async readByItself(
    { text, said, together, previous, asked }: ModelInput & { said: string; together: string | null },
    alone: Reading,
  ): Promise<Message> {
    const leans = together !== null && (asked || alone.acts.follow_up >= leansFrom);
    const joint = leans ? await this.readAfter(together, previous!, alone) : null;
    return joint ?? (await this.readAlone(text, said, alone));
  }

  /** By a model that has learned what a message after another one is about. */
  private async readInTurn(together: string, alone: Message): Promise<Message> {
    if (alone.requests.length > 0) return alone;
    const joint = readTogether(await this.model.read(together), alone);
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

  /** Null: the message counts by itself. */
  private async readAfter(together: string, previous: string, alone: Reading): Promise<Message | null> {
    if (alone.confidence >= sureAlone) return null;
    const joint = await this.model.read(together);
    const isClear = alone.confidence < nearlySureAlone || joint.confidence >= sureTogether;
    const isSurer = joint.confidence > alone.confidence && alone.oosScore < somethingElseFrom;
    const counts = isClear && (alone.acts.follow_up >= surelyLeansFrom || isSurer);
    if (!counts) return null;
    const { topK: before } = await this.model.read(previous);
    return { ...readTogether(joint, alone), before };
  }

  /** Reads the pieces of what is said in a text that seems to hold several requests. */
  private async requestsIn(
    text: string,
    said: string,
    { acts, topK }: Reading,
  ): Promise<Pick<Prediction, 'requests' | 'possibleRequests'>> {
    const several = acts.several_requests;
    const way = this.wayWorthReading(said, several);
    if (way === null) return { requests: [], possibleRequests: [] };
    const at = Math.max(0, text.lastIndexOf(said));
    const requestOf = ({ intent, confidence, oosScore, topK, from, to, text: piece }: FoundPiece) => ({ ...{ intent, confidence, oosScore, topK }, from: at + from, to: at + to, text: piece }); // prettier-ignore
    const { surely, possibly } = await this.piecesOf(said, way, { topK, several });
    return { requests: surely.map(requestOf), possibleRequests: possibly.map(requestOf) };
  }

  /** A piece may hold two requests itself: "what's delivery, how long, and if it doesn't fit can I swap it?" */
  private async piecesOf(said: string, way: Way, whole: Whole): Promise<Record<'surely' | 'possibly', FoundPiece[]>> {
    const pieces: FoundPiece[] = [];
    for (const { from, to } of way.spans) {
      const text = said.slice(from, to);
      pieces.push({ ...(await this.model.read(text)), from, to, text });
    }
    const { surely, possibly } = severalRequests({ ...way, pieces }, whole);
    const parts: FoundPiece[] = [];
    for (const piece of surely) {
      const inner = surely.length < mostPieces ? this.wayWorthReading(piece.text, whole.several) : null;
      const inPiece = { topK: piece.topK, several: whole.several };
      const own = inner ? (await this.piecesOf(piece.text, inner, inPiece)).surely : [];
      const moved = own.map((part) => ({ ...part, from: piece.from + part.from, to: piece.from + part.to }));
      parts.push(...(own.length > 0 ? moved : [piece]));
    }
    return { surely: parts.length <= mostPieces ? parts : surely, possibly };
  }

  private wayWorthReading(text: string, several: number): Way | null {
    return wayWorthReading(text, several, (piece) => this.model.guess(piece));
  }
}

/** Topics and acts stay those of the message alone: what came before it has been looked through already. */
function readTogether(joint: Reading, { topics, acts, intent, confidence, oosScore, topK }: Reading): Message {
  const alone = { intent, confidence, oosScore, topK };
  return { ...joint, topics, acts, readAfterPrevious: true, alone, before: [], requests: [], possibleRequests: [] };
}
