import { seededRandom } from '#statistics';
import { stratifiedFolds, type LabelledText } from '../data/index.js';
import { pick, type Vectors } from '../encoder/index.js';
import { ensembleProbabilities, fitIntentHead, fitTfidf, headLogits, tfidfOutputs } from '../intents/index.js';
import { defaultWeight } from './ensemble-weight.js';

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
 * rows. `vectors` must be those of an encoder that was not tuned on the rows, for the same reason. There must be two intents at least.
 */
export async function heldOutProbabilities(rows: LabelledText[], vectors: Vectors): Promise<HeldOutProbabilities> {
  const intents = [...new Set(rows.flatMap(({ intent, oos }) => (oos ? [] : intent)))];
  const targets = rows.map(({ intent, oos }) => (oos ? null : intents.indexOf(intent)));
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
        tfidf: tfidfOutputs(tfidf, rows[row]!.text).tfidf,
        similarity: [],
        neighbours: [],
      };
      probabilities[row] = ensembleProbabilities(outputs, { ensembleWeight: defaultWeight, neighbourWeight: 0 });
    }
  }
  return { intents, probabilities };
}
