import type { SensitiveTopic } from '#contracts';

/** The sensitive topics that the words of a text name, in English, Spanish, German, French and Arabic. */
export function topicsByWords(_text: string): SensitiveTopic[] {
  return [];
}

/** The shop's own topics whose words stand in a text, by name: whole words, in whatever case. */
export function ownTopics(_text: string, _own: { name: string; words: string[]; enabled: boolean }[]): string[] {
  return [];
}

/** Whom to call in despair: a sentence with name and number, in the language of the customer where there is one. */
export function helpLine(_country: string): string {
  return '';
}
