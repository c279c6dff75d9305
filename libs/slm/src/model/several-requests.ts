import { waysToSplit, type Way } from '../auxiliary/index.js';

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
}

/** Ways whose pieces are read by the model; each piece costs a reading. */
const mostWays = 3;
/** The TF-IDF classifier, which costs next to nothing, must give the pieces different intents, each at least this P. */
const leastProbability = 0.05;

/** The ways to split a text that are worth reading, the likeliest first. `intentOf`: the TF-IDF classifier's word on a piece. */
export function likelyWays(text: string, intentOf: (piece: string) => { intent: number; probability: number }): Way[] {
  return waysToSplit(text)
    .map((way) => {
      const guesses = way.spans.map(({ from, to }) => intentOf(text.slice(from, to)));
      const differ = new Set(guesses.map(({ intent }) => intent)).size === guesses.length;
      return { way, least: differ ? Math.min(...guesses.map(({ probability }) => probability)) : 0 };
    })
    .filter(({ least }) => least >= leastProbability)
    .sort((a, b) => b.least - a.least)
    .slice(0, mostWays)
    .map(({ way }) => way);
}

/**
 * Log-odds that the pieces are requests of their own. Fitted on the demo shop's training rows, of which a quarter was kept from the model:
 * singles against joined pairs.
 */
const weights = { bias: -0.8, several: 0.1, confidence: 0.6, fragment: -0.55, alike: -4, words: 1.45, adds: 2.5 };
/** So high that at most one in a hundred single messages is split. */
const leastLogOdds = 2.4;

/** The pieces of the way that splits a text best; none where no way does. `several`: P(the whole text holds several requests). */
export function severalRequests<P extends Piece>(ways: readonly ReadWay<P>[], several: number): P[] {
  const scored = ways
    .filter(({ pieces }) => new Set(pieces.map(({ intent }) => intent)).size === pieces.length)
    .filter(({ pieces }) => pieces.every(({ oosScore }) => oosScore <= 0.5))
    .map((way) => ({ way, score: logOddsOf(way, several) }))
    .sort((a, b) => b.score - a.score);
  const best = scored[0];
  return best && best.score >= leastLogOdds ? best.way.pieces : [];
}

function logOddsOf({ pieces, adds }: ReadWay<Piece>, several: number): number {
  const alike = pieces.flatMap((a, i) => pieces.slice(i + 1).map((b) => dot(a.embedding, b.embedding)));
  return (
    weights.bias +
    weights.several * logOdds(several) +
    weights.confidence * Math.min(...pieces.map(({ confidence }) => logOdds(confidence))) +
    weights.fragment * Math.max(...pieces.map(({ fragment }) => logOdds(fragment))) +
    weights.alike * Math.max(...alike) +
    weights.words * Math.log(Math.min(...pieces.map(({ text }) => text.trim().split(/\s+/).length))) +
    (adds ? weights.adds : 0)
  );
}

/** Within what half a percent of P can say. */
function logOdds(probability: number): number {
  const p = Math.min(0.995, Math.max(0.005, probability));
  return Math.log(p / (1 - p));
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, v, i) => sum + v * b[i]!, 0);
}
