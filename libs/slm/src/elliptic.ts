/** A message of so few words may only make sense after the one before it. */
const ellipticWords = 4;

/**
 * What a short message says together with the customer's message before it; null where it is long enough to stand by itself, or
 * the first. Models read it when they serve, and are trained on it.
 */
export function afterPrevious(text: string, previous?: string | null): string | null {
  const short = text.trim().split(/\s+/).length <= ellipticWords;
  return short && previous ? `${previous} ${text}` : null;
}
