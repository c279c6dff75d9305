import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stratifiedSplit, type LabelledText } from '#slm';
import { starterKits } from '#starter-kits';
import { groupBy, seededRandom } from '#statistics';
import { readRows } from '#ticket-import';

export interface DataSet {
  name: string;
  train: LabelledText[];
  test: LabelledText[];
  /** What `test` is. */
  heldOut: string;
}

/** Public sets that lie beside the repository on some machines; the repository has none of their rows. */
const folder = '../shared/datasets';

const sources: Record<string, { train: string[]; val?: string }> = {
  banking77: { train: ['banking77/train.jsonl'], val: 'banking77/val.jsonl' },
  clinc150: { train: ['clinc150/train.jsonl', 'clinc150/oos_train_plus.jsonl'], val: 'clinc150/val.jsonl' },
  curekart: { train: ['hint3/curekart_train.jsonl'] },
  bitext: { train: ['bitext_cs/train.jsonl'] },
  'multidogo-finance': { train: ['multidogo/finance_train.jsonl'], val: 'multidogo/finance_val.jsonl' },
  'multidogo-software': { train: ['multidogo/software_train.jsonl'], val: 'multidogo/software_val.jsonl' },
  askubuntu: { train: ['braun2017/askubuntu_train.jsonl'] },
  webapplications: { train: ['braun2017/webapplications_train.jsonl'] },
  chatbot: { train: ['braun2017/chatbot_train.jsonl'] },
};

/** The sets named, or all that are there; the project's own always are. */
export async function dataSets(names: string[]): Promise<DataSet[]> {
  const sets = [await demoShop(), ...kits()];
  for (const [name, source] of Object.entries(sources)) sets.push(...(await fromFiles(name, source)));
  return sets.flatMap(variants).filter(({ name }) => names.length === 0 || names.includes(name));
}

async function demoShop(): Promise<DataSet> {
  const rows = (name: string) => rowsOf(`apps/demo-shop/data/${name}.jsonl`);
  return {
    name: 'demo-shop',
    train: [...(await rows('tickets')), ...(await rows('out-of-scope'))],
    test: [...(await rows('tickets.held-out')), ...(await rows('out-of-scope.held-out'))],
    heldOut: 'held-out fifth',
  };
}

function kits(): DataSet[] {
  return starterKits().map(({ name, intents }) => {
    const rows = intents.flatMap((intent) =>
      intent.examples.map((text) => ({ text, intent: intent.name, oos: false })),
    );
    const { kept, held } = stratifiedSplit(rows, 0.2, seededRandom(1));
    const [train, test] = [kept, held].map((part) => part.map((i) => rows[i]!));
    return { name: `starter-kit-${name}`, train: train!, test: test!, heldOut: 'a fifth' };
  });
}

async function fromFiles(name: string, { train, val }: { train: string[]; val?: string }): Promise<DataSet[]> {
  if (!train.every((file) => existsSync(join(folder, file)))) return [];
  const rows = (await Promise.all(train.map((file) => rowsOf(join(folder, file))))).flat();
  if (val) return [{ name, train: rows, test: await rowsOf(join(folder, val)), heldOut: 'validation file' }];
  const { kept, held } = stratifiedSplit(rows, 0.2, seededRandom(1));
  return [{ name, train: kept.map((i) => rows[i]!), test: held.map((i) => rows[i]!), heldOut: 'a fifth' }];
}

const rowsOf = async (file: string): Promise<LabelledText[]> => (await readRows(file)).rows;

/** Some sets occur again as shops that know less: with few rows an intent, or with messages of unknown intents. */
function variants(set: DataSet): DataSet[] {
  if (set.name === 'banking77') {
    return [set, fewRows(set, 10), withUnknownIntents(set, 17), withUnknownIntents(fewRows(set, 10), 17)];
  }
  if (set.name === 'clinc150') return [set, fewRows(set, 8)];
  if (set.name === 'curekart') return [set, withUnknownIntents(set, 8)];
  return set.name.startsWith('multidogo') ? [set, fewRows(set, 30)] : [set];
}

/** At most this many rows of each intent, and none out of scope. */
export function fewRows(set: DataSet, rowsPerIntent: number, seed = 1): DataSet {
  const inScope = set.train.filter(({ oos }) => !oos);
  const byIntent = groupBy(seededRandom(seed).shuffle(inScope), ({ intent }) => intent);
  const train = [...byIntent.values()].flatMap((rows) => rows.slice(0, rowsPerIntent));
  return { ...set, name: `${set.name}-${rowsPerIntent}`, train };
}

/** All rows of this many intents are taken out of training and are out of scope in the test. */
export function withUnknownIntents(set: DataSet, intents: number, seed = 1): DataSet {
  const known = [...new Set(set.train.map(({ intent }) => intent))].sort();
  const unknown = new Set(seededRandom(seed).shuffle(known).slice(0, intents));
  const isUnknown = ({ intent }: LabelledText) => unknown.has(intent);
  const left = set.heldOut === 'a fifth' ? set.train.filter(isUnknown) : [];
  return {
    name: `${set.name}-unknown`,
    train: set.train.filter((row) => !isUnknown(row)),
    test: [...set.test, ...left].map((row) => (isUnknown(row) ? { text: row.text, intent: '', oos: true } : row)),
    heldOut: `${set.heldOut}, ${intents} intents unknown`,
  };
}
