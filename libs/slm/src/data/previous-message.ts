/** A message of at most this many words may be clear only together with the one before it. */
const shortWords = 4;

/**
 * A short message joined with the customer's message before it. Null if the message is longer than four words, or the first. Models are
 * trained on such texts and read them when they serve.
 */
export function afterPrevious(text: string, previous?: string | null): string | null {
  const short = text.trim().split(/\s+/).length <= shortWords;
  return short && previous ? `${previous} ${text}` : null;
}
