import { seededRandom, type Random } from '#statistics';
import type { LabelledText } from '../data/index.js';
import { embedInBatches, joined, pick, type TextTokenizer, type Vectors } from '../encoder/index.js';
import { fitBackground } from './background-head.js';
import { auxiliaryProbabilities, type AuxiliaryHead } from './auxiliary-head.js';
import {
  assumedTargets,
  backgroundRows,
  madeRows,
  ordinaryTexts,
  topicRows,
  type AuxiliaryRow,
} from './auxiliary-rows.js';
import { vectorsOf, type KnownBackground } from './known-background.js';
import { fitAuxiliary } from './fit-auxiliary.js';

export interface AuxiliaryTraining {
  /** The int8 encoder that is served, as ONNX. */
  encoder: Uint8Array;
  tokenizer: TextTokenizer;
  rows: LabelledText[];
  /** Its vectors of the shop's own messages, or of some. */
  own: Vectors;
  /** What comes with the base, which is the encoder before tuning. */
  known: KnownBackground | null;
  /**
   * Where the encoder has been tuned, so that its vectors of the background rows have to be computed: tokens of the longest one to read; null:
   * the encoder is the base.
   */
  longestRead: number | null;
  seed: number;
}

/** More of the shop's messages do not change what an ordinary one looks like. */
const mostOwn = 1_500;
/**
 * How many background rows are read, on topics and with acts, where their vectors are not at hand: by a tuned encoder beside those that were
 * examples before tuning, and by a base that brings no vectors. Each costs a reading: docs/topics.md.
 */
const sampledShare = { tuned: { topics: 0.03, acts: 0.15 }, otherBase: { topics: 0.2, acts: 0.5 } };

/**
 * The head for topics and dialogue acts. First it is fitted on the background rows; then again with the shop's own messages
 * beside them, which are ordinary ones except where the first says otherwise. Background rows are its examples.
 */
export async function trainAuxiliary({
  encoder,
  tokenizer,
  rows,
  own,
  known,
  longestRead,
  seed,
}: AuxiliaryTraining): Promise<AuxiliaryHead> {
  const random = seededRandom(seed);
  const isTuned = longestRead !== null;
  const isShort = ({ text }: AuxiliaryRow) => !isTuned || tokenizer.encode(text).length <= longestRead;
  const background = backgroundFor(known, isTuned, random).filter(isShort);
  const labelled = [...background, ...madeRows(rows, random)];
  const texts = [...labelled.map(({ text }) => text), ...ordinaryTexts(random)];
  const embed = (others: string[]) =>
    embedInBatches(
      encoder,
      others.map((text) => tokenizer.encode(text)),
      own.width,
    );
  const embedded = await vectorsOf(texts, isTuned ? null : known, embed);
  const chosen = random.shuffle([...own.length.keys()]).slice(0, mostOwn);
  const all = joined([embedded, pick(own, chosen)]);
  const { head: first, examples } = !isTuned && known ? known : await fitBackground(all, background);
  const assumed = Array.from({ length: all.length.length - labelled.length }, (_, i) =>
    assumedTargets(auxiliaryProbabilities(first, all.unit, labelled.length + i)),
  );
  const head = await fitAuxiliary(all, [...labelled.map(({ targets }) => targets), ...assumed], first);
  return { ...head, examples: { vectors: pick(all, examples.rows).unit, counts: examples.counts } };
}

function backgroundFor(known: KnownBackground | null, isTuned: boolean, random: Random): AuxiliaryRow[] {
  if (!known) return sampleOf([], sampledShare.otherBase, random);
  return isTuned ? sampleOf(known.examples.rows, sampledShare.tuned, random) : backgroundRows();
}

/** The background rows at `examples`, and a share of all others, in their order. */
function sampleOf(examples: number[], share: { topics: number; acts: number }, random: Random): AuxiliaryRow[] {
  const kept = new Set(examples);
  const topics = topicRows().length;
  return backgroundRows().filter(
    (_, row) => kept.has(row) || random.next() < (row < topics ? share.topics : share.acts),
  );
}
