import {
  contrastiveTargets,
  encoder,
  encoderFeeds,
  normalise,
  rowsFor,
  supervisedContrastive,
  type Feeds,
} from '#onnx-train';
import { seededRandom } from '#statistics';
import { epochBatches, type Corpus } from '../data/index.js';
import { dropoutRate, pretrainBatch, type MakeObjective, type Objective, type PretrainShape } from './objective.js';

/**
 * Supervised contrastive learning of intents (Khosla and others, arXiv 2004.11362). A batch is of one set, because another set may have the
 * same intent under another name. Out-of-scope messages take no part.
 */
export const contrastive: MakeObjective = (sets, _base, seed) =>
  pulling(
    0.1,
    sets.map((set) => inScope(set)),
    seed,
  );

/** [messages] each. */
export interface LabelledMessages {
  /** Token ids. */
  messages: number[][];
  labels: number[];
}

/** Pulls the vectors of messages of one label together and pushes the others of the batch away. A batch is of one set. */
export function pulling(temperature: number, sets: LabelledMessages[], seed: number): Objective {
  return {
    learningRate: 5e-5,
    parameters: [],
    loss(tape, shape, size) {
      const square = (name: string) => tape.input(name, [size.batch, size.batch]);
      const pooled = normalise(tape, encoder(tape, shape, size, dropoutRate));
      return supervisedContrastive(tape, pooled, square('contrast.targets'), square('contrast.excluded'), temperature);
    },
    batches(epoch) {
      const all = sets.flatMap(({ messages, labels }, i) => {
        const lengths = messages.map(({ length }) => length);
        return epochBatches(labels, lengths, seed + 1_000 * epoch + i, pretrainBatch).map(
          ({ rows, tokens }) =>
            () =>
              batchOf(
                rows.map((row) => messages[row]!),
                rows.map((row) => labels[row]!),
                tokens,
              ),
        );
      });
      return seededRandom(seed + epoch).shuffle(all);
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
