/**
 * `npm run demo-model`, after a change of the demo shop's tickets or of what training does with them: trains the model that comes with the
 * program anew, in some ten minutes, on the rows that the trainer makes of these tickets. The figures printed are of its test set.
 */
import { shippedBase } from '#slm';
import { trainInChild } from '../run/child.js';
import { demoRows } from './demo-rows.js';
import { shippedModelDir, writeRecord } from './shipped-model.js';

const { train: rows, test } = await demoRows(new Date());
const { evaluation, ...facts } = await trainInChild(
  {
    recipe: 'adapters',
    rows,
    val: [],
    test: test.map((row) => ({ ...row, fresh: false, fitted: false })),
    fresh: [],
    limits: { riskLimit: 0.05, confidenceLevel: 0.9 },
    outDir: shippedModelDir,
    baseDir: shippedBase(),
    championDir: null,
  },
  new AbortController().signal,
  ({ progress }) => void (process.stdout.isTTY && process.stdout.write(`\r${(100 * progress).toFixed(0)} % `)),
);
await writeRecord(rows, facts);
const { accuracy, aurc, coverageAt5 } = evaluation.metrics!;
process.stdout.write(
  `\r${shippedModelDir}: trained on ${rows.length} messages. On ${test.length} others: accuracy ${accuracy.toFixed(3)}, AURC ${aurc.toFixed(3)}, ` +
    `${(100 * coverageAt5).toFixed(1)} % answered at 5 % error.\n`,
);
