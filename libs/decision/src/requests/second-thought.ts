import { wordsIn } from '../manners/tokens.js';

/** Two of these in a row take back what was written before them, in five languages: "how do I cancel oh no hang on it has already come". */
const takesBack = new RegExp(
  String.raw`(?<=[\p{L}\p{N}]\S{0,10}[\s,.;:!?–—-])(?:${[
    // "I had to wait, no one told me" takes nothing back.
    String.raw`(?:oh )?no(?! (?!i\b|it|that|he|she|we\b|just|not|the\b|my\b|can|what|how|when|where|wait|actually|hang|hold|sorry|scra|leave|forget|do|espera|perd|mejor)\p{L})`,
    String.raw`(?<!\b(?:to|can['’]?t|cannot|long|the|a|hold) )wait|nope|oh|actually|hang on|hold on|sorry|scratch that|scrap that|leave it|forget (?:it|that)|do(?: not|n['’]?t)(?=[,.;:!?–—-])`,
    'espera|perdón|mejor dicho|nein|warte|moment|ach|doch nicht|non|attends|attendez|pardon|enfin|لا|انتظر|لحظة|عفوا',
  ].join('|')})(?=[\s,.;:!?–—-])`,
  'giu',
);
/** "I am sorry no one answered": it begins no second thought. */
const apology = /^(?:sorry|perdón|pardon|عفوا)/iu;
/** What is taken back, and what comes in its place, says something: words. */
const [leastBefore, leastAfter] = [2, 3];

/** What stands before and after the place where the writer changes their mind half way; null: they do not. Values in what stands before may still hold. */
export function secondThought(text: string): { before: string; after: string } | null {
  const written = text.trim().replace(/\s+/g, ' ');
  const found = [...written.matchAll(takesBack)].map(({ index, 0: word }) => ({
    from: index,
    to: index + word.length,
  }));
  const isPair = (i: number) => i > 0 && /^[\s,.;:!?–—-]+$/.test(written.slice(found[i - 1]!.to, found[i]!.from));
  const last = found.findLastIndex((_, i) => isPair(i));
  if (last < 0) return null;
  let first = last;
  while (isPair(first)) first--;
  const before = written.slice(0, found[first]!.from);
  const after = written.slice(found[last]!.to).replace(/^[\s,.;:!?–—-]+/, '');
  const isApology = apology.test(written.slice(found[first]!.from));
  return !isApology && wordsIn(before).length >= leastBefore && wordsIn(after).length >= leastAfter
    ? { before, after }
    : null;
}
