/**
 * `npm run bench -- quality [--json] [SET …]`: what the default training makes of each data set, beside TF-IDF with logistic regression,
 * nlp.js and the head on the frozen encoder, all on the same held-out rows. Writes docs/risk-coverage-SET.svg. An answered out-of-scope
 * message counts as wrong.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Classifier, judge, outcomeOf, summarise, trainHead, trainModel, type Judged } from '#slm';
import type { Baseline } from './quality/baseline.js';
import { curvePicture } from './quality/curves.js';
import { nlpJs } from './quality/nlp-js.js';
import { dataSets, type DataSet } from './quality/sets.js';
import { tfidf } from './quality/tfidf.js';

const json = process.argv.includes('--json');
const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));

async function baseline({ fit }: Baseline, { train, test }: DataSet): Promise<Judged[]> {
  const predict = await fit(train);
  const judged: Judged[] = [];
  for (const { text, intent, oos } of test) {
    const { intent: predicted, confidence } = await predict(text);
    judged.push({ intent: oos ? '' : intent, oos, predicted, confidence, oosScore: 1 - confidence });
  }
  return judged;
}

async function own(train: typeof trainHead | typeof trainModel, set: DataSet): Promise<Judged[]> {
  const folder = mkdtempSync(join(tmpdir(), 'quality-'));
  try {
    const outDir = join(folder, 'model');
    await train({ rows: set.train, outDir });
    const classifier = await Classifier.load(outDir);
    const judged = await judge(classifier, set.test);
    await classifier.release();
    return judged;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

for (const set of dataSets(names)) {
  const ways: [string, () => Promise<Judged[]>][] = [
    [tfidf.name, () => baseline(tfidf, set)],
    [nlpJs.name, () => baseline(nlpJs, set)],
    ['head on frozen encoder', () => own(trainHead, set)],
    ['fine-tuned (default)', () => own(trainModel, set)],
  ];
  const curves = [];
  if (!json) console.log(`\n${set.name}: ${set.train.length} rows, measured on ${set.heldOut} (${set.test.length})`);
  for (const [name, run] of ways) {
    const began = performance.now();
    const judged = await run();
    const seconds = Math.round((performance.now() - began) / 1000);
    const metrics = summarise(judged);
    curves.push({ name, outcomes: judged.map(outcomeOf) });
    if (json) console.log(JSON.stringify({ set: set.name, way: name, seconds, ...metrics }));
    else {
      const { accuracy, aurc, ece, oosAuroc, coverageAt5 } = metrics;
      const auroc = oosAuroc === null ? '    -' : oosAuroc.toFixed(3);
      console.log(
        `  ${name.padEnd(30)} accuracy ${accuracy.toFixed(3)}  AURC ${aurc.toFixed(3)}  ECE ${ece.toFixed(3)}  OOS AUROC ${auroc}  at 5 % error ${coverageAt5.toFixed(3)}  ${seconds} s`,
      );
    }
  }
  writeFileSync(`docs/risk-coverage-${set.name}.svg`, curvePicture(set.name, curves));
}
