import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { writeWhole } from '#artifacts';
import { ModelError } from '#contracts';
import type { LabelledText } from '../data/index.js';
import { loadBase, shippedBase, writeBase } from '../encoder/index.js';
import { baseCard } from './base-card.js';
import { contrastive } from './contrastive.js';
import { masked } from './masked-language-model.js';
import { pretrainBatch } from './objective.js';
import { between, pretrainEncoder } from './pretrain-encoder.js';

export const objectives = { contrastive, masked } as const;
export type ObjectiveName = keyof typeof objectives;

/** Rows of one file. Their intents mean nothing in another file, and only `contrastive` reads them. */
export interface TextSet {
  name: string;
  rows: LabelledText[];
}

export interface PretrainOptions {
  sets: TextSet[];
  objective: ObjectiveName;
  /** A new or empty folder. */
  outDir: string;
  base?: string;
  seed?: number;
  threads?: number;
  onProgress?: (phase: 'pretrain', done: number, total: number, loss: number) => void;
  /** Aborting leaves nothing behind. */
  signal?: AbortSignal;
}

export interface Pretrained {
  steps: number;
  /** Of the last step. */
  loss: number;
}

/** How far the weights move from the base towards the trained ones: docs/pretraining.md has the figures. */
const share = 0.5;

/**
 * Trains an encoder on text and writes it as a base folder, from which `train` can start. Throws OUT_NOT_EMPTY, TEXTS_TOO_FEW, BASE_BROKEN
 * or MASK_MISSING, and the signal's reason when aborted.
 */
export async function pretrain(options: PretrainOptions): Promise<Pretrained> {
  const { sets, objective, outDir, base: baseDir = shippedBase(), seed = 1, onProgress, signal } = options;
  if (existsSync(outDir) && readdirSync(outDir).length > 0) throw new ModelError('OUT_NOT_EMPTY', { dir: outDir });
  const count = new Set(sets.flatMap(({ rows }) => rows.map(({ text }) => text.toLowerCase()))).size;
  if (count < pretrainBatch) throw new ModelError('TEXTS_TOO_FEW', { count, needed: pretrainBatch });
  const base = loadBase(baseDir);
  const trained = await pretrainEncoder({
    base,
    sets: sets.map(({ rows }) => rows),
    objective: objectives[objective],
    seed,
    threads: options.threads ?? 2,
    onStep: ({ step, steps, loss }) => onProgress?.('pretrain', step, steps, loss),
    signal,
  });
  const { learningRate, steps, loss } = trained;
  const texts = Object.fromEntries(
    ['LICENSE', 'NOTICE']
      .filter((name) => existsSync(join(baseDir, name)))
      .map((name) => [name, readFileSync(join(baseDir, name), 'utf8')]),
  );
  const files = sets.map(({ name, rows }) => ({ name, messages: rows.length }));
  const card = baseCard({ base: basename(baseDir), files, objective, seed, share, learningRate, steps, loss });
  await writeWhole(outDir, async (dir) => {
    await writeBase(dir, between(base, trained.base, share), { ...texts, 'README.md': card });
  });
  return { steps, loss };
}
