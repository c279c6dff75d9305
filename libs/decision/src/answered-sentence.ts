import type { Similarity } from '#contracts';
import { mean } from '#statistics';
import type { Context } from './context.js';
import type { Compare, Settled } from './outcome.js';

/**
 * Conditional logit (McFadden, 1974) of which sentence answers a follow-up, and of none, whose score is 0. Fitted on 1,300 follow-ups by four
 * authors on 95 answers, two fifths of which no sentence answers. `above`: how much nearer the sentence is than the mean of the answer's. One that is
 * near to the question has been told with it; what the message turns the question to is near to both together and not to the question. What is
 * `selected` was learned beside these weights (`npm run -s baton -- answer-selection`): after a change of them it has to be learned anew.
 */
const score = {
  ...{ bias: -2.26, message: 1.16, tuned: 1.85, shared: 0.8 },
  above: { message: 5.29, question: -5.56, together: 6.68, tuned: 0.71 },
};

/** P that a sentence answers the message from which it is all that the bot says, and from which it is shown beside the question what is still open. */
const [tellFrom, showFrom] = [0.3, 0.2];

/** From such a cosine on, by the encoder before tuning, a message asks what the customer has asked before: then the whole answer is none to it. */
const sameQuestion = 0.65;
const mostEarlier = 3;

const kinds = ['message', 'question', 'together', 'tuned'] as const;

export interface NearestSentence {
  kind: 'sentence';
  text: string;
  /** P that it answers the message. */
  probability: number;
  /** It may be shown: it is not all of the answer, nor what the bot has just said, and the customer does not ask the same again. */
  isNew: boolean;
}

/** The sentence of an answer that is likeliest to answer the message. Null: nothing can be compared. `compare`: that has to be known first. */
export function nearestSentence(context: Context, { replies }: Settled): NearestSentence | Compare | null {
  const { language, similarities, turn } = context;
  const question = answeredQuestion(context);
  if (similarities === null || question === undefined) return null;
  const sentences = sentencesOf(replies.at(-1)!.text, language);
  const unknown = [...sentences, ...saidBefore(context)].filter((text) => !similarities.has(text));
  if (unknown.length > 0) return { kind: 'compare', question, texts: unknown };
  const near = sentences.map((sentence) => similarities.get(sentence)!);
  const odds = sentenceLogOdds(turn.text, sentences, near).map(Math.exp);
  const best = odds.indexOf(Math.max(...odds));
  const text = sentences[best]!;
  const probability = odds[best]! / odds.reduce((sum, each) => sum + each, 1);
  const asksAgain = saidBefore(context).some((said) => similarities.get(said)!.message >= sameQuestion);
  const isNew = sentences.length > 1 && !asksAgain && text !== turn.lastBot?.text;
  return { kind: 'sentence', text, probability, isNew };
}

/** What speaks for each sentence of an answer as the answer to a message, in log odds against none of them; `near`: how near each is to it. */
export function sentenceLogOdds(message: string, sentences: string[], near: Similarity[]): number[] {
  const means = kinds.map((kind) => mean(near.map((cosines) => cosines[kind])));
  const terms = sentences.map(termsIn);
  const asked = [...termsIn(message)];
  return near.map(
    (cosines, i) =>
      score.bias +
      score.message * cosines.message +
      score.tuned * cosines.tuned +
      score.shared * shared(asked, terms[i]!, terms) +
      kinds.reduce((sum, kind, k) => sum + score.above[kind] * (cosines[kind] - means[k]!), cosines.selected),
  );
}

/** The sentence is the answer to what a message asks on: "and to France?", after what delivery costs. */
export function isAnswer({ probability, isNew }: NearestSentence): boolean {
  return isNew && probability >= tellFrom;
}

/** The sentence may be what the message asks for. */
export function isWorthShowing({ probability, isNew }: NearestSentence): boolean {
  return isNew && probability >= showFrom;
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

/** What the customer asked that was answered whole. */
function answeredQuestion({ turn }: Context): string | undefined {
  return turn.earlier.find(({ decision }) => decision?.kind === 'answer' && decision.rule !== 'said_before')?.text;
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
