import type { Pretrained, TextSet } from './pretrain.js';
import { dropoutRate, pretrainBatch } from './pretrain-objective.js';

interface CardFacts extends Pretrained {
  base: string;
  sets: TextSet[];
  objective: string;
  seed: number;
  rate: number;
  /** How far the weights went from the base towards what was learned. */
  share: number;
}

/** README.md of a pre-trained base: what it was made from, and what that means for passing it on. */
export function pretrainingCard({ base, sets, objective, seed, share, rate, steps, loss }: CardFacts): string {
  const files = sets.map(({ name, rows }) => `| ${name} | ${rows.length} |`).join('\n');
  return `# Pre-trained encoder

| | |
| --- | --- |
| made | ${new Date().toISOString()}, seed ${seed} |
| from | ${base} |
| objective | ${objective}, ${steps} steps, loss ${loss.toFixed(3)} at the last |
| settings | ${pretrainBatch} messages a step, peak rate ${rate} at the top layer, dropout ${dropoutRate} |
| weights | ${share} of the way from the base to what was learned; word vectors unchanged |

| data file | messages |
| --- | --- |
${files}

Use: \`train --base DIR\`, where DIR is this folder. Measure it against the plain base on rows of your own before you rely on it:
\`train\` with and without \`--base\`, then \`evaluate\` both on the same held-out rows.

The texts are not in it, but it was made from them: pass it on only as their licences and your customers' consent allow. LICENSE and
NOTICE, where they are here, are those of the base.
`;
}
