import type { Context } from './context.js';
import type { Compare } from './outcome.js';

/** Cosine from which a sentence is about what a message asks. Of 78 follow-ups on an answer 40 have one, 28 of them the right one. */
const leastSimilarity = 0.25;
/** From here on a message asks what the customer has asked before: then the whole answer is none to it. */
const sameQuestion = 0.65;
const mostEarlier = 3;

/**
 * The sentence, of an answer that was given already, that a message asks about: "and to France?" after what delivery costs. Null: none is
 * near it, it stood in the last reply already, or the customer asks the same again. `compare`: that has to be known first.
 */
export function answeredSentence(context: Context, answer: string): string | Compare | null {
  const { turn, language, similarities } = context;
  const sentences = sentencesOf(answer, language);
  if (similarities === null || sentences.length < 2) return null;
  const earlier = turn.earlier.slice(0, mostEarlier).map(({ text }) => text);
  const texts = [...sentences, ...earlier];
  if (texts.some((text) => !similarities.has(text))) return { kind: 'compare', texts };
  const near = (text: string) => similarities.get(text)!;
  if (earlier.some((text) => near(text) >= sameQuestion)) return null;
  const nearest = sentences.reduce((best, sentence) => (near(sentence) > near(best) ? sentence : best));
  const stoodThere = turn.lastBot?.text !== answer && turn.lastBot?.text.includes(nearest);
  return near(nearest) >= leastSimilarity && !stoodThere ? nearest : null;
}

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
