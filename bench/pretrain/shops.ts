import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stratifiedSplit, type LabelledText } from '#slm';
import { seededRandom } from '#statistics';
import { readRows } from '#ticket-import';

/** Public sets that lie beside the repository on some machines; the repository has none of their rows. */
const folder = '../shared/datasets';

/** A shop that has few rows of one of the sets, measured on rows that nothing was trained on. */
export interface Shop {
  train: LabelledText[];
  test: LabelledText[];
  /** What the shop would have as transcripts: the rest of the set's training rows, or those it has where that is all. */
  transcripts: LabelledText[];
}

interface Source {
  /** Files of one folder are never on both sides. */
  folder: string;
  train: string;
  val?: string;
}

const sources: Record<string, Source> = {
  banking77: { folder: 'banking77', train: 'train.jsonl', val: 'val.jsonl' },
  curekart: { folder: 'hint3', train: 'curekart_train.jsonl' },
  clinc150: { folder: 'clinc150', train: 'train.jsonl', val: 'val.jsonl' },
  'multidogo-finance': { folder: 'multidogo', train: 'finance_train.jsonl', val: 'finance_val.jsonl' },
  'multidogo-software': { folder: 'multidogo', train: 'software_train.jsonl', val: 'software_val.jsonl' },
  bitext: { folder: 'bitext_cs', train: 'train.jsonl' },
  askubuntu: { folder: 'braun2017', train: 'askubuntu_train.jsonl' },
  webapplications: { folder: 'braun2017', train: 'webapplications_train.jsonl' },
  chatbot: { folder: 'braun2017', train: 'chatbot_train.jsonl' },
};

/** Sets that are large enough to measure on; each is left out of the pre-training in turn. */
export const shopNames = ['banking77', 'curekart', 'clinc150', 'multidogo-finance'];

/** Rows of an intent that a shop has, where the set would give more. */
const shopRows = 10;
/** Rows of an intent that pre-training takes, so that large intents and sets do not drown the others. */
const pretrainingRows = 40;

const read = async ({ folder: of, train }: Source, file = train) => (await readRows(join(folder, of, file))).rows;

export async function shop(name: string, seed: number): Promise<Shop> {
  const source = sources[name]!;
  const rows = await read(source);
  if (source.val) {
    const train = few(rows, shopRows, seed);
    const taken = new Set<LabelledText>(train);
    return { train, test: await read(source, source.val), transcripts: rows.filter((row) => !taken.has(row)) };
  }
  const { kept, held } = stratifiedSplit(rows, 0.2, seededRandom(seed));
  const train = kept.map((row) => rows[row]!);
  return { train, test: held.map((row) => rows[row]!), transcripts: train };
}

/** The sets of all folders but that of `name`. */
export function otherSets(name: string): Promise<LabelledText[][]> {
  const others = Object.values(sources).filter(
    ({ folder: of, train }) => of !== sources[name]!.folder && existsSync(join(folder, of, train)),
  );
  return Promise.all(others.map(async (source) => few(await read(source), pretrainingRows, 1)));
}

/** At most `most` rows of each intent, ten times as many out of scope, by chance. */
function few(rows: LabelledText[], most: number, seed: number): LabelledText[] {
  const taken = new Map<string, number>();
  return seededRandom(seed)
    .shuffle(rows)
    .filter(({ intent, oos }) => {
      const key = oos ? '' : intent;
      const count = taken.get(key) ?? 0;
      taken.set(key, count + 1);
      return count < (oos ? 10 * most : most);
    });
}
