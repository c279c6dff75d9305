import type { Context } from './context.js';
import type { Compare, Settled } from './outcome.js';

/**
 * Similarity from which a sentence is shown. Chosen on 552 follow-ups on the demo's answers, half of which no sentence answers, and on 1,890 on
 * other shops' answers: of those that were shown one, .38 and .53 had the right one, and .27 and .42 by a cosine of .25 alone.
 */
const leastSimilarity = 0.45;
/** From here on a message asks what the customer has asked before: then the whole answer is none to it. */
const sameQuestion = 0.65;
const mostEarlier = 3;

export interface NearestSentence {
  kind: 'sentence';
  text: string;
  /** Cosine of message and sentence, and the share of the message's terms that the sentence has. With these the right one is nearest in .53 of the cases, without them in .46. */
  similarity: number;
  /** The answer holds nothing else. */
  isWhole: boolean;
}

/** The sentence of an answer that the message is nearest to. Null: nothing can be compared. `compare`: that has to be known first. */
export function nearestSentence(context: Context, { replies }: Settled): NearestSentence | Compare | null {
  const { language, similarities } = context;
  if (similarities === null) return null;
  const sentences = sentencesOf(replies.at(-1)!.text, language);
  const unknown = [...sentences, ...saidBefore(context)].filter((text) => !similarities.has(text));
  if (unknown.length > 0) return { kind: 'compare', texts: unknown };
  const terms = sentences.map(termsIn);
  const asked = [...termsIn(context.turn.text)];
  const near = (sentence: string) =>
    similarities.get(sentence)! + shared(asked, terms[sentences.indexOf(sentence)]!, terms);
  const text = sentences.reduce((best, sentence) => (near(sentence) > near(best) ? sentence : best));
  return { kind: 'sentence', text, similarity: near(text), isWhole: sentences.length === 1 };
}

/**
 * The sentence of the answer given before that a message asks about: "and to France?" after what delivery costs. Null: none is near it, or
 * the customer asks the same again.
 */
export function toShow(context: Context, { text, similarity, isWhole }: NearestSentence): string | null {
  const asksAgain = saidBefore(context).some((said) => context.similarities!.get(said)! >= sameQuestion);
  return similarity >= leastSimilarity && !isWhole && !asksAgain ? text : null;
}

/** Pieces of four letters of the longer words, and numbers: "waxing" has much of "re-wax jackets". */
function termsIn(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}{4,}|\p{N}+/gu) ?? [];
  const pieces = (word: string) => Array.from({ length: word.length - 1 }, (_, i) => ` ${word} `.slice(i, i + 4));
  return new Set(words.flatMap((word) => (/\p{N}/u.test(word) ? word : pieces(word))));
}

/** Of what is asked, the share that a sentence has. What several sentences have tells them apart less. */
function shared(asked: string[], terms: Set<string>, all: Set<string>[]): number {
  const found = asked.filter((term) => terms.has(term));
  const weights = found.map((term) => 1 / all.filter((other) => other.has(term)).length);
  return weights.reduce((sum, weight) => sum + weight, 0) / (asked.length || 1);
}

const saidBefore = ({ turn }: Context) => turn.earlier.slice(0, mostEarlier).map(({ text }) => text);

/** A question among them stays with what answers it: "No original box? Any sturdy packaging is fine." */
function sentencesOf(text: string, language: string): string[] {
  const sentences: string[] = [];
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)) {
    const asked = /[?؟]\s*$/u.test(sentences.at(-1) ?? '');
    if (asked) sentences.push(sentences.pop()! + segment);
    else sentences.push(segment);
  }
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
}
