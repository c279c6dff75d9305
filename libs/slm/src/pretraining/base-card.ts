import { dropoutRate, pretrainBatch } from './objective.js';

interface CardFacts {
  base: string;
  files: { name: string; messages: number }[];
  objective: string;
  seed: number;
  learningRate: number;
  /** How far the weights moved from the base towards the trained ones. */
  share: number;
  steps: number;
  /** Of the last step. */
  loss: number;
}

/** README.md of a pre-trained base: what it was made from, and what that means for passing it on. */
export function baseCard({ base, files, objective, seed, share, learningRate, steps, loss }: CardFacts): string {
  const table = files.map(({ name, messages }) => `| ${name} | ${messages} |`).join('\n');
  return `# Pre-trained encoder

| | |
| --- | --- |
| made | ${new Date().toISOString()}, seed ${seed} |
| from | ${base} |
| objective | ${objective}, ${steps} steps, loss ${loss.toFixed(3)} at the last |
| settings | ${pretrainBatch} messages a step, peak learning rate ${learningRate} at the top layer, dropout ${dropoutRate} |
| weights | ${share} of the way from the base to the trained ones; word vectors unchanged |

| data file | messages |
| --- | --- |
${table}

Use: \`train --base DIR\`, where DIR is this folder. Measure it against the plain base on rows of your own before you rely on it:
\`train\` with and without \`--base\`, then \`evaluate\` both on the same held-out rows.

The texts are not in it, but it was made from them: pass it on only as their licences and your customers' consent allow. LICENSE and
NOTICE, where they are here, are those of the base.
`;
}
