import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readRows, seededRandom, stratifiedSplit, type LabelledText } from '#slm';

export interface DataSet {
  name: string;
  train: LabelledText[];
  test: LabelledText[];
  /** What `test` is. */
  heldOut: string;
}

/** Public sets that lie beside the repository on some machines; the repository has none of their rows. */
const folder = '../shared/datasets';

const sources: Record<string, { train: string; val?: string }> = {
  banking77: { train: 'banking77/train.jsonl', val: 'banking77/val.jsonl' },
  clinc150: { train: 'clinc150/train.jsonl', val: 'clinc150/val.jsonl' },
  curekart: { train: 'hint3/curekart_train.jsonl' },
  bitext: { train: 'bitext_cs/train.jsonl' },
  'multidogo-finance': { train: 'multidogo/finance_train.jsonl', val: 'multidogo/finance_val.jsonl' },
  'multidogo-software': { train: 'multidogo/software_train.jsonl', val: 'multidogo/software_val.jsonl' },
  askubuntu: { train: 'braun2017/askubuntu_train.jsonl' },
  webapplications: { train: 'braun2017/webapplications_train.jsonl' },
  chatbot: { train: 'braun2017/chatbot_train.jsonl' },
};

/** The sets named, or all that are there; the demo shop's own always are. */
export function dataSets(names: string[]): DataSet[] {
  const demo = 'apps/demo-shop/data';
  const sets: DataSet[] = [
    {
      name: 'demo-shop',
      train: [...readRows(`${demo}/tickets.jsonl`).rows, ...readRows(`${demo}/out-of-scope.jsonl`).rows],
      test: [
        ...readRows(`${demo}/tickets.held-out.jsonl`).rows,
        ...readRows(`${demo}/out-of-scope.held-out.jsonl`).rows,
      ],
      heldOut: 'held-out fifth',
    },
  ];
  const random = seededRandom(1);
  for (const [name, { train, val }] of Object.entries(sources)) {
    if (!existsSync(join(folder, train))) continue;
    const { rows } = readRows(join(folder, train));
    if (val) {
      sets.push({ name, train: rows, test: readRows(join(folder, val)).rows, heldOut: 'validation file' });
    } else {
      const { kept, held } = stratifiedSplit(rows, 0.2, random);
      sets.push({ name, train: kept.map((i) => rows[i]!), test: held.map((i) => rows[i]!), heldOut: 'a fifth' });
    }
  }
  return sets.filter(({ name }) => names.length === 0 || names.includes(name));
}
