import { seededRandom } from '#statistics';
import type { LabelledText } from '../data/index.js';
import { embedAll, pick, type TextTokenizer, type Vectors } from '../encoder/index.js';
import { auxiliaryProbabilities, type AuxiliaryHead } from './auxiliary-head.js';
import { assumedTargets, knownRows, ordinaryTexts } from './auxiliary-rows.js';
import { fitAuxiliary } from './fit-auxiliary.js';

export interface AuxiliaryTraining {
  /** The int8 encoder that is served, as ONNX. */
  encoder: Uint8Array;
  tokenizer: TextTokenizer;
  rows: LabelledText[];
  /** Its vectors of the shop's own messages, or of some. */
  own: Vectors;
  seed: number;
}

/** More of the shop's messages do not change what an ordinary one looks like. */
const mostOwn = 1_500;

/**
 * The head for topics and dialogue acts. First it is fitted on the rows whose labels are known; then again with the shop's own messages
 * beside them, which are ordinary ones except where the first says otherwise.
 */
export async function trainAuxiliary({
  encoder,
  tokenizer,
  rows,
  own,
  seed,
}: AuxiliaryTraining): Promise<AuxiliaryHead> {
  const random = seededRandom(seed);
  const known = knownRows(rows, random);
  const texts = [...known.map(({ text }) => text), ...ordinaryTexts(random)];
  const embedded = await embedAll(
    encoder,
    texts.map((text) => tokenizer.encode(text)),
    own.width,
    () => {},
  );
  const chosen = random.shuffle([...own.length.keys()]).slice(0, mostOwn);
  const all = joined([embedded, pick(own, chosen)]);
  const first = await fitAuxiliary(
    { width: own.width, unit: all.unit.subarray(0, known.length * own.width) },
    known.map(({ targets }) => targets),
  );
  const assumed = Array.from({ length: all.length.length - known.length }, (_, i) =>
    assumedTargets(auxiliaryProbabilities(first, all.unit, known.length + i)),
  );
  return fitAuxiliary(all, [...known.map(({ targets }) => targets), ...assumed]);
}

function joined(parts: Vectors[]): Vectors {
  const out = {
    width: parts[0]!.width,
    unit: new Float32Array(parts.reduce((sum, { unit }) => sum + unit.length, 0)),
    length: new Float32Array(parts.reduce((sum, { length }) => sum + length.length, 0)),
  };
  let rows = 0;
  for (const { unit, length } of parts) {
    out.unit.set(unit, rows * out.width);
    out.length.set(length, rows);
    rows += length.length;
  }
  return out;
}
