import { seededRandom, type Random } from '#statistics';
import { maxTokens } from '../encoder/index.js';
import type { Corpus, Target } from './corpus.js';
import { afterPrevious } from './previous-message.js';
import { withTypingErrors } from './typing-errors.js';

/** What the encoder is shown in one epoch: token ids of each message, at most 64, and its intent. */
export interface Epoch {
  messages: number[][];
  targets: Target[];
}

/** Background rows of an epoch, as a share of the shop's own. Every epoch draws others. */
const backgroundShare = 0.15;
/** Messages that are shown after another one. Most stay alone, so that messages without a past lose nothing. */
const contextShare = 0.15;
/** Messages that are shown with typing errors. */
const typingShare = 0.1;

/**
 * The rows of one epoch, the same for the same seed: the shop's own and some of the background. Some of them are shown in another reading, which
 * has the same intent:
 *
 * - after a message about something else, because a message that stands by itself means the same then;
 * - before one of `followUps`, because a message that leans on the one before it is about the same matter;
 * - with typing errors.
 */
export function epochOf(corpus: Corpus, followUps: string[], seed: number): Epoch {
  const random = seededRandom(seed);
  const rows = [...corpus.rows.keys()];
  const own = rows.filter((row) => corpus.rows[row]!.background === undefined);
  const background = rows.filter((row) => corpus.rows[row]!.background !== undefined);
  const shown = [...own, ...random.shuffle(background).slice(0, Math.round(own.length * backgroundShare))];
  return {
    messages: shown.map((row) => reading(row, own, corpus, followUps, random)),
    targets: shown.map((row) => corpus.targets[row]!),
  };
}

function reading(
  row: number,
  own: number[],
  { rows, messages, encode }: Corpus,
  followUps: string[],
  random: Random,
): number[] {
  const { text, isName } = rows[row]!;
  const draw = random.next();
  if (isName || draw >= contextShare + typingShare) return messages[row]!;
  if (draw >= contextShare) return encode(withTypingErrors(text, random));
  const pick = <T>(from: T[]) => from[Math.floor(random.next() * from.length)];
  const pair =
    draw < contextShare / 2
      ? { previous: rows[pick(own)!]!.text, text }
      : { previous: text, text: pick(followUps) ?? '' };
  const ids = encode(afterPrevious(pair) ?? text);
  // Of a pair that is too long, the end would be missing, which is the message itself.
  return ids.length < maxTokens ? ids : messages[row]!;
}
