import { sensitiveTopic, type SensitiveTopic, type TopicSettings } from '#contracts';
import { hintedDangers } from './danger-hints.js';
import { foldedWords, sentenceEnd } from './fold.js';
import { ngramLogits } from './ngram-model.js';
import { ownTopics } from './own-topics.js';
import { topicsInWords } from './topics-by-words.js';

/**
 * The evidence for a topic is the log odds by n-grams, a share of the model's log odds, which count the nearest examples, and something for a
 * phrase of the word lists and for a word that hints at a danger. So a phrase means something else where all other evidence speaks against it:
 * "I nearly choked at the delivery fee". Chosen on messages in conversations, a file of hard ones and 6,987 ordinary ones: docs/topics.md.
 */
const weights = { model: 0.12, phrase: 5, hint: 1 };
/**
 * The evidence that a text of `words` words needs. A short one needs more, as each of its few n-grams weighs much: "goodbye!", "garage lights
 * on".
 */
const limit = (words: number) => 9 / Math.sqrt(words + 1) - 1.1;
/** A sentence of so many words, beside others, is judged by itself, too, and needs so much more, as no model has read it alone. */
const [leastWords, sentenceNeeds] = [4, 1.6];
/** The model's log odds count up to here: it is as sure of some of what it has never met. */
const mostLogOdds = 20;

/** The sensitive topics of a message that are switched on, then the names of the shop's own. `scores`: P of each by the model. */
export function topicsOf(
  text: string,
  scores: Partial<Record<SensitiveTopic, number>>,
  { disabled, own }: TopicSettings,
): string[] {
  const words = foldedWords(text);
  const named = topicsInWords(words);
  const certain = [...certainOf(words, scores, named), ...certainInSentences(words)];
  // Where one topic is certain, whatever else is named is told, too.
  const found = new Set<SensitiveTopic>(certain.length > 0 ? [...certain, ...named] : []);
  return [
    ...sensitiveTopic.options.filter((topic) => found.has(topic) && !disabled.includes(topic)),
    ...ownTopics(text, own),
  ];
}

/** The sensitive topics that n-grams and the model find together; where no model has read the text, n-grams alone. */
export function topicsByModel(text: string, scores: Partial<Record<SensitiveTopic, number>>): SensitiveTopic[] {
  return certainOf(foldedWords(text), scores, []);
}

/** Topics of a single sentence: what is told in passing, beside a request, is lost among the words of the whole. */
function certainInSentences(words: readonly string[]): SensitiveTopic[] {
  const sentences = sentencesOf(words);
  if (sentences.length < 2) return [];
  return sentences.flatMap((sentence) =>
    sentence.length < leastWords ? [] : certainOf(sentence, {}, topicsInWords(sentence), sentenceNeeds),
  );
}

function sentencesOf(words: readonly string[]): string[][] {
  const sentences: string[][] = [[]];
  for (const word of words) {
    if (word === sentenceEnd) sentences.push([]);
    else sentences.at(-1)!.push(word);
  }
  return sentences.filter(({ length }) => length > 0);
}

function certainOf(
  words: readonly string[],
  scores: Partial<Record<SensitiveTopic, number>>,
  named: SensitiveTopic[],
  more = 0,
): SensitiveTopic[] {
  const hinted: ReadonlySet<SensitiveTopic> = hintedDangers(words);
  const logits = ngramLogits(words);
  return sensitiveTopic.options.filter((topic) => {
    const model = scores[topic] === undefined ? 0 : logOdds(scores[topic]);
    const phrase = named.includes(topic) ? weights.phrase : 0;
    const hint = hinted.has(topic) ? weights.hint : 0;
    return logits[topic] + weights.model * model + phrase + hint >= limit(words.length) + more;
  });
}

function logOdds(p: number): number {
  return Math.max(-mostLogOdds, Math.min(mostLogOdds, Math.log(p / (1 - p))));
}
