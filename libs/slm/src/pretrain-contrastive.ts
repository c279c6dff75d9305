import {
  contrastiveTargets,
  encoder,
  encoderFeeds,
  normalise,
  rowsFor,
  supervisedContrastive,
  type Feeds,
} from '#onnx-train';
import { epochBatches } from './batches.js';
import type { Corpus } from './corpus.js';
import {
  dropoutRate,
  pretrainBatch,
  type MakeObjective,
  type Objective,
  type PretrainShape,
} from './pretrain-objective.js';
import { seededRandom } from './random.js';

/**
 * Messages of one intent near each other, the others of the batch away (Khosla and others, arXiv 2004.11362). A batch is of one set, because
 * another set may have the same intent under another name. Out-of-scope messages take no part.
 */
export const contrastive: MakeObjective = (sets, _base, seed) =>
  pulling(
    0.1,
    sets.map((set) => inScope(set)),
    seed,
  );

export interface LabelledMessages {
  messages: number[][];
  /** Messages of the same label are pulled together. */
  labels: number[];
}

/** Messages of one label near each other, the others of the batch away. A batch is of one set. */
export function pulling(temperature: number, sets: LabelledMessages[], seed: number): Objective {
  return {
    rate: 5e-5,
    parameters: [],
    loss(tape, shape, size) {
      const square = (name: string) => tape.input(name, [size.batch, size.batch]);
      const pooled = normalise(tape, encoder(tape, shape, size, dropoutRate));
      return supervisedContrastive(tape, pooled, square('contrast.targets'), square('contrast.excluded'), temperature);
    },
    batches(pass) {
      const all = sets.flatMap(({ messages, labels }, i) => {
        const lengths = messages.map(({ length }) => length);
        return epochBatches(labels, lengths, seed + 1_000 * pass + i, pretrainBatch).map(
          ({ rows, tokens }) =>
            () =>
              batchOf(
                rows.map((row) => messages[row]!),
                rows.map((row) => labels[row]!),
                tokens,
              ),
        );
      });
      return seededRandom(seed + pass).shuffle(all);
    },
  };
}

function batchOf(messages: number[][], labels: number[], tokens: number): { shape: PretrainShape; feeds: Feeds } {
  const rows = rowsFor(
    messages.map(({ length }) => length),
    tokens,
  );
  const { targets, excluded } = contrastiveTargets(labels);
  return {
    shape: { batch: messages.length, tokens, rows },
    feeds: { ...encoderFeeds(messages, tokens, rows), 'contrast.targets': targets, 'contrast.excluded': excluded },
  };
}

function inScope({ messages, targets }: Corpus): LabelledMessages {
  const rows = [...targets.keys()].filter((row) => targets[row] !== null);
  return { messages: rows.map((row) => messages[row]!), labels: rows.map((row) => targets[row]!) };
}
