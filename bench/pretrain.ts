/**
 * `npm run bench -- pretrain [--json] [--own] [--tuned] [SHOP …] [OBJECTIVE …]`: whether training the encoder on before it meets a shop helps.
 * Pre-trains on every public set but the shop's (`--own`: on the rest of the shop's own set, its labels unseen), goes some of the way from
 * the base to the trained weights, trains on a few of the shop's rows (a head on the frozen encoder; `--tuned`: the default recipe) and measures
 * on held-out rows, beside the plain base. Everything takes hours; name shops and objectives to take a part.
 */
import { between, loadBase, objectives as shipped, pretrainEncoder, shippedBase, type BaseModel } from '#slm';
import { intents } from './pretrain/intents.js';
import { measure, type Training } from './pretrain/measure.js';
import { selfContrastive } from './pretrain/self-contrastive.js';
import { otherSets, shop, shopNames } from './pretrain/shops.js';

const labelled = ['contrastive', 'intents'];
const objectives = { ...shipped, 'self-contrastive': selfContrastive, intents };
/** How far the weights move from the base towards the trained ones. */
const shares = [1, 0.5, 0.25];
/** Which rows the shop has, and which are held out where its set has no file for that. */
const samples = [1, 2];
/** 64 messages each: about as many messages as the other sets give. */
const steps = 150;

const words = process.argv.slice(2);
const json = words.includes('--json');
const own = words.includes('--own');
const training: Training = words.includes('--tuned') ? 'tuned' : 'frozen';

function named<T extends string>(all: T[]): T[] {
  const some = all.filter((name) => words.includes(name));
  return some.length ? some : all;
}

async function report(name: string, base: BaseModel, way: string): Promise<void> {
  for (const sample of samples) {
    const { n, accuracy, aurc, oosAuroc } = await measure(base, await shop(name, sample), training, sample);
    if (json) console.log(JSON.stringify({ shop: name, training, way, sample, n, accuracy, aurc, oosAuroc }));
    else {
      const auroc = oosAuroc === null ? '' : `  OOS AUROC ${oosAuroc.toFixed(3)}`;
      console.log(
        `  ${way.padEnd(28)} sample ${sample}  accuracy ${accuracy.toFixed(3)}  AURC ${aurc.toFixed(4)}${auroc}`,
      );
    }
  }
}

const base = loadBase(shippedBase());
for (const name of named(shopNames)) {
  const { train, test, transcripts } = await shop(name, 1);
  if (!json) console.log(`\n${name}, ${training}: ${train.length} rows, measured on ${test.length}`);
  await report(name, base, 'plain base');
  for (const objective of named(Object.keys(objectives) as (keyof typeof objectives)[])) {
    if (own && labelled.includes(objective)) continue;
    const { base: learned } = await pretrainEncoder({
      base,
      sets: own ? [transcripts] : await otherSets(name),
      objective: objectives[objective],
      steps,
      seed: 1,
      threads: 2,
    });
    for (const share of shares) await report(name, between(base, learned, share), `${objective}, ${share} of the way`);
  }
}
