import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ModelError } from '#contracts';
import { loadBase, shippedBase } from './base-model.js';
import { writeBase } from './convert-base.js';
import type { LabelledText } from './corpus.js';
import { pretrainingCard } from './pretrain-card.js';
import { contrastive } from './pretrain-contrastive.js';
import { between, pretrainEncoder } from './pretrain-encoder.js';
import { masked } from './pretrain-masked.js';
import { pretrainBatch } from './pretrain-objective.js';
import { writeWhole } from './whole-folder.js';

export const objectives = { contrastive, masked } as const;
export type ObjectiveName = keyof typeof objectives;

/** Rows of one file; their intents mean nothing in another. Only `contrastive` looks at intents. */
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

/** How far the weights go from the base towards what was learned: docs/pretraining.md has the figures. */
const share = 0.5;

/** Writes a base folder whose encoder was trained on with text, for `train` to start from. */
export async function pretrain(options: PretrainOptions): Promise<Pretrained> {
  const { sets, objective, outDir, base: baseDir = shippedBase(), seed = 1, onProgress, signal } = options;
  if (existsSync(outDir) && readdirSync(outDir).length > 0) throw new ModelError('OUT_NOT_EMPTY', { dir: outDir });
  const count = new Set(sets.flatMap(({ rows }) => rows.map(({ text }) => text.toLowerCase()))).size;
  if (count < pretrainBatch) throw new ModelError('TEXTS_TOO_FEW', { count, needed: pretrainBatch });
  const base = loadBase(baseDir);
  const {
    base: trained,
    rate,
    steps,
    loss,
  } = await pretrainEncoder({
    base,
    sets: sets.map(({ rows }) => rows),
    objective: objectives[objective],
    seed,
    threads: options.threads ?? 2,
    onStep: ({ step, steps, loss }) => onProgress?.('pretrain', step, steps, loss),
    signal,
  });
  const texts = Object.fromEntries(
    ['LICENSE', 'NOTICE']
      .filter((name) => existsSync(join(baseDir, name)))
      .map((name) => [name, readFileSync(join(baseDir, name), 'utf8')]),
  );
  const card = pretrainingCard({ base: basename(baseDir), sets, objective, seed, share, rate, steps, loss });
  writeWhole(outDir, (dir) => writeBase(dir, between(base, trained, share), { ...texts, 'README.md': card }));
  return { steps, loss };
}
