import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeChecksums } from '#artifacts';
import { Classifier } from '../model/index.js';
import { trainHead, type Trained } from './train-head.js';

const wordings: Record<string, string[]> = {
  order_status: [
    'where is my order',
    'track my parcel',
    'has my package shipped',
    'when will my order arrive',
    'order still not here',
  ],
  refund: [
    'I want my money back',
    'refund please',
    'how long does a refund take',
    'when do I get refunded',
    'no refund on my card yet',
  ],
  password: ['I forgot my password', 'reset password', 'cannot log in', 'change my password', 'login does not work'],
};
const rows = Object.entries(wordings).flatMap(([intent, texts]) => texts.map((text) => ({ text, intent, oos: false })));

const folder = mkdtempSync(join(tmpdir(), 'model-'));
const dir = join(folder, 'model');
let trained: Trained;
beforeAll(async () => {
  trained = await trainHead({ rows, outDir: dir, seed: 3 });
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('a trained model folder', () => {
  it('knows paraphrases, is unsure of other things, and says so in numbers between 0 and 1', async () => {
    const classifier = await Classifier.load(dir);
    const known = await classifier.classify('could you tell me where my package is');
    expect(known.intent).toBe('order_status');
    const unknown = await classifier.classify('what is the boiling point of lead');
    expect(unknown.confidence).toBeLessThan(known.confidence);
    expect(unknown.oosScore).toBeGreaterThan(known.oosScore);
    for (const { topK, confidence, intent, embedding } of [known, unknown]) {
      expect(topK[0]).toEqual({ intent, confidence });
      expect(topK.map((k) => k.confidence)).toEqual(topK.map((k) => k.confidence).toSorted((a, b) => b - a));
      expect(Math.hypot(...embedding)).toBeCloseTo(1, 4);
    }
    await classifier.release();
  });

  it('answers blank and very long messages', async () => {
    const classifier = await Classifier.load(dir);
    expect(await classifier.classify('  ')).toMatchObject({ confidence: 0, oosScore: 1 });
    expect((await classifier.classify('where is it '.repeat(1_667))).topK).toHaveLength(3);
    await classifier.release();
  });

  it.each<[string, string | undefined, boolean]>([
    ['and how long does that take then', 'I want my money back', true],
    ['and how long does that take then', undefined, false],
    ['could you tell me where my package is', 'I forgot my password', false],
    ['I want a refund for my broken chair', 'reset password', false],
  ])('reads a message after the one before it where it leans on that: %s after %s', async (text, previous, after) => {
    const classifier = await Classifier.load(dir);
    expect(await classifier.classify(text, { previous })).toMatchObject({ readAfterPrevious: after });
    await classifier.release();
  });

  it('tells topics and acts of a message', async () => {
    const classifier = await Classifier.load(dir);
    const { topics, acts } = await classifier.classify('the charger caught fire and there were flames everywhere');
    expect(topics.fire).toBeGreaterThan(0.5);
    expect(topics.self_harm).toBeLessThan(0.5);
    expect(acts.follow_up).toBeLessThan(0.5);
    expect(
      (await classifier.classify('THIS IS A DISGRACE, three weeks and nothing, useless')).acts.upset,
    ).toBeGreaterThan(0.5);
    expect((await classifier.classify('i have a question')).acts.too_general).toBeGreaterThan(0.5);
    await classifier.release();
  });

  it('finds two requests in one message, each with its place in the text', async () => {
    const classifier = await Classifier.load(dir);
    const text = 'I forgot my password. Also, where is my parcel?';
    const { requests } = await classifier.classify(text);
    expect(requests.map(({ intent, from, to }) => [intent, text.slice(from, to)])).toEqual([
      ['password', 'I forgot my password'],
      ['order_status', 'where is my parcel?'],
    ]);
    expect((await classifier.classify('could you tell me where my package is')).requests).toEqual([]);
    await classifier.release();
  });

  it('reads what was meant, and leaves the text as it was typed', async () => {
    const classifier = await Classifier.load(dir);
    const typed = 'I forogt my pasword. Also, wheer is my parcle?';
    const { requests, confidence } = await classifier.classify(typed);
    expect(requests.map(({ intent, from, to }) => [intent, typed.slice(from, to)])).toEqual([
      ['password', 'I forogt my pasword'],
      ['order_status', 'wheer is my parcle?'],
    ]);
    const meant = await classifier.classify('I forgot my password. Also, where is my parcel?');
    expect(confidence).toBeCloseTo(meant.confidence, 6);
    await classifier.release();
  });

  it("knows how near a message comes to one that the shop's people put under none of its topics", async () => {
    const others = ['are you hiring', 'do you sponsor football clubs', 'is there a car park'];
    const outOfScope = others.map((text) => ({ text, intent: '', oos: true }));
    const outDir = join(folder, 'with-out-of-scope');
    await trainHead({ rows: [...rows, ...outOfScope], outDir, seed: 3 });
    const [with3, without] = [await Classifier.load(outDir), await Classifier.load(dir)];
    const near = async (model: Classifier, text: string) => (await model.classify(text)).features.outOfScope;
    expect(await near(with3, 'is there a car park')).toBeGreaterThan(0.98);
    expect(await near(with3, 'reset password')).toBeLessThan(0.6);
    expect(await near(without, 'is there a car park')).toBe(0);
    await Promise.all([with3.release(), without.release()]);
  });

  it('lets the nearest rows have the say that the calibration gives them; none in a folder from before they had one', async () => {
    const calibration = JSON.parse(readFileSync(join(dir, 'calibration.json'), 'utf8')) as { neighbourWeight: number };
    const { neighbourWeight, ...before } = calibration;
    expect(neighbourWeight).toBe(0);
    const withCalibration = async (name: string, changed: object) => {
      const copy = join(folder, name);
      cpSync(dir, copy, { recursive: true });
      writeFileSync(join(copy, 'calibration.json'), JSON.stringify(changed));
      await writeChecksums(
        copy,
        readdirSync(copy).filter((file) => file !== 'SHA256SUMS'),
      );
      const classifier = await Classifier.load(copy);
      const { features } = await classifier.classify('has my refund shipped');
      await classifier.release();
      return { weight: classifier.calibration.neighbourWeight, margin: features.margin };
    };
    const now = await withCalibration('now', calibration);
    expect(await withCalibration('before', before)).toEqual(now);
    const voting = await withCalibration('voting', { ...before, neighbourWeight: 0.5 });
    expect(voting.weight).toBe(0.5);
    expect(voting.margin).not.toBe(now.margin);
  });

  it('is measured on rows that its head had not seen', () => {
    expect(trained.metrics).toMatchObject({ n: 12, nOos: 0, oosAuroc: null }); // the fold without a row's intent does not predict the row
    expect(trained.metrics.accuracy).toBeGreaterThan(0.6);
  });

  it('comes out the same again with the same seed', async () => {
    const again = join(folder, 'again');
    await trainHead({ rows, outDir: again, seed: 3 });
    for (const file of ['model.onnx', 'calibration.json', 'metrics.json']) {
      expect(readFileSync(join(again, file)).equals(readFileSync(join(dir, file))), file).toBe(true);
    }
  });

  it('stays under 26 MB', () => {
    const bytes = readdirSync(dir).reduce((sum, file) => sum + readFileSync(join(dir, file)).length, 0);
    expect(bytes).toBeLessThan(26e6);
  });
});

describe('a damaged model folder', () => {
  const damaged = async (name: string, damage: (copy: string) => void | Promise<void>) => {
    const copy = join(folder, name);
    cpSync(dir, copy, { recursive: true });
    await damage(copy);
    return Classifier.load(copy);
  };
  const sums = (copy: string) =>
    writeChecksums(
      copy,
      readdirSync(copy).filter((file) => file !== 'SHA256SUMS'),
    );

  it.each<[string, (copy: string) => void | Promise<void>, RegExp]>([
    [
      'truncated',
      (copy) => truncateSync(join(copy, 'model.onnx'), 1_000_000),
      /is damaged: model\.onnx does not match/,
    ],
    ['changed', (copy) => writeFileSync(join(copy, 'labels.json'), '{}'), /is damaged: labels\.json does not match/],
    ['incomplete', (copy) => rmSync(join(copy, 'tokenizer.json')), /tokenizer\.json is missing/],
    ['without checksums', (copy) => rmSync(join(copy, 'SHA256SUMS')), /SHA256SUMS is missing/],
    [
      'of another shape',
      (copy) => {
        const labels = JSON.parse(readFileSync(join(copy, 'labels.json'), 'utf8')) as { intents: string[] };
        writeFileSync(
          join(copy, 'labels.json'),
          JSON.stringify({ ...labels, intents: [...labels.intents, 'one more'] }),
        );
        return sums(copy);
      },
      /cannot be used \(it does not score 4 intents\)/,
    ],
    [
      'of an older format',
      (copy) => {
        const labels = readFileSync(join(copy, 'labels.json'), 'utf8');
        writeFileSync(join(copy, 'labels.json'), labels.replace('"format": 9', '"format": 3'));
        rmSync(join(copy, 'tfidf.safetensors'));
        return sums(copy);
      },
      /cannot be used \(its format is 3, and this version of the program reads 9\)\. Train it again\./,
    ],
    [
      'not ONNX inside',
      (copy) => {
        writeFileSync(join(copy, 'model.onnx'), 'nonsense');
        return sums(copy);
      },
      /cannot be used/,
    ],
  ])('%s: says so and does not load', async (name, damage, sentence) => {
    await expect(damaged(name, damage)).rejects.toThrow(sentence);
  });

  it('is not written over something else', async () => {
    const other = join(folder, 'photos');
    cpSync(join(dir, 'README.md'), join(other, 'holiday.jpg'));
    await expect(trainHead({ rows, outDir: other })).rejects.toThrow('is not a model folder');
    expect(readdirSync(other)).toEqual(['holiday.jpg']);
    expect(existsSync(`${other}.partial-${process.pid}`)).toBe(false);
  });
});
