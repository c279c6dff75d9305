import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadBase } from '../encoder/index.js';
import { Classifier } from '../model/index.js';
import { writeTinyBase } from '../testing/tiny-base.js';
import { trainHead } from '../training/index.js';
import { objectives, pretrain, type ObjectiveName } from './pretrain.js';
import { between } from './pretrain-encoder.js';

const [things, days] = [
  ['parcel', 'order', 'lamp', 'chair', 'table', 'shelf'],
  ['monday', 'tuesday', 'friday', 'sunday'],
];
const wordings: Record<string, (thing: string, day: string) => string> = {
  status: (thing, day) => `where is the ${thing} that I bought on ${day}`,
  refund: (thing, day) => `give me my money back for the ${thing} of ${day}`,
  broken: (thing, day) => `the ${thing} came broken on ${day}`,
};
const rows = Object.entries(wordings).flatMap(([intent, wording]) =>
  things.flatMap((thing) => days.map((day) => ({ text: wording(thing, day), intent, oos: false }))),
);
const sets = [{ name: 'tickets.jsonl', rows }];

const folder = mkdtempSync(join(tmpdir(), 'pretraining-'));
const base = join(folder, 'base');
writeTinyBase(
  base,
  rows.map(({ text }) => text),
);
writeFileSync(join(base, 'LICENSE'), 'the terms of the base');
afterAll(() => rmSync(folder, { recursive: true }));

const weightsOf = (dir: string) => readFileSync(join(dir, 'encoder.int8.safetensors'));

describe('pre-training', () => {
  it.each(Object.keys(objectives) as ObjectiveName[])(
    '%s: trains, repeats itself, and a head trains on it',
    async (objective) => {
      const [outDir, again, model] = [1, 2, 3].map((i) => join(folder, `${objective} ${i}`)) as [
        string,
        string,
        string,
      ];
      const losses: number[] = [];
      const options = { sets, objective, base, threads: 1 };
      const { steps } = await pretrain({
        ...options,
        outDir,
        onProgress: (_phase, _done, _total, loss) => losses.push(loss),
      });
      expect(losses).toHaveLength(steps);
      await pretrain({ ...options, outDir: again });
      expect(weightsOf(again).equals(weightsOf(outDir))).toBe(true);
      const moved = (name: string) => {
        const [before, after] = [base, outDir].map((dir) => loadBase(dir).weights.get(name)!.data) as [
          Float32Array,
          Float32Array,
        ];
        return Math.max(...after.map((w, i) => Math.abs(w - before[i]!)));
      };
      expect(moved('encoder.layer.0.output.dense.bias')).toBeGreaterThan(1e-6);
      // Half a step of the 127 that a row of word vectors between -0.5 and 0.5 is rounded to.
      expect(moved('embeddings.word_embeddings.weight')).toBeLessThanOrEqual(0.25 / 127 + 1e-6);
      const card = readFileSync(join(outDir, 'README.md'), 'utf8');
      expect(card).toContain(`${objective}, ${steps} steps`);
      expect(card).toContain('| tickets.jsonl | 72 |');
      expect(readFileSync(join(outDir, 'LICENSE'), 'utf8')).toBe('the terms of the base');

      await trainHead({ rows, base: outDir, outDir: model });
      const classifier = await Classifier.load(model);
      expect(await classifier.classify('where is the lamp that I bought on monday')).toMatchObject({
        intent: 'status',
      });
      await classifier.release();
    },
  );

  it('leaves nothing behind when it is interrupted', async () => {
    const outDir = join(folder, 'interrupted');
    const interrupt = new AbortController();
    const run = pretrain({
      sets,
      objective: 'masked',
      base,
      outDir,
      onProgress: () => interrupt.abort(),
      signal: interrupt.signal,
    });
    await expect(run).rejects.toThrow('aborted');
    expect(readdirSync(folder).filter((name) => name.startsWith('interrupted'))).toEqual([]);
  });

  it.each([
    ['a folder with something in it', { outDir: base, sets }, 'Give a new folder to --out'],
    [
      'too few different texts',
      { outDir: join(folder, 'few'), sets: [{ name: 'a', rows: [...rows.slice(0, 60), ...rows.slice(0, 10)] }] },
      'only 60 different texts',
    ],
  ])('refuses %s', async (_what, options, sentence) => {
    await expect(pretrain({ objective: 'masked', base, ...options })).rejects.toThrow(sentence);
    expect(existsSync(join(folder, 'few'))).toBe(false);
  });

  it('averages weights: none, half and all of the way', () => {
    const one = loadBase(base);
    const name = 'encoder.layer.0.output.dense.bias';
    const other = {
      ...one,
      weights: new Map([...one.weights].map(([n, { shape, data }]) => [n, { shape, data: data.map((w) => w + 2) }])),
    };
    const at = (share: number) =>
      between(one, other, share).weights.get(name)!.data[0]! - one.weights.get(name)!.data[0]!;
    expect([at(0), at(0.5), at(1)].map((moved) => Math.round(moved * 1e4) / 1e4)).toEqual([0, 1, 2]);
  });
});
