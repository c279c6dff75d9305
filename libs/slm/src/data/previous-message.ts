import { mask, type MaskOptions } from '#personal-data';

/** A message of so few words may only make sense after the one before it. */
const ellipticWords = 4;

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

/**
 * What a short message says together with the customer's message before it; null where it is long enough to stand by itself, or
 * the first. Models are trained on it where there is one, and read it when they are unsure of the message alone.
 */
export function afterPrevious({ text, previous }: ModelInput): string | null {
  const short = text.trim().split(/\s+/).length <= ellipticWords;
  return short && previous ? `${previous} ${text}` : null;
}
