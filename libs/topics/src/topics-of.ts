import { sensitiveTopic, type SensitiveTopic, type TopicSettings } from '#contracts';
import { hintedDangers } from './danger-hints.js';
import { ngramLogits } from './ngram-model.js';
import { ownTopics } from './own-topics.js';
import { topicsByWords } from './topics-by-words.js';

/**
 * The evidence for a topic is the log odds by n-grams, a share of the model's log odds, which count the nearest examples, and something for a word that hints at a danger,
 * which costs most when it is missed. Chosen on ordinary rows of public training files; see docs/topics.md.
 */
const modelShare = 0.25;
const hint = 2;
const limit = 3.75;
/** Log odds of a P that is rounded to 0 or 1. */
const mostLogOdds = 30;

/** The sensitive topics of a message that are switched on, then the names of the shop's own. `scores`: P of each by the model. */
export function topicsOf(
  text: string,
  scores: Partial<Record<SensitiveTopic, number>>,
  { disabled, own }: TopicSettings,
): string[] {
  const found = new Set<SensitiveTopic>([...topicsByWords(text), ...topicsByModel(text, scores)]);
  return [
    ...sensitiveTopic.options.filter((topic) => found.has(topic) && !disabled.includes(topic)),
    ...ownTopics(text, own),
  ];
}

/** The sensitive topics that n-grams and the model find together; where no model has read the text, n-grams alone. */
export function topicsByModel(text: string, scores: Partial<Record<SensitiveTopic, number>>): SensitiveTopic[] {
  const hinted: ReadonlySet<SensitiveTopic> = hintedDangers(text);
  const logits = ngramLogits(text);
  return sensitiveTopic.options.filter((topic) => {
    const model = scores[topic] === undefined ? 0 : logOdds(scores[topic]);
    return logits[topic] + modelShare * model + (hinted.has(topic) ? hint : 0) >= limit;
  });
}

function logOdds(p: number): number {
  return Math.max(-mostLogOdds, Math.min(mostLogOdds, Math.log(p / (1 - p))));
}
