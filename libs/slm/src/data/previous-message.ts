import { mask, type MaskOptions } from '#personal-data';

/** A customer's message as models meet it, in training, in evaluation and when they serve: identities taken out. */
export interface ModelInput {
  text: string;
  /** The customer's message before it in the same episode. */
  previous?: string;
}

/** `numbers`: the shapes of the shop's own numbers. Rows that were stored have them masked already. */
export function modelInput(text: string, previous?: string | null, numbers: MaskOptions = {}): ModelInput {
  return { text: mask(text, numbers).text, ...(previous && { previous: mask(previous, numbers).text }) };
}

/** Of a long message before it, the last words, where its question usually stands: the model reads 64 tokens, and the message itself counts more. */
const previousWords = 24;

/** What the model reads of a message together with the customer's message before it; null for the first one. */
export function afterPrevious({ text, previous }: ModelInput): string | null {
  return previous ? `${previous.trim().split(/\s+/).slice(-previousWords).join(' ')} ${text}` : null;
}
