import type { ModelInput } from '#personal-data';

/** Of a long message before it, the last words, where its question usually stands: the model reads 64 tokens, and the message itself counts more. */
const previousWords = 24;
/** A word of its own, so that the model can tell what is said now from what was said before. */
const border = '|';

/** What the model reads of a message together with the customer's message before it; null for the first one. */
export function afterPrevious({ text, previous }: ModelInput): string | null {
  return previous ? `${previous.trim().split(/\s+/).slice(-previousWords).join(' ')} ${border} ${text}` : null;
}
