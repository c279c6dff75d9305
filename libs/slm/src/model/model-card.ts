import type { ModelMethod } from '#contracts';
import type { Agreement } from '#statistics';
import type { Calibration } from '../confidence/index.js';
import type { Metrics } from './model-folder.js';

interface CardFacts {
  adapters: boolean;
  rows: { oos: boolean }[];
  intents: string[];
  calibration: Calibration;
  metrics: Metrics;
  method: ModelMethod;
  agreement?: Agreement;
  measuredOn: string;
  seed: number;
}

const recipes: Record<ModelMethod, string> = {
  tfidf: 'TF-IDF classifier alone, which was better than the encoder on held-out messages',
  head: 'intent head on the frozen encoder',
  fine_tuned: 'encoder and intent head fine-tuned together',
  adapters: 'low-rank adapters of the encoder and intent head fine-tuned together',
};

function recipeOf(method: ModelMethod, agreement: Agreement | undefined): string {
  if (!agreement) return recipes[method];
  const percent = ((100 * agreement.same) / agreement.of).toFixed(1);
  return `${recipes[method]}; int8 agrees with float32 on ${percent} % of ${agreement.of} messages`;
}

const allParts = '`model.onnx` (int8 encoder, intent head and nearest training rows in one graph), `tokenizer.json`';
const ownParts = '`adapters.safetensors` (low-rank adapters of the encoder, intent head and nearest training rows)';

/** README.md of a model folder: what the model was made from, how good it is, what it is not meant for. */
export function modelCard({
  adapters,
  rows,
  intents,
  calibration,
  metrics,
  method,
  agreement,
  measuredOn,
  seed,
}: CardFacts): string {
  const oos = rows.filter((row) => row.oos).length;
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const confidence =
    calibration.kind === 'fitted'
      ? 'Confidence was fitted with real out-of-scope messages among the rows.'
      : 'Confidence is provisional: there were too few out-of-scope messages to fit it with. Audit a hundred or more real messages and fit it again.';
  return `# Intent model

| | |
| --- | --- |
| made | ${new Date().toISOString()}, seed ${seed} |
| recipe | ${recipeOf(method, agreement)} |
| TF-IDF classifier | ${calibration.ensembleWeight ? `has ${percent(calibration.ensembleWeight)} of the weight, the encoder the rest` : 'has no say in the intent, because the encoder alone had the lower log loss on held-out messages'} |
| nearest training rows | ${calibration.neighbourWeight ? `have a say in the intent with a weight of ${calibration.neighbourWeight}` : 'only used by the confidence'} |
| trained on | ${rows.length} messages (${oos} out of scope), ${intents.length} intents |
| measured on | ${measuredOn}; the confidence was fitted on the same |
| accuracy / macro-F1 | ${percent(metrics.accuracy)} / ${percent(metrics.macroF1)} |
| AURC / ECE | ${metrics.aurc.toFixed(4)} / ${metrics.ece.toFixed(4)} |
| out-of-scope AUROC | ${metrics.oosAuroc?.toFixed(4) ?? 'no such rows'} |
| answered at 5 % / 10 % error | ${percent(metrics.coverageAt5)} / ${percent(metrics.coverageAt10)} |
| suggested threshold | ${calibration.threshold.toFixed(3)} |

${confidence}

Files: ${adapters ? ownParts : allParts}, \`tfidf.safetensors\` (TF-IDF classifier),
\`labels.json\`, \`calibration.json\`, \`neighbours.json\`, \`vocabulary.json\` (for spelling), \`metrics.json\`, \`SHA256SUMS\` (\`sha256sum -c\`). ${adapters ? 'The base that it was trained on is needed to use it.' : 'The folder needs nothing outside itself.'}
The training texts are not in it; vectors of some of them are, and counts of their words.

Meant for: sorting short customer messages of the shop whose tickets it was trained on. Not for: other shops, other languages than the
tickets', long documents, decisions about people.
`;
}
