import type { Reply } from '../outcome.js';
import { spoken, words } from '../words/index.js';

/** Said to a customer who has asked for a person, and for nothing else yet. `language`: BCP 47; null: not known. */
export function askWhatAbout(language: string | null): Reply {
  return { text: words[spoken(language) ?? 'en'].personComing };
}
