import { sensitiveTopic, type SensitiveTopic, type TopicSettings } from '#contracts';
import { ownTopics } from './own-topics.js';
import { topicsByWords } from './topics-by-words.js';

/** From which P of the model a message is on a topic, though no words of the lists name it. See docs/topics.md. */
const limit = 0.9;

/** The sensitive topics of a message that are switched on, then the names of the shop's own. `scores`: P of each by the model. */
export function topicsOf(
  text: string,
  scores: Partial<Record<SensitiveTopic, number>>,
  { disabled, own }: TopicSettings,
): string[] {
  const byWords = topicsByWords(text);
  const found = sensitiveTopic.options.filter(
    (topic) => !disabled.includes(topic) && (byWords.includes(topic) || (scores[topic] ?? 0) >= limit),
  );
  return [...found, ...ownTopics(text, own)];
}
