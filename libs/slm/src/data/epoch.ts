import { groupBy, seededRandom, type Random } from '#statistics';
import { maxTokens } from '../encoder/index.js';
import { enoughSupport, ownRows, type Corpus, type Target } from './corpus.js';
import { afterPrevious } from './previous-message.js';
import { withTypingErrors } from './typing-errors.js';

/** What the encoder is shown in one epoch: token ids of each message, at most 64, and what is learned from it. */
export interface Epoch {
  messages: number[][];
  /** The intent; null: none, or it is a message of which `labels` are learned alone. */
  targets: Target[];
  /** Of the rows from the first one on that has no intent to learn: whether each label holds, null where that is unknown. */
  labels: Labels[];
  /** Of the loss of vectors halfway between two intents. */
  betweenWeight: number;
}

/** Whether each of some labels holds, in their order; null: unknown. */
export type Labels = (boolean | null)[];

/**
 * Background rows of an epoch, and messages on topics and with dialogue acts, of which every epoch draws others, and pairs of messages, as shares
 * of the shop's own. Where an intent has less support than enough, these shares, that of messages in another reading, and the weight of vectors
 * between intents are as many times smaller, squared: docs/confidence.md.
 */
const [backgroundShare, topicShare, actShare, pairShare] = [0.15, 0.1, 0.15, 0.3];
/** Messages that are shown after one about something else, and before one that leans on them. Most stay alone, so that these lose nothing. */
const [afterOtherShare, beforeFollowUpShare] = [0.15, 0.05];
/** Messages that are shown with typing errors. */
const typingShare = 0.1;
/** Weight of vectors halfway between two intents in the loss. */
const betweenWeight = 0.3;

/** What comes with the program, beside the rows out of scope. */
export interface Supplement {
  secondMessages: SecondMessages;
  topics: LabelledMessage[];
  acts: LabelledMessage[];
}

export interface LabelledMessage {
  text: string;
  targets: Labels;
}

/** The pairs that a shop learns from, the same in every epoch: of no intent more than it has rows, on average. `support`: as for `epochOf`. */
export function pairsFor<P extends { intent: string }>(
  pairs: readonly P[],
  corpus: Pick<Corpus, 'rows' | 'intents'>,
  support: number,
): P[] {
  const known = pairs.filter(({ intent }) => corpus.intents.includes(intent));
  const byIntent = groupBy(known, ({ intent }) => intent);
  const taken = new Set([...byIntent.values()].flatMap((one) => spread(one, Math.round(support))));
  const most = Math.round(ownRows(corpus).length * pairShare * supportFraction(support));
  return spread(
    known.filter((pair) => taken.has(pair)),
    most,
  );
}

/** At most so many of them, evenly over all. */
function spread<T>(all: readonly T[], most: number): T[] {
  const length = Math.min(all.length, most);
  return Array.from({ length }, (_, i) => all[Math.floor((i * all.length) / length)]!);
}

/**
 * Tokens of the longest message on topics and with acts that a training reads. A quarter of them are longer and take half the time, which is
 * much of it where an intent has few rows; without them nearly as many dangers are found, and fewer alarms are false: docs/topics.md.
 */
export function longestBeside(support: number): number {
  return support < enoughSupport ? 32 : maxTokens;
}

/** What stays of those shares and that weight. */
function supportFraction(support: number): number {
  return Math.min(1, support / enoughSupport) ** 2;
}

/** What customers write after another message. */
export interface SecondMessages {
  /** Messages that lean on the one before them and name no matter of their own. */
  followUps: string[];
  /** Pairs with the name of what the second one is about. */
  pairs: { previous: string; text: string; intent: string }[];
}

/**
 * The rows of one epoch, the same for the same seed: the shop's own and some of the background. Some of them, fewer where an intent has few rows,
 * are shown in another reading, which has the same intent:
 *
 * - after a message about something else, because a message that stands by itself means the same then;
 * - before one of the follow-ups, because a message that leans on the one before it is about the same matter;
 * - with typing errors.
 *
 * Beside them stand the pairs of messages that are about one of the shop's intents, and some of the messages on topics and with acts.
 * `support`: rows of an intent, on average, of the whole shop, of which `corpus` may be a fold.
 */
export function epochOf(
  corpus: Corpus,
  { secondMessages, topics, acts }: Supplement,
  { support, seed }: { support: number; seed: number },
): Epoch {
  const { followUps, pairs } = secondMessages;
  const random = seededRandom(seed);
  const rows = [...corpus.rows.keys()];
  const own = ownRows(corpus);
  const fraction = supportFraction(support);
  const background = rows.filter((row) => corpus.rows[row]!.background !== undefined);
  const shown = [...own, ...random.shuffle(background).slice(0, Math.round(own.length * backgroundShare * fraction))];
  const numbers = new Map(corpus.intents.map((intent, i) => [intent, i]));
  const second = pairsFor(pairs, corpus, support);
  const longest = longestBeside(support);
  const drawn = (labelled: LabelledMessage[], share: number) =>
    drawOthers(labelled, Math.round(own.length * share * fraction), { longest, encode: corpus.encode, random });
  const others = [...drawn(topics, topicShare), ...drawn(acts, actShare)];
  return {
    messages: [
      ...shown.map((row) => reading(row, { corpus, own, followUps, fraction, random })),
      ...second.map((pair) => corpus.encode(afterPrevious(pair)!)),
      ...others.map(({ message }) => message),
    ],
    targets: [
      ...shown.map((row) => corpus.targets[row]!),
      ...second.map(({ intent }) => numbers.get(intent)!),
      ...others.map(() => null),
    ],
    labels: others.map(({ targets }) => targets),
    betweenWeight: betweenWeight * fraction,
  };
}

/** At random so many of them, of at most `longest` tokens. */
function drawOthers(
  labelled: LabelledMessage[],
  count: number,
  { longest, encode, random }: { longest: number; encode: Corpus['encode']; random: Random },
): { message: number[]; targets: Labels }[] {
  const drawn: { message: number[]; targets: Labels }[] = [];
  for (const { text, targets } of random.shuffle([...labelled])) {
    if (drawn.length >= count) break;
    const message = encode(text);
    if (message.length <= longest) drawn.push({ message, targets });
  }
  return drawn;
}

interface OtherReadings {
  corpus: Corpus;
  /** The shop's own rows, one of which may stand before another. */
  own: number[];
  followUps: string[];
  /** Of the share of messages that a shop of enough support is shown in another reading. */
  fraction: number;
  random: Random;
}

function reading(
  row: number,
  { corpus: { rows, messages, encode }, own, followUps, fraction, random }: OtherReadings,
): number[] {
  const { text, isName } = rows[row]!;
  const draw = random.next() / fraction;
  const contextShare = afterOtherShare + beforeFollowUpShare;
  if (isName || draw >= contextShare + typingShare) return messages[row]!;
  if (draw >= contextShare) return encode(withTypingErrors(text, random));
  const pick = <T>(from: T[]) => from[Math.floor(random.next() * from.length)];
  const pair =
    draw < afterOtherShare
      ? { previous: rows[pick(own)!]!.text, text }
      : { previous: text, text: pick(followUps) ?? '' };
  const ids = encode(afterPrevious(pair) ?? text);
  // Of a pair that is too long, the end would be missing, which is the message itself.
  return ids.length < maxTokens ? ids : messages[row]!;
}
