import type { ConversationSummary } from '#contracts';

/** A message of the customer. */
export interface Said {
  seq: number;
  text: string;
  /** A greeting, thanks, an emoji. */
  smallTalk: boolean;
}

/** Sentences in a summary. */
const most = 4;
/** What is quoted of one, UTF-16 units. */
const longest = 240;
/** The first request and the last say most of what a conversation is about. */
const firstWeight = 1.5;
const lastWeight = 1.25;
/** As alike as that, two sentences say the same: cosine. */
const same = 0.7;

/**
 * The customer's own sentences that say most of the conversation, in their order: those whose words come up again in the others
 * (centroid of TF-IDF vectors, after Radev et al., "Centroid-based summarization of multiple documents", 2004, section 2).
 */
export function summarySentences(said: readonly Said[], locale: string): ConversationSummary['sentences'] {
  const sentences = said.filter(({ smallTalk }) => !smallTalk).flatMap((message) => sentencesOf(message, locale));
  if (sentences.length === 0) return [];
  const inverse = inverseFrequency(sentences.map(({ words }) => words));
  const vectors = sentences.map(({ words }) => unit(weighted(words, inverse)));
  const centroid = unit(sum(vectors));
  const scored = sentences.map((sentence, at) => ({
    sentence,
    at,
    score: dot(vectors[at]!, centroid) * (at === 0 ? firstWeight : at === sentences.length - 1 ? lastWeight : 1),
  }));
  const chosen: number[] = [];
  for (const { at } of scored.sort((a, b) => b.score - a.score || a.at - b.at)) {
    if (chosen.length === most) break;
    if (chosen.every((other) => dot(vectors[at]!, vectors[other]!) < same)) chosen.push(at);
  }
  return chosen.sort((a, b) => a - b).map((at) => ({ seq: sentences[at]!.seq, text: sentences[at]!.text }));
}

/** Fewer words say nothing by themselves. */
const leastWords = 3;

function sentencesOf({ seq, text }: Said, locale: string): { seq: number; text: string; words: string[] }[] {
  return [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)]
    .map(({ segment }) => segment.trim())
    .map((sentence) => ({ seq, text: cut(sentence), words: wordsOf(sentence, locale) }))
    .filter(({ words }) => words.length >= leastWords);
}

function wordsOf(sentence: string, locale: string): string[] {
  return [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(sentence.toLowerCase())]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}

function cut(sentence: string): string {
  return sentence.length <= longest ? sentence : `${sentence.slice(0, longest - 1).toWellFormed()}…`;
}

type Vector = ReadonlyMap<string, number>;

function inverseFrequency(documents: readonly string[][]): Vector {
  const counts = new Map<string, number>();
  for (const words of documents) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].map(([word, count]) => [word, Math.log(1 + documents.length / count)]));
}

function weighted(words: readonly string[], inverse: Vector): Vector {
  const vector = new Map<string, number>();
  for (const word of words) vector.set(word, (vector.get(word) ?? 0) + inverse.get(word)!);
  return vector;
}

function sum(vectors: readonly Vector[]): Vector {
  const total = new Map<string, number>();
  for (const vector of vectors) for (const [word, value] of vector) total.set(word, (total.get(word) ?? 0) + value);
  return total;
}

function unit(vector: Vector): Vector {
  const length = Math.hypot(...vector.values()) || 1;
  return new Map([...vector].map(([word, value]) => [word, value / length]));
}

function dot(a: Vector, b: Vector): number {
  let total = 0;
  for (const [word, value] of a) total += value * (b.get(word) ?? 0);
  return total;
}
