import type { RankedIntent } from '#contracts';
import { mean } from '#statistics';
import { asks, waysToSplit, type Way } from '../auxiliary/index.js';

/** What a model makes of one piece of a text. */
export interface Piece {
  text: string;
  intent: string;
  confidence: number;
  oosScore: number;
  /** P(it is a part of a message, and none by itself). */
  fragment: number;
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
 * Log-odds that a way to split a text will be found to be one, from what costs next to nothing: the TF-IDF classifier's word on the pieces. With
 * the weights below, from the same texts.
 */
const worthReading = { bias: -8.87, several: 0.37, tfidf: 1.08, words: 1.71, adds: 1.3, asks: 2.53, differ: 2.25 };
/** So high that 4 to 5 % of single tickets are read in pieces; 96 % of the messages in which several requests would be found are among those read. */
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
 * Log-odds that the pieces are requests of their own: a logistic regression on joined pairs, pairs as people write them, and single messages,
 * of which the models had seen none (four folds), once with models whose confidence is provisional and once with fitted ones, which are
 * surer. `confidence`: the mean of what each piece is surely about; `rest`: log P that the whole text is about none of the pieces' intents.
 */
const weights = { bias: -2.5, several: 0.39, confidence: 0.95, fragment: -0.11, alike: -0.77, words: 0.6, adds: 3.09, asks: 2.73, rest: 0.36 }; // prettier-ignore
/** Likelier than not. */
const leastLogOdds = 0;
/** Where not every piece asks and none is said to be another one: stories are made of such pieces. */
const leastLogOddsStated = 0.8;
/**
 * Where each piece is as sure as this, less is enough: "lost my password and where does the code get typed in". With these limits 22 of 1,811
 * single tickets and 20 of 3,247 messages of one request in conversations are split, and 148 of 185 messages with several requests are found;
 * with 0 and -.85 everywhere 58 of 1,711, 73 and 159.
 */
const [surePiece, leastLogOddsOfSure] = [0.97, -0.4];

/** The pieces that are requests of their own; none where the text is one request. */
export function severalRequests<P extends Piece>(way: ReadWay<P>, whole: Whole): P[] {
  const isSure = way.pieces.every(({ confidence }) => confidence >= surePiece);
  const leastUnsure = isStory(way) ? leastLogOddsStated : leastLogOdds;
  const least = isSure && !isQuestionAtEnd(way.pieces, whole) ? leastLogOddsOfSure : leastUnsure;
  return areDifferent(way, whole) && logOddsOf(way, whole) >= least ? way.pieces : [];
}

function isStory({ adds, asks: allAsk }: ReadWay<Piece>): boolean {
  return !adds && !allAsk;
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
/**
 * Where no piece asks and none is said to be another one, each has to be as sure as this: so 25 of 1,471 single tickets are split and not 31,
 * and 89 of 104 messages with several requests are found as before.
 */
const leastStated = 0.8;
/** A statement that is less sure, before another question that the whole is as surely about as this, says what the question is about. */
const [surelyStated, surelyAsked] = [0.85, 0.8];

/** Each is about another intent. A question may be about none, beside one that is surely about something. */
function areDifferent(way: ReadWay<Piece>, whole: Whole): boolean {
  const { pieces, adds, asks: allAsk } = way;
  const { topK } = whole;
  const isStated = isStory(way) && !pieces.some(({ text }) => isQuestion(text));
  if (isStated && pieces.some(({ confidence }) => confidence < leastStated)) return false;
  const least = adds && allAsk ? leastOfAdded : leastOfPiece;
  const isOther = (piece: Piece) => isUnknown(piece) || isOutshone(piece, pieces, least);
  const fitting = pieces.filter((piece) => !isOther(piece));
  const unknown = pieces.filter(isOther);
  if (fitting.length === 0 || new Set(fitting.map(({ intent }) => intent)).size < fitting.length) return false;
  const isSure = topK[0]!.confidence >= surelyOne;
  const isWhole = ({ intent }: Piece) => intent === topK[0]!.intent;
  if (isToldBefore(way, whole)) return false;
  if (fitting.some(({ confidence }) => confidence < leastOfPiece) || (isSure && !fitting.some(isWhole))) return false;
  return (
    unknown.length === 0 ||
    (!(isSure && unknown.some((piece) => isUnknown(piece) && isWhole(piece))) &&
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

/** "Clicked the wrong pair, can I scrap the whole thing?": what the whole is read as is asked at its end, and nothing before. */
function isQuestionAtEnd(pieces: readonly Piece[], { topK }: Whole): boolean {
  const [last, ...before] = pieces.toReversed();
  return last!.intent === topK[0]!.intent && isQuestion(last!.text) && !before.some(({ text }) => isQuestion(text));
}

/** "I've got 53 in my basket but 48 after the code, is postage free?" */
function isToldBefore(way: ReadWay<Piece>, whole: Whole): boolean {
  const { pieces } = way;
  if (!isQuestionAtEnd(pieces, whole)) return false;
  const isAsked = whole.topK[0]!.confidence >= surelyAsked;
  return isStory(way) || (isAsked && pieces.slice(0, -1).every(({ confidence }) => confidence < surelyStated));
}

function isQuestion(text: string): boolean {
  return asks(text) || text.includes('?');
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
    weights.fragment * Math.max(...pieces.map(({ fragment }) => logOdds(fragment))) +
    weights.alike * Math.max(...alike) +
    weights.words * Math.log(fewestWords(pieces.map(({ text }) => text))) +
    weights.rest * Math.log(Math.max(leastRest, rest)) +
    (adds ? weights.adds : 0) +
    (allAsk ? weights.asks : 0)
  );
}

const leastRest = 0.001;

/** Within what three percent of P can say: beyond, models differ in how sure they are. */
function logOdds(probability: number): number {
  const p = Math.min(0.97, Math.max(0.03, probability));
  return Math.log(p / (1 - p));
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, v, i) => sum + v * b[i]!, 0);
}
