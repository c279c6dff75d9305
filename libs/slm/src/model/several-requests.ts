import type { RankedIntent } from '#contracts';
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

/** Ways whose pieces are read by the model; each piece costs a reading. A third finds one more of 346 messages with two requests. */
const mostWays = 2;
/** The TF-IDF classifier, which costs next to nothing, must give the pieces different intents, each at least this P. */
const leastProbability = 0.2;

/**
 * P(several requests) from which a message is looked through for them, unless each of its pieces asks or a word adds one. With this and
 * `leastProbability` about 10 of 100 single tickets are looked through, with .05 for both 20; 149 and 155 of 346 messages with two are found.
 */
const mayBeSeveralFrom = 0.3;

/**
 * The ways to split a text that are worth reading, the likeliest first. `several`: P(it holds several requests). `intentOf`: the TF-IDF
 * classifier's word on a piece; of a question it may be what no intent fits.
 */
export function likelyWays(
  text: string,
  several: number,
  intentOf: (piece: string) => { intent: number; probability: number },
): Way[] {
  return waysToSplit(text)
    .filter((way) => several >= mayBeSeveralFrom || way.asks || way.adds)
    .map((way) => {
      const guesses = way.spans.map(({ from, to }) => intentOf(text.slice(from, to)));
      const differ = new Set(guesses.map(({ intent }) => intent)).size === guesses.length;
      const least = differ ? Math.min(...guesses.map(({ probability }) => probability)) : 0;
      return { way, least: way.asks ? Math.max(leastProbability, least) : least };
    })
    .filter(({ least }) => least >= leastProbability)
    .sort((a, b) => b.least - a.least)
    .slice(0, mostWays)
    .map(({ way }) => way);
}

/** What a model makes of the whole text. */
export interface Whole {
  topK: RankedIntent[];
  /** P(it holds several requests). */
  several: number;
}

/**
 * Log-odds that the pieces are requests of their own, from 400 joined pairs, 97 pairs as people write them, and 1,157 single messages, of which
 * the model had seen none. `rest`: log P that the whole text is about none of the pieces' intents.
 */
const weights = { bias: -0.2, several: 0.13, confidence: 0.8, fragment: -0.17, alike: -3, words: 0.2, adds: 4.3, asks: 4.4, rest: 0.15 }; // prettier-ignore
/** So high that 1.7 % of those singles were split (2.4 % before questions counted), with .77 of the joined pairs and .79 of the others found. */
const leastLogOdds = 1;

/** The pieces of the way that splits a text best; none where no way does. */
export function severalRequests<P extends Piece>(ways: readonly ReadWay<P>[], whole: Whole): P[] {
  const scored = ways
    .filter(({ pieces }) => areDifferent(pieces))
    .map((way) => ({ way, score: logOddsOf(way, whole) }))
    .filter(({ score }) => score >= leastLogOdds)
    .sort((a, b) => asked(b.way) - asked(a.way) || b.score - a.score);
  return scored[0]?.way.pieces ?? [];
}

/** Of ways whose pieces all ask, the one with the most questions leaves none out. */
function asked({ pieces, asks: allAsk }: ReadWay<Piece>): number {
  return allAsk ? pieces.length : 0;
}

/** Beside a question that no intent fits, the others have to be as sure as this. */
const sureBeside = 0.85;
/** So few words are no question by themselves. */
const fewWords = 3;

/** Each is about another intent. A question may be about none, beside one that is surely about something. */
function areDifferent(pieces: readonly Piece[]): boolean {
  const fitting = pieces.filter((piece) => !isUnknown(piece));
  const unknown = pieces.filter(isUnknown);
  if (fitting.length === 0 || new Set(fitting.map(({ intent }) => intent)).size < fitting.length) return false;
  return (
    unknown.length === 0 ||
    (unknown.every(({ text }) => asks(text) && wordsIn(text) >= fewWords) &&
      fitting.every(({ confidence }) => confidence >= sureBeside))
  );
}

function isUnknown({ oosScore }: Piece): boolean {
  return oosScore > 0.5;
}

/** How sure the model is of what a piece is about, or that it is about nothing it knows. */
function sureness(piece: Piece): number {
  return isUnknown(piece) ? piece.oosScore : piece.confidence;
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
    weights.confidence * Math.min(...pieces.map((piece) => logOdds(sureness(piece)))) +
    weights.fragment * Math.max(...pieces.map(({ fragment }) => logOdds(fragment))) +
    weights.alike * Math.max(...alike) +
    weights.words * Math.log(Math.min(...pieces.map(({ text }) => wordsIn(text)))) +
    weights.rest * Math.log(Math.max(leastRest, rest)) +
    (adds ? weights.adds : 0) +
    (allAsk ? weights.asks : 0)
  );
}

const leastRest = 0.001;

/** Within what half a percent of P can say. */
function logOdds(probability: number): number {
  const p = Math.min(0.995, Math.max(0.005, probability));
  return Math.log(p / (1 - p));
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, v, i) => sum + v * b[i]!, 0);
}
