import { parsePhrase } from './phrase.js';
import { PhraseIndex } from './phrase-index.js';
import { dangerHints, type Danger } from './words/danger-hints.js';

export type { Danger };

const index = new PhraseIndex<Danger>();
for (const [topic, words] of Object.entries(dangerHints)) index.add(parsePhrase(words), topic as Danger);

/** The dangers of which at least one word stands in the folded words of a text. */
export function hintedDangers(words: readonly string[]): Set<Danger> {
  return new Set([...index.find(words)].map(({ of }) => of));
}
