import type { RankedIntent } from '#contracts';
import { dot, mean } from '#statistics';
import { asks, waysToSplit, type Cue, type Way } from '../auxiliary/index.js';

/** What a model makes of one piece of a text. */
export interface Piece {
  text: string;
  intent: string;
  confidence: number;
  oosScore: number;
  topK: RankedIntent[];
  acts: { acknowledgement: number; too_general: number };
  /** [width], of length 1. */
  embedding: Float32Array;
}

export interface ReadWay<P extends Piece> {
  pieces: P[];
  cues: ReadonlySet<Cue>;
}

/** What a model makes of the whole text. */
export interface Whole {
  topK: RankedIntent[];
  /** P(it holds several requests). */
  several: number;
}

type CueWeights = Partial<Record<Cue, number>>;

/**
 * Log-odds that a way to split a text is the right one, from what costs next to nothing: the TF-IDF classifier's word on the pieces. A logistic
 * regression on all ways of 1,085 messages of several requests and look-alikes by two authors, 1,011 of conversations and 1,234 single tickets, none
 * of which the model had seen. Every list is read: of 10,314 single tickets one looks like it.
 */
const worthReading = { bias: -8.36, several: 0.43, tfidf: 0.88, words: 1.25, differ: 2.98, three: -2.87, threeQuestions: 1.04 }; // prettier-ignore
const worthOf: CueWeights = { adds: 2.66, asks: 1.04, questionMarks: 1.8, semicolon: 2.08, and: 0.93, list: 20 };
/** So high that of the demo's held-out tickets, which all are single, one in twenty is read in pieces: each piece costs a reading. */
const leastWorth = -0.3;

/**
 * The way to split a text that is worth reading: each piece costs a reading. `several`: P(it holds several requests). `intentOf`: the TF-IDF
 * classifier's word on a piece; of a question it may be what no intent fits. Null: none is.
 */
export function wayWorthReading(
  text: string,
  several: number,
  intentOf: (piece: string) => { intent: number; probability: number },
): Way | null {
  // The ways of a long text share most of their pieces.
  const known = new Map<string, ReturnType<typeof intentOf>>();
  const guess = (piece: string) => {
    const found = known.get(piece) ?? intentOf(piece);
    known.set(piece, found);
    return found;
  };
  let [best, most]: [Way | null, number] = [null, leastWorth];
  for (const way of waysToSplit(text)) {
    const pieces = way.spans.map(({ from, to }) => text.slice(from, to));
    const isThree = pieces.length > 2;
    const unread =
      worthReading.bias +
      worthReading.several * logOdds(several, surely) +
      worthReading.words * Math.log(fewestWords(pieces)) +
      (isThree ? worthReading.three : 0) +
      (isThree && way.cues.has('asks') ? worthReading.threeQuestions : 0) +
      sumOf(worthOf, way.cues);
    if (unread + mostOfGuesses <= most) continue;
    const guesses = pieces.map(guess);
    const differ = new Set(guesses.map(({ intent }) => intent)).size === guesses.length;
    const worth =
      unread +
      worthReading.tfidf * mean(guesses.map(({ probability }) => logOdds(probability))) +
      (differ ? worthReading.differ : 0);
    if (worth > most) [best, most] = [way, worth];
  }
  return best;
}

/**
 * Log-odds that the pieces are requests of their own: a logistic regression on the ways that are worth reading of the same messages; the bias is .7
 * lower than fitted, so that 1 % of single tickets is split. `sure`: the mean of what each piece is surely about; `shared`: log P of one piece's
 * intent by another one; `second`: log P of the second intent of the whole; `words`: log of the fewest words of a piece; `noted`, `general`: the most
 * that a piece takes note of something, or says too little; `alike`: the largest cosine of two.
 */
const weights = { bias: -7.22, several: 0.44, sure: 1.66, shared: -0.21, second: 0.48, words: 1.01, noted: -2.62, general: -3.31, alike: -0.95 }; // prettier-ignore
const weightOf: CueWeights = {
  adds: 3.37,
  asks: 2.54,
  questionMarks: 1.82,
  stop: 1.27,
  and: 1.31,
  semicolon: 2.47,
  announced: 1.01,
};

/**
 * Log-odds from which the pieces may be requests. From there to 0, of 294 messages of several requests 9 were taken for one of them that was
 * surely answered, of 2,328 messages of one request 4.
 */
const possibleFrom = -1.5;

/** The pieces that are requests of their own, or may be; none where the text is one request. */
export function severalRequests<P extends Piece>(way: ReadWay<P>, whole: Whole): { surely: P[]; possibly: P[] } {
  const pieces = way.pieces.filter((piece) => !takesNote(piece));
  const asked = { ...way, pieces };
  const logOdds = pieces.length > 1 && areDifferent(asked, whole) ? logOddsOf(asked, whole) : -Infinity;
  return {
    surely: logOdds > 0 ? pieces : [],
    possibly: logOdds > possibleFrom && logOdds <= 0 ? pieces : [],
  };
}

/** "Thanks, the refund has come": it is told, and nothing is wanted. */
function takesNote({ text, acts }: Piece): boolean {
  return acts.acknowledgement >= 0.5 && !asks(text) && !text.includes('?');
}

/** Beside a question that no intent fits, the others have to be as sure as this. */
const sureBeside = 0.85;
/** So few words are no question by themselves. */
const fewWords = 3;
/** What the whole is so surely read as is what one of its requests is about, and no second question that no intent fits. */
const surelyOne = 0.9;
/** A piece that is less sure is hardly about what it is taken for. */
const leastOfPiece = 0.4;
/** The same of a question that is said to be another one: "any jobs there? also, when do you open?" */
const leastOfAdded = 0.75;

/** Each is about another intent. A question may be about none, beside one that is surely about something. */
function areDifferent({ pieces, cues }: ReadWay<Piece>, { topK }: Whole): boolean {
  const least = cues.has('adds') && cues.has('asks') ? leastOfAdded : leastOfPiece;
  const isOther = (piece: Piece) => isUnknown(piece) || isOutshone(piece, pieces, least);
  const fitting = pieces.filter((piece) => !isOther(piece));
  const unknown = pieces.filter(isOther);
  if (fitting.length === 0 || new Set(fitting.map(({ intent }) => intent)).size < fitting.length) return false;
  if (fitting.some(({ confidence }) => confidence < leastOfPiece)) return false;
  const [{ intent, confidence }] = topK as [RankedIntent, ...RankedIntent[]];
  const isSaidAgain = (piece: Piece) => isUnknown(piece) && piece.intent === intent && confidence >= surelyOne;
  return (
    unknown.length === 0 ||
    (!unknown.some(isSaidAgain) &&
      unknown.every(({ text }) => asks(text) && wordsIn(text) >= fewWords) &&
      fitting.every(({ confidence }) => confidence >= sureBeside))
  );
}

/**
 * It is less surely about what another piece is surely about, and nothing else comes nearer: "do you sell gift cards, and can you wrap one?"
 * `least`: so sure it would have to be.
 */
function isOutshone(piece: Piece, pieces: readonly Piece[], least: number): boolean {
  const isSameSurely = ({ intent, confidence }: Piece) => intent === piece.intent && confidence >= sureBeside;
  return piece.confidence < least && pieces.some(isSameSurely);
}

function isUnknown({ oosScore }: Piece): boolean {
  return oosScore > 0.5;
}

/** How sure the model is of what a piece is about, or that it is about nothing it knows. */
function sureness(piece: Piece): number {
  return isUnknown(piece) ? piece.oosScore : piece.confidence;
}

function fewestWords(texts: readonly string[]): number {
  return Math.min(...texts.map(wordsIn));
}

function wordsIn(text: string): number {
  return text.trim().split(/\s+/).length;
}

function logOddsOf({ pieces, cues }: ReadWay<Piece>, { topK, several }: Whole): number {
  const isAlso = (piece: Piece, other: Piece) =>
    isUnknown(piece) ? 0 : (other.topK.find(({ intent }) => intent === piece.intent)?.confidence ?? 0);
  const shared = pieces.flatMap((piece) =>
    pieces.filter((other) => other !== piece).map((other) => isAlso(piece, other)),
  );
  const alike = pieces.flatMap((a, i) => pieces.slice(i + 1).map((b) => dot(a.embedding, b.embedding)));
  return (
    weights.bias +
    weights.several * logOdds(several, surely) +
    weights.sure * mean(pieces.map((piece) => logOdds(sureness(piece)))) +
    weights.shared * Math.log(Math.max(least, ...shared)) +
    weights.second * Math.log(Math.max(least, topK[1]?.confidence ?? 0)) +
    weights.words * Math.log(fewestWords(pieces.map(({ text }) => text))) +
    weights.noted * Math.max(...pieces.map(({ acts }) => acts.acknowledgement)) +
    weights.general * Math.max(...pieces.map(({ acts }) => acts.too_general)) +
    weights.alike * Math.max(...alike) +
    sumOf(weightOf, cues)
  );
}

function sumOf(weight: CueWeights, cues: ReadonlySet<Cue>): number {
  return [...cues].reduce((sum, cue) => sum + (weight[cue] ?? 0), 0);
}

/** Below, models differ in how sure they are. */
const least = 0.001;
/** What P can say of a piece, and of the whole: beyond, models differ in how sure they are. */
const [sureEnough, surely] = [0.97, 0.995];

/** What the TF-IDF classifier's word on the pieces is worth at most. */
const mostOfGuesses = worthReading.differ + worthReading.tfidf * logOdds(1);

function logOdds(probability: number, most = sureEnough): number {
  const p = Math.min(most, Math.max(1 - most, probability));
  return Math.log(p / (1 - p));
}
