import type { Agreement } from '#statistics';
import { trainAuxiliary, type KnownBackground } from '../auxiliary/index.js';
import type { LabelledText } from '../data/index.js';
import { createTokenizer, pick, type BaseModel } from '../encoder/index.js';
import { inScopeRows } from '../intents/index.js';
import { folderFormat, modelCard, adaptersToTensors, writeModelFolder } from '../model/index.js';
import { vocabularyOf } from '../spelling/index.js';
import { servedModel } from './candidate-model.js';
import type { EvaluatedCandidate } from './evaluate-candidate.js';

export interface TrainingFacts {
  /** Rows that the model was trained on, and rows kept for validation. */
  rows: LabelledText[];
  val: LabelledText[];
  base: BaseModel;
  /** What comes with the program for this base. */
  known: KnownBackground | null;
  seed: number;
  /** Store only what the base does not have. */
  adapters: boolean;
  /** Of the int8 and the float form of a tuned encoder. */
  agreement?: Agreement;
}

/** Writes the model folder of the chosen candidate. Throws OUT_NOT_EMPTY. */
export async function writeModel(
  outDir: string,
  { candidate, method, calibration, metrics }: EvaluatedCandidate,
  { base, known, rows, val, seed, adapters, agreement }: TrainingFacts,
): Promise<void> {
  const { tfidf, intents, index, pairs } = candidate;
  const auxiliary = await trainAuxiliary({
    encoder: candidate.encoder,
    tokenizer: createTokenizer(JSON.parse(base.tokenizerJson) as object, base.config.prefix),
    rows,
    own: pick(index.vectors, [...Array(inScopeRows(index.intents)).keys()]),
    known,
    longestRead: candidate.longestRead,
    seed,
  });
  const measuredOn = val.length
    ? `${metrics.n} validation rows`
    : `${metrics.n} rows by cross-validation; the model itself was trained on all of them`;
  await writeModelFolder(outDir, {
    encoder: adapters
      ? {
          adapters: adaptersToTensors(
            { ...candidate, auxiliary, index: index.vectors.unit, inScope: inScopeRows(index.intents) },
            base,
          ),
        }
      : { onnx: servedModel(candidate, auxiliary), tokenizerJson: base.tokenizerJson },
    tfidf,
    labels: { format: folderFormat, intents, prefix: base.config.prefix, width: base.config.width, pairs },
    calibration,
    neighbours: { intents: index.intents },
    vocabulary: vocabularyOf(rows.map(({ text }) => text)),
    metrics,
    card: modelCard({ adapters, rows, intents, calibration, metrics, method, agreement, measuredOn, seed }),
  });
}
