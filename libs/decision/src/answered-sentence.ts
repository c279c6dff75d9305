import type { Context } from './context.js';
import type { Compare, Settled } from './outcome.js';

/** Cosine from which a sentence is about what a message asks. Of 78 follow-ups on an answer 40 have one, 28 of them the right one. */
const leastSimilarity = 0.25;
/** From here on a message asks what the customer has asked before: then the whole answer is none to it. */
const sameQuestion = 0.65;
const mostEarlier = 3;

export interface NearestSentence {
  kind: 'sentence';
  text: string;
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
  const near = (text: string) => similarities.get(text)!;
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
