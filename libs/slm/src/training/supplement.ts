import { dialogueActRows, secondMessageRows } from '#background';
import { groupBy } from '#statistics';
import { actRows, topicRows } from '../auxiliary/index.js';
import type { Supplement } from '../data/index.js';
import { wordsOf } from '../intents/index.js';

/** A word that fewer follow-ups have is likely to name a matter of its own, such as a thing or a way to pay. */
const commonWord = 3;

/** Follow-ups that name no matter of their own fit after any message. */
export function supplement(): Supplement {
  const texts = dialogueActRows().flatMap(({ text, acts }) =>
    acts.length === 1 && acts[0] === 'follow_up' ? text : [],
  );
  const rowsWith = groupBy(
    texts.flatMap((text) => [...new Set(wordsOf(text))]),
    (word) => word,
  );
  const followUps = texts.filter((text) => wordsOf(text).every((word) => rowsWith.get(word)!.length >= commonWord));
  return { secondMessages: { followUps, pairs: secondMessageRows() }, topics: topicRows(), acts: actRows() };
}

/** The rest makes the folds of a cross-validation slower and their confidence no truer: docs/quality.md. */
export function intentsAlone({ secondMessages }: Supplement): Supplement {
  return { secondMessages: { ...secondMessages, pairs: [] }, topics: [], acts: [] };
}
