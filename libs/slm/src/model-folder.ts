import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ModelError, modelMetrics, type ModelMetrics } from '#contracts';
import { assemble } from './adapted-model.js';
import { loadBase } from './base-model.js';
import { writeChecksums, verifyChecksums } from './checksums.js';
import { calibration, type Calibration } from './confidence.js';
import { readSafetensors, writeSafetensors, type Safetensors } from './safetensors.js';
import { writeWhole } from './whole-folder.js';
import { fromTensors, toTensors, type WordModel } from './word-model.js';

/** Figures of held-out rows, measured on the served int8 model. */
export type Metrics = ModelMetrics;

const labels = z.object({
  format: z.literal(2),
  intents: z.array(z.string()).min(2),
  /** Put before every text. */
  prefix: z.string(),
  width: z.number().int().positive(),
});
export type Labels = z.infer<typeof labels>;

/** Intent index of each row in the bank inside model.onnx, -1 for out of scope. */
const neighbours = z.object({ intents: z.array(z.number().int()) });

export interface ModelFiles {
  /** A folder that needs nothing outside itself, or one that is put together with the base that it was trained on. */
  encoder: WholeEncoder | { adapters: Safetensors };
  words: WordModel;
  labels: Labels;
  calibration: Calibration;
  neighbours: { intents: number[] };
  metrics: Metrics | null;
  card: string;
}

interface WholeEncoder {
  onnx: Uint8Array;
  tokenizerJson: string;
}

const encoderNames = { onnx: 'model.onnx', tokenizer: 'tokenizer.json' } as const;
const adaptersName = 'adapters.safetensors';
const names = {
  words: 'words.safetensors',
  labels: 'labels.json',
  calibration: 'calibration.json',
  neighbours: 'neighbours.json',
  metrics: 'metrics.json',
  card: 'README.md',
} as const;

/** Throws unless `dir` is free for a model: absent, empty, or a model folder that may be replaced. */
export function checkOutput(dir: string): void {
  if (!existsSync(dir)) return;
  const replaceable = readdirSync(dir).length === 0 || existsSync(join(dir, names.labels));
  if (!replaceable) throw new ModelError('OUT_NOT_EMPTY', { dir });
}

/** Throws unless `dir` is free for it. */
export function writeModelFolder(dir: string, files: ModelFiles): void {
  checkOutput(dir);
  const json = (value: unknown) => JSON.stringify(value, null, 1);
  const contents = {
    [names.labels]: json(files.labels),
    [names.calibration]: json(files.calibration),
    [names.neighbours]: JSON.stringify(files.neighbours),
    [names.metrics]: json(files.metrics),
    [names.card]: files.card,
  };
  writeWhole(dir, (partial) => {
    for (const [name, content] of Object.entries(contents)) writeFileSync(join(partial, name), content);
    writeSafetensors(join(partial, names.words), toTensors(files.words));
    const { encoder } = files;
    if ('adapters' in encoder) writeSafetensors(join(partial, adaptersName), encoder.adapters);
    else {
      writeFileSync(join(partial, encoderNames.onnx), encoder.onnx);
      writeFileSync(join(partial, encoderNames.tokenizer), encoder.tokenizerJson);
    }
    const own = 'adapters' in encoder ? [adaptersName] : Object.values(encoderNames);
    writeChecksums(partial, [...own, ...Object.values(names)]);
  });
}

/** Reads a folder after checking every file against its checksum. `baseDir`: what adapters are put together with. */
export function readModelFolder(
  dir: string,
  baseDir: string,
): Omit<ModelFiles, 'card' | 'encoder'> & { encoder: WholeEncoder } {
  const isAdapted = existsSync(join(dir, adaptersName));
  verifyChecksums(dir, [...(isAdapted ? [adaptersName] : Object.values(encoderNames)), ...Object.values(names)]);
  const text = (name: string) => readFileSync(join(dir, name), 'utf8');
  try {
    return {
      encoder: isAdapted
        ? adaptedEncoder(dir, baseDir)
        : { onnx: readFileSync(join(dir, encoderNames.onnx)), tokenizerJson: text(encoderNames.tokenizer) },
      words: fromTensors(readSafetensors(join(dir, names.words))),
      labels: labels.parse(JSON.parse(text(names.labels))),
      calibration: calibration.parse(JSON.parse(text(names.calibration))),
      neighbours: neighbours.parse(JSON.parse(text(names.neighbours))),
      metrics: modelMetrics.nullable().parse(JSON.parse(text(names.metrics))),
    };
  } catch (error) {
    if (error instanceof ModelError) throw error;
    throw broken(dir, error);
  }
}

function adaptedEncoder(dir: string, baseDir: string): WholeEncoder {
  const base = loadBase(baseDir);
  const onnx = assemble(readSafetensors(join(dir, adaptersName)), base);
  if (!onnx) throw new ModelError('ADAPTERS_BASE', { dir, base: baseDir });
  return { onnx, tokenizerJson: base.tokenizerJson };
}

export function broken(dir: string, error: unknown): ModelError {
  return new ModelError('MODEL_BROKEN', {
    dir,
    why: error instanceof Error ? error.message.slice(0, 200) : 'unreadable',
  });
}
