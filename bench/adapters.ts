/**
 * `npm run bench -- adapters [SET …]`: training of the whole encoder beside low-rank adapters of it, by the same command with and without
 * `--adapters`, on the same held-out rows. Without sets named: some small ones.
 */
import { summarise, trainModel } from '#slm';
import { own } from './quality/own.js';
import { dataSets } from './quality/sets.js';

const named = process.argv.slice(2);
const sets = named.length ? named : ['demo-shop', 'curekart', 'curekart-unknown', 'banking77-10', 'clinc150-8'];

for (const set of await dataSets(sets)) {
  console.log(`\n${set.name}: ${set.train.length} rows, measured on ${set.heldOut} (${set.test.length})`);
  for (const adapters of [false, true]) {
    const began = performance.now();
    const { judged, int8Agreement, folderBytes } = await own((options) => trainModel({ ...options, adapters }), set);
    const seconds = (performance.now() - began) / 1000;
    const { accuracy, aurc, ece, oosAuroc } = summarise(judged);
    console.log(
      `  ${(adapters ? 'adapters' : 'whole encoder').padEnd(14)} accuracy ${accuracy.toFixed(3)}  AURC ${aurc.toFixed(3)}  ECE ${ece.toFixed(3)}  ` +
        `OOS AUROC ${oosAuroc?.toFixed(3) ?? '-'}  int8 agrees ${(int8Agreement.same / int8Agreement.of).toFixed(3)}  ` +
        `${(folderBytes / 1e6).toFixed(1)} MB  ${seconds.toFixed(0)} s`,
    );
  }
}
