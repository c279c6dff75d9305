import { sensitiveTopic, type SensitiveTopic, type TopicSettings } from '#contracts';
import { hintedDangers } from './danger-hints.js';
import { foldedWords } from './fold.js';
import { ngramLogits } from './ngram-model.js';
import { ownTopics } from './own-topics.js';
import { topicsInWords } from './topics-by-words.js';

/**
 * The evidence for a topic is the log odds by n-grams, a share of the model's log odds, which count the nearest examples, and something for a word that hints at a danger,
 * which costs most when it is missed. Chosen on 423 messages of three new voices before they were rows, and on public validation files; see docs/topics.md.
 */
const modelShare = 0.12;
const hint = 2;
const limit = 1.25;
/**
 * Where every topic has less evidence than this, a phrase of the word lists means something else: "I nearly choked at the delivery fee". Beside -8, of 204
 * messages of new voices on topics this lost one, and took 7 of 17 false alarms away from 219 that only sound alarming.
 */
const leastForWords = -6;
/** Log odds of a P that is rounded to 0 or 1. */
const mostLogOdds = 30;

/** The sensitive topics of a message that are switched on, then the names of the shop's own. `scores`: P of each by the model. */
export function topicsOf(
  text: string,
  scores: Partial<Record<SensitiveTopic, number>>,
  { disabled, own }: TopicSettings,
): string[] {
  const words = foldedWords(text);
  const evidence = evidenceFor(words, scores);
  const named = Math.max(...Object.values(evidence)) >= leastForWords ? topicsInWords(words) : [];
  const found = new Set<SensitiveTopic>([...named, ...certain(evidence)]);
  return [
    ...sensitiveTopic.options.filter((topic) => found.has(topic) && !disabled.includes(topic)),
    ...ownTopics(text, own),
  ];
}

/** The sensitive topics that n-grams and the model find together; where no model has read the text, n-grams alone. */
export function topicsByModel(text: string, scores: Partial<Record<SensitiveTopic, number>>): SensitiveTopic[] {
  return certain(evidenceFor(foldedWords(text), scores));
}

type Evidence = Record<SensitiveTopic, number>;

function evidenceFor(words: readonly string[], scores: Partial<Record<SensitiveTopic, number>>): Evidence {
  const hinted: ReadonlySet<SensitiveTopic> = hintedDangers(words);
  const logits = ngramLogits(words);
  const of = (topic: SensitiveTopic) => {
    const model = scores[topic] === undefined ? 0 : logOdds(scores[topic]);
    return logits[topic] + modelShare * model + (hinted.has(topic) ? hint : 0);
  };
  return Object.fromEntries(sensitiveTopic.options.map((topic) => [topic, of(topic)])) as Evidence;
}

function certain(evidence: Evidence): SensitiveTopic[] {
  return sensitiveTopic.options.filter((topic) => evidence[topic] >= limit);
}

function logOdds(p: number): number {
  return Math.max(-mostLogOdds, Math.min(mostLogOdds, Math.log(p / (1 - p))));
}
