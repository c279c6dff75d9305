import type { RankedIntent } from '#contracts';
import { dot, mean } from '#statistics';
import { asks, waysToSplit, type Way } from '../auxiliary/index.js';

/** What a model makes of one piece of a text. */
export interface Piece {
  text: string;
  intent: string;
  confidence: number;
  oosScore: number;
  acts: { acknowledgement: number };
  /** [width], of length 1. */
  embedding: Float32Array;
}

export interface ReadWay<P extends Piece> {
  pieces: P[];
  adds: boolean;
  asks: boolean;
}

/** What a model makes of the whole text. */
export interface Whole {
  topK: RankedIntent[];
  /** P(it holds several requests). */
  several: number;
}

/**
 * Log-odds that a way to split a text will be found to be one, from what costs next to nothing: the TF-IDF classifier's word on the pieces. A
 * logistic regression on joined pairs, pairs as people write them, and single messages.
 */
const worthReading = { bias: -8.87, several: 0.37, tfidf: 1.08, words: 1.71, adds: 1.3, asks: 2.53, differ: 2.25 };
/** So high that of the demo's held-out tickets, which all are single, one in seven is read in pieces, and of messages with several requests 19 of 20. */
const leastWorth = -2;
/** Two questions taken for one read as well as each by itself, and half of them would go unanswered. */
const thirdQuestion = 1.5;

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
    const guesses = pieces.map(guess);
    const differ = new Set(guesses.map(({ intent }) => intent)).size === guesses.length;
    const worth =
      worthReading.bias +
      worthReading.several * logOdds(several) +
      worthReading.tfidf * mean(guesses.map(({ probability }) => logOdds(probability))) +
      worthReading.words * Math.log(fewestWords(pieces)) +
      (way.adds ? worthReading.adds : 0) +
      (way.asks ? worthReading.asks : 0) +
      (differ ? worthReading.differ : 0) +
      (way.asks && pieces.length > 2 ? thirdQuestion : 0);
    if (worth > most) [best, most] = [way, worth];
  }
  return best;
}

/**
 * Log-odds that the pieces are requests of their own: a logistic regression on messages of several requests and look-alikes of one author,
 * conversations, and single tickets, none of which the models had seen; the bias is .35 lower than fitted, so that 1 % of single tickets is split.
 * `confidence`: the mean of what each piece is surely about; `rest`: log P that the whole text is about none of the pieces' intents; `second`:
 * log P of the second intent of the whole.
 */
const weights = { bias: -3, several: 0.48, confidence: 1.27, alike: -1.89, adds: 1.74, asks: 3.88, rest: -0.43, second: 0.8 }; // prettier-ignore

/** The pieces that are requests of their own; none where the text is one request. */
export function severalRequests<P extends Piece>(way: ReadWay<P>, whole: Whole): P[] {
  const pieces = way.pieces.filter((piece) => !takesNote(piece));
  const asked = { ...way, pieces };
  return pieces.length > 1 && areDifferent(asked, whole) && logOddsOf(asked, whole) > 0 ? pieces : [];
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
function areDifferent({ pieces, adds, asks: allAsk }: ReadWay<Piece>, { topK }: Whole): boolean {
  const least = adds && allAsk ? leastOfAdded : leastOfPiece;
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

function logOddsOf({ pieces, adds, asks: allAsk }: ReadWay<Piece>, { topK, several }: Whole): number {
  const alike = pieces.flatMap((a, i) => pieces.slice(i + 1).map((b) => dot(a.embedding, b.embedding)));
  const ofPieces = topK.filter((ranked) => pieces.some((piece) => !isUnknown(piece) && piece.intent === ranked.intent));
  const rest = 1 - ofPieces.reduce((sum, { confidence }) => sum + confidence, 0);
  return (
    weights.bias +
    weights.several * logOdds(several) +
    weights.confidence * mean(pieces.map((piece) => logOdds(sureness(piece)))) +
    weights.alike * Math.max(...alike) +
    weights.rest * Math.log(Math.max(least, rest)) +
    weights.second * Math.log(Math.max(least, topK[1]?.confidence ?? 0)) +
    (adds ? weights.adds : 0) +
    (allAsk ? weights.asks : 0)
  );
}

/** Below, models differ in how sure they are. */
const least = 0.001;

/** Within what three percent of P can say: beyond, models differ in how sure they are. */
function logOdds(probability: number): number {
  const p = Math.min(0.97, Math.max(0.03, probability));
  return Math.log(p / (1 - p));
}
