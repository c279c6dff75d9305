import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedBase } from '../encoder/index.js';
import { Classifier } from '../model/index.js';
import { writeTinyBase } from '../testing/tiny-base.js';
import { trainModel, type TuningPhase } from './train-model.js';

const wordings: Record<string, string[]> = {
  status: ['where is my order', 'track my parcel', 'has it been shipped', 'when will it arrive', 'order not here'],
  refund: ['I want my money back', 'refund please', 'how long is a refund', 'when am I refunded', 'no refund yet'],
  login: ['forgot my password', 'reset password', 'cannot log in', 'change my password', 'login is broken'],
};
const rows = Object.entries(wordings).flatMap(([intent, texts]) => texts.map((text) => ({ text, intent, oos: false })));

const folder = mkdtempSync(join(tmpdir(), 'tuning-'));
const base = join(folder, 'base');
writeTinyBase(
  base,
  rows.map(({ text }) => text),
);
afterAll(() => rmSync(folder, { recursive: true }));

describe('tuning', () => {
  it('goes on after an interruption as if there had been none', async () => {
    const phases = new Set<TuningPhase>();
    const outDir = join(folder, 'whole');
    await trainModel({ rows, base, outDir, threads: 1, onProgress: (phase) => phases.add(phase) });
    expect([...phases]).toEqual(['embed', 'cross-validate', 'fit', 'tune', 'write']);

    const interrupted = join(folder, 'interrupted');
    const interrupt = new AbortController();
    const run = trainModel({
      rows,
      base,
      outDir: interrupted,
      threads: 1,
      signal: interrupt.signal,
      onProgress: (phase, done) => phase === 'tune' && done === 3 && interrupt.abort(),
    });
    await expect(run).rejects.toThrow('aborted');
    expect(existsSync(interrupted)).toBe(false);
    const again: string[] = [];
    await trainModel({
      rows,
      base,
      outDir: interrupted,
      threads: 1,
      onProgress: (phase, done) => again.push(`${phase} ${done}`),
    });
    expect(again).not.toContain('cross-validate 1');
    expect(again).not.toContain('tune 3');
    for (const file of ['model.onnx', 'calibration.json']) {
      expect(readFileSync(join(interrupted, file)).equals(readFileSync(join(outDir, file))), file).toBe(true);
    }
    expect(existsSync(`${interrupted}.unfinished`)).toBe(false);

    const classifier = await Classifier.load(outDir);
    expect(await classifier.classify('where is my order')).toMatchObject({ intent: 'status' });
    await classifier.release();
  });
});

describe('a run that ended without a word, as a killed process does', () => {
  const outDir = join(folder, 'killed');
  /** The steps that the same call takes with these rows. */
  async function steps(own: typeof rows, end?: string): Promise<string[]> {
    const seen: string[] = [];
    const onProgress = (phase: TuningPhase, done: number) => {
      seen.push(`${phase} ${done}`);
      if (seen.at(-1) === end) throw new Error('killed');
    };
    await trainModel({ rows: own, base, outDir, threads: 1, onProgress }).catch((error: Error) => {
      expect(error.message).toBe(end && 'killed');
    });
    return seen;
  }

  it('goes on from the checkpoint of a step before', async () => {
    await steps(rows, 'tune 3');
    expect(existsSync(`${outDir}.unfinished`)).toBe(true);
    const again = await steps(rows);
    expect(again).not.toContain('cross-validate 1');
    expect(again).not.toContain('tune 1');
    expect(again).toContain('tune 4');
    for (const file of ['model.onnx', 'calibration.json']) {
      expect(readFileSync(join(outDir, file)).equals(readFileSync(join(folder, 'whole', file))), file).toBe(true);
    }
    expect(existsSync(`${outDir}.unfinished`)).toBe(false);
  });

  it('begins anew with other rows', async () => {
    await steps(rows, 'tune 3');
    const again = await steps(
      rows.map((row, at) => (at === 0 ? { ...row, intent: 'refund' } : row)),
      'tune 1',
    );
    expect(again).toContain('cross-validate 1');
    expect(again).toContain('tune 1');
  });
});

describe('adapters', () => {
  const outDir = join(folder, 'adapted');
  beforeAll(() => trainModel({ rows, base, outDir, threads: 1, adapters: true }));

  it('are kept without the encoder, and answer together with it', async () => {
    const files = readdirSync(outDir);
    expect(files).toContain('adapters.safetensors');
    expect(files).not.toContain('model.onnx');
    const classifier = await Classifier.load(outDir, base);
    for (const { text, intent } of rows) expect(await classifier.classify(text)).toMatchObject({ intent });
    await classifier.release();
  });

  it('are not used with another encoder', async () => {
    await expect(Classifier.load(outDir, shippedBase())).rejects.toThrow('Give the folder it was trained on to --base');
  });

  it('are checked like a whole model', async () => {
    const copy = join(folder, 'cut');
    cpSync(outDir, copy, { recursive: true });
    truncateSync(join(copy, 'adapters.safetensors'), 1_000);
    await expect(Classifier.load(copy, base)).rejects.toThrow('adapters.safetensors does not match its checksum');
  });
});
