import { seededRandom } from '#statistics';
import { stratifiedFolds, type LabelledText } from '../data/index.js';
import { pick, type Vectors } from '../encoder/index.js';
import { ensembleProbabilities, fitIntentHead, fitTfidf, headLogits, tfidfLogProbabilities } from '../intents/index.js';

const folds = 5;
const seed = 1;

export interface HeldOutProbabilities {
  intents: string[];
  /** [rows][intents] */
  probabilities: Float64Array[];
}

/**
 * The probability of every intent for every row, by a head and a TF-IDF classifier that have learned four fifths of the rows, this one not
 * among them. A model that has learned a row agrees with its label nearly always, right or wrong, so it cannot be asked about its own
 * rows. `embeddings`, of length 1, are those of the model whose `ensembleWeight` it is. There must be two intents at least.
 */
export async function heldOutProbabilities(
  rows: LabelledText[],
  embeddings: Float32Array[],
  ensembleWeight: number,
): Promise<HeldOutProbabilities> {
  const intents = [...new Set(rows.flatMap(({ intent, oos }) => (oos ? [] : intent)))];
  const targets = rows.map(({ intent, oos }) => (oos ? null : intents.indexOf(intent)));
  const vectors = vectorsOf(embeddings);
  const foldOf = stratifiedFolds(rows, folds, seededRandom(seed));
  const probabilities: Float64Array[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const training = [...rows.keys()].filter((row) => foldOf[row] !== fold);
    const known = training.map((row) => targets[row]!);
    const set = { vectors: pick(vectors, training), targets: known, intents: intents.length };
    const head = await fitIntentHead(set);
    const texts = training.map((row) => rows[row]!);
    const tfidf = await fitTfidf(texts, known, { intents: intents.length, seed });
    for (const row of rows.keys()) {
      if (foldOf[row] !== fold) continue;
      const outputs = {
        logits: headLogits(head, vectors, row),
        tfidf: tfidfLogProbabilities(tfidf, rows[row]!.text),
      };
      probabilities[row] = ensembleProbabilities(outputs, ensembleWeight);
    }
  }
  return { intents, probabilities };
}

function vectorsOf(embeddings: Float32Array[]): Vectors {
  const width = embeddings[0]!.length;
  const unit = new Float32Array(embeddings.length * width);
  for (const [row, embedding] of embeddings.entries()) unit.set(embedding, row * width);
  return { width, unit, length: new Float32Array(embeddings.length).fill(1) };
}
