import { dialogueActRows } from '#background';
import { groupBy } from '#statistics';
import { wordsOf } from '../intents/index.js';

/** A word that fewer follow-ups have is likely to name a matter of its own, such as a thing or a way to pay. */
const commonWord = 3;

/** Messages that lean on the one before them and name no matter of their own, so that they fit after any message. */
export function followUpTexts(): string[] {
  const texts = dialogueActRows().flatMap(({ text, acts }) =>
    acts.length === 1 && acts[0] === 'follow_up' ? text : [],
  );
  const rowsWith = groupBy(
    texts.flatMap((text) => [...new Set(wordsOf(text))]),
    (word) => word,
  );
  return texts.filter((text) => wordsOf(text).every((word) => rowsWith.get(word)!.length >= commonWord));
}
