import type { ModelInput } from '#personal-data';

/** Of a long message before it, the last words, where its question usually stands: the model reads 64 tokens, and the message itself counts more. */
const previousWords = 24;

/** What the model reads of a message together with the customer's message before it; null for the first one. */
export function afterPrevious({ text, previous }: ModelInput): string | null {
  return previous ? `${previous.trim().split(/\s+/).slice(-previousWords).join(' ')} ${text}` : null;
}
