import type { TopicSettings } from '#contracts';
import { foldedWords } from './fold.js';

/** The shop's own topics whose words stand in a text, by name: whole words, in whatever case and with or without accents. */
export function ownTopics(text: string, own: TopicSettings['own']): string[] {
  const enabled = own.filter((topic) => topic.enabled);
  if (enabled.length === 0) return [];
  const folded = spaced(text);
  return enabled.filter(({ words }) => words.some((word) => stands(folded, spaced(word)))).map(({ name }) => name);
}

function spaced(text: string): string {
  return ` ${foldedWords(text).join(' ')} `;
}

/** What has no words, such as "!!!", stands nowhere. */
function stands(text: string, phrase: string): boolean {
  return /[\p{L}\p{N}]/u.test(phrase) && text.includes(phrase);
}
