import { sensitiveTopic, type SensitiveTopic, type TopicSettings } from '#contracts';
import { dangers, hintedDangers } from './danger-hints.js';
import { ownTopics } from './own-topics.js';
import { topicsByWords } from './topics-by-words.js';

/**
 * From which P of the model a message is on a topic, though no phrase of the lists names it: a danger that some word hints at, a danger
 * without such a word, and every other topic. A danger that is missed costs most, and its words are rare in ordinary messages. Chosen
 * by cross-validation, then narrowed after false alarms; see docs/topics.md.
 */
const limits = { hinted: 0.9, danger: 0.99, other: 0.998 };

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

/** The sensitive topics that the model finds in a text. */
export function topicsByModel(text: string, scores: Partial<Record<SensitiveTopic, number>>): SensitiveTopic[] {
  const hinted: ReadonlySet<SensitiveTopic> = hintedDangers(text);
  const dangerous: readonly SensitiveTopic[] = dangers;
  const limitOf = (topic: SensitiveTopic) =>
    hinted.has(topic) ? limits.hinted : dangerous.includes(topic) ? limits.danger : limits.other;
  return sensitiveTopic.options.filter((topic) => (scores[topic] ?? 0) >= limitOf(topic));
}
