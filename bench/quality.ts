/**
 * `npm run bench -- quality [--json] [SET …]`: what the default training makes of each data set, beside TF-IDF with logistic regression,
 * nlp.js and the head on the frozen encoder, all on the same held-out rows; and what its promises came to: ECE with 300 audited messages,
 * and thresholds certified on random halves. An answered out-of-scope message counts as wrong. Writes docs/risk-coverage-SET.svg.
 */
import { writeFileSync } from 'node:fs';
import { riskCoverageChart, summarise, trainHead, trainModel, type Curve } from '#slm';
import { outcomeOf, type Judged } from '#statistics';
import type { Baseline } from './quality/baseline.js';
import { nlpJs } from './quality/nlp-js.js';
import { own, type Measured } from './quality/own.js';
import { keptPromises } from './quality/promises.js';
import { dataSets, type DataSet } from './quality/sets.js';
import { tfidf } from './quality/tfidf.js';

const json = process.argv.includes('--json');
const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));

async function baseline({ fit }: Baseline, { train, test }: DataSet): Promise<Pick<Measured, 'judged'>> {
  const predict = await fit(train);
  const judged: Judged[] = [];
  for (const { text, intent, oos } of test) {
    const { intent: predicted, confidence } = await predict(text);
    judged.push({ intent: oos ? '' : intent, oos, predicted, confidence, oosScore: 1 - confidence });
  }
  return { judged };
}

const shown = (value: number | null | undefined) => (value === null || value === undefined ? '-' : value.toFixed(3));

for (const set of await dataSets(names)) {
  const ways: [string, () => Promise<Pick<Measured, 'judged'> & Partial<Measured>>][] = [
    [tfidf.name, () => baseline(tfidf, set)],
    [nlpJs.name, () => baseline(nlpJs, set)],
    ['head on frozen encoder', () => own(trainHead, set)],
    ['fine-tuned (default)', () => own(trainModel, set)],
  ];
  const curves: Curve[] = [];
  if (!json) console.log(`\n${set.name}: ${set.train.length} rows, measured on ${set.heldOut} (${set.test.length})`);
  for (const [name, run] of ways) {
    const began = performance.now();
    const { judged, audited, int8Agreement } = await run();
    const seconds = Math.round((performance.now() - began) / 1000);
    const metrics = summarise(judged);
    const outcomes = judged.map(outcomeOf);
    const promises = audited && (await keptPromises(audited, outcomes));
    curves.push({ name, outcomes });
    if (json) {
      console.log(JSON.stringify({ set: set.name, way: name, seconds, ...metrics, int8Agreement, ...promises }));
      continue;
    }
    const { accuracy, aurc, ece, oosAuroc, coverageAt5, coverageAt10 } = metrics;
    console.log(
      `  ${name.padEnd(30)} accuracy ${shown(accuracy)}  AURC ${shown(aurc)}  ECE ${shown(ece)}  OOS AUROC ${shown(oosAuroc)}  ` +
        `at 5/10 % error ${shown(coverageAt5)}/${shown(coverageAt10)}  ${seconds} s`,
    );
    if (promises) {
      const { eceAudited, broken, refused, coverageOfOracle } = promises;
      console.log(
        `  ${''.padEnd(30)} int8 agrees ${shown(int8Agreement && int8Agreement.same / int8Agreement.of)}  ECE with 300 audited ${shown(eceAudited)}  ` +
          `of 100 certified at 5 %: ${broken} broken, ${refused} refused, coverage ${shown(coverageOfOracle)} of the most possible`,
      );
    }
  }
  writeFileSync(
    `docs/risk-coverage-${set.name}.svg`,
    `${riskCoverageChart(curves, { title: set.name, width: 420, height: 260 })}\n`,
  );
}
