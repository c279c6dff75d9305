import type { RankedIntent } from '#contracts';
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

/** What a model makes of the whole text. */
export interface Whole {
  topK: RankedIntent[];
  /** P(it holds several requests). */
  several: number;
}

/**
 * Log-odds that the pieces are requests of their own. Fitted on the demo shop's training rows, of which three tenths were kept from the
 * model: 650 singles against 260 joined pairs. `rest`: log P that the whole text is about none of the pieces' intents. `alike` is weaker than
 * fitted, since tuned encoders keep intents further apart.
 */
const weights = { bias: -2.2, several: 0.13, confidence: 0.75, fragment: -0.39, alike: -5, words: 2.2, adds: 4.4, rest: 0.3 }; // prettier-ignore
/** So high that at most one in a hundred single messages is split: .6 % of those singles were, and .80 of the pairs were found. */
const leastLogOdds = 1;

/** The pieces of the way that splits a text best; none where no way does. */
export function severalRequests<P extends Piece>(ways: readonly ReadWay<P>[], whole: Whole): P[] {
  const scored = ways
    .filter(({ pieces }) => new Set(pieces.map(({ intent }) => intent)).size === pieces.length)
    .filter(({ pieces }) => pieces.every(({ oosScore }) => oosScore <= 0.5))
    .map((way) => ({ way, score: logOddsOf(way, whole) }))
    .sort((a, b) => b.score - a.score);
  const best = scored[0];
  return best && best.score >= leastLogOdds ? best.way.pieces : [];
}

function logOddsOf({ pieces, adds }: ReadWay<Piece>, { topK, several }: Whole): number {
  const alike = pieces.flatMap((a, i) => pieces.slice(i + 1).map((b) => dot(a.embedding, b.embedding)));
  const ofPieces = topK.filter((ranked) => pieces.some(({ intent }) => intent === ranked.intent));
  const rest = 1 - ofPieces.reduce((sum, { confidence }) => sum + confidence, 0);
  return (
    weights.bias +
    weights.several * logOdds(several) +
    weights.confidence * Math.min(...pieces.map(({ confidence }) => logOdds(confidence))) +
    weights.fragment * Math.max(...pieces.map(({ fragment }) => logOdds(fragment))) +
    weights.alike * Math.max(...alike) +
    weights.words * Math.log(Math.min(...pieces.map(({ text }) => text.trim().split(/\s+/).length))) +
    weights.rest * Math.log(Math.max(leastRest, rest)) +
    (adds ? weights.adds : 0)
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
