import { existsSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { verifyChecksums, writeChecksums, writeWhole } from '#artifacts';
import { ModelError, modelMetrics, type ModelMetrics } from '#contracts';
import { readAnswerSelection } from '../answer-selection/index.js';
import { calibration, type Calibration } from '../confidence/index.js';
import { loadBase, readSafetensors, writeSafetensors, type Safetensors } from '../encoder/index.js';
import { tfidfFromTensors, tfidfToTensors, type TfidfClassifier } from '../intents/index.js';
import { vocabulary, type Vocabulary } from '../spelling/index.js';
import { assemble, untunedEncoder } from './adapted-model.js';

/** Figures of held-out rows, measured on the int8 model that is served. */
export type Metrics = ModelMetrics;

/** Raised with every change after which an older program cannot read the folder, or this one cannot read older folders. */
export const folderFormat = 9;

const labels = z.object({
  format: z.literal(folderFormat),
  /** Names by number. */
  intents: z.array(z.string()).min(2),
  /** Put before every text. */
  prefix: z.string(),
  width: z.number().int().positive(),
  /** From how many messages after another one, written as such, it has learned what the second is about. */
  pairs: z.number().int().nonnegative().default(0),
});
export type Labels = z.infer<typeof labels>;

/** The number of the intent of each row of the neighbour index in model.onnx, -1 for out of scope. */
const neighbours = z.object({ intents: z.array(z.number().int()) });

export interface ModelFiles {
  /** Either the whole encoder, or the adapters that are added to the base they were trained on. */
  encoder: WholeEncoder | { adapters: Safetensors };
  tfidf: TfidfClassifier;
  labels: Labels;
  calibration: Calibration;
  neighbours: { intents: number[] };
  vocabulary: Vocabulary;
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
  tfidf: 'tfidf.safetensors',
  labels: 'labels.json',
  calibration: 'calibration.json',
  neighbours: 'neighbours.json',
  vocabulary: 'vocabulary.json',
  metrics: 'metrics.json',
  card: 'README.md',
} as const;

/** Throws OUT_NOT_EMPTY unless `dir` is absent, empty, or a model folder, which may be replaced. */
export function checkOutput(dir: string): void {
  if (!existsSync(dir)) return;
  const replaceable = readdirSync(dir).length === 0 || existsSync(join(dir, names.labels));
  if (!replaceable) throw new ModelError('OUT_NOT_EMPTY', { dir });
}

/** Writes the folder, whole or not at all. Throws OUT_NOT_EMPTY. */
export async function writeModelFolder(dir: string, files: ModelFiles): Promise<void> {
  checkOutput(dir);
  const json = (value: unknown) => JSON.stringify(value, null, 1);
  const contents = {
    [names.labels]: json(files.labels),
    [names.calibration]: json(files.calibration),
    [names.neighbours]: JSON.stringify(files.neighbours),
    [names.vocabulary]: JSON.stringify(files.vocabulary),
    [names.metrics]: json(files.metrics),
    [names.card]: files.card,
  };
  await writeWhole(dir, async (partial) => {
    for (const [name, content] of Object.entries(contents)) await writeFile(join(partial, name), content);
    writeSafetensors(join(partial, names.tfidf), tfidfToTensors(files.tfidf));
    const { encoder } = files;
    if ('adapters' in encoder) writeSafetensors(join(partial, adaptersName), encoder.adapters);
    else {
      await writeFile(join(partial, encoderNames.onnx), encoder.onnx);
      await writeFile(join(partial, encoderNames.tokenizer), encoder.tokenizerJson);
    }
    const own = 'adapters' in encoder ? [adaptersName] : Object.values(encoderNames);
    await writeChecksums(partial, [...own, ...Object.values(names)]);
  });
}

/**
 * Reads a folder after checking every file against its checksum. `baseDir` is the base that adapters are added to. Throws MODEL_MISSING,
 * MODEL_CHECKSUM, MODEL_BROKEN, ADAPTERS_BASE or BASE_BROKEN.
 */
export async function readModelFolder(
  dir: string,
  baseDir: string,
): Promise<Omit<ModelFiles, 'card' | 'encoder'> & { encoder: WholeEncoder }> {
  await checkFormat(dir);
  const isAdapted = existsSync(join(dir, adaptersName));
  await verifyChecksums(dir, [...(isAdapted ? [adaptersName] : Object.values(encoderNames)), ...Object.values(names)]);
  const text = (name: string) => readFile(join(dir, name), 'utf8');
  const json = async (name: string): Promise<unknown> => JSON.parse(await text(name));
  try {
    return {
      encoder: isAdapted
        ? adaptedEncoder(dir, baseDir)
        : { onnx: await readFile(join(dir, encoderNames.onnx)), tokenizerJson: await text(encoderNames.tokenizer) },
      tfidf: tfidfFromTensors(readSafetensors(join(dir, names.tfidf))),
      labels: labels.parse(await json(names.labels)),
      calibration: calibration.parse(await json(names.calibration)),
      neighbours: neighbours.parse(await json(names.neighbours)),
      vocabulary: vocabulary.parse(await json(names.vocabulary)),
      metrics: modelMetrics.nullable().parse(await json(names.metrics)),
    };
  } catch (error) {
    if (error instanceof ModelError) throw error;
    throw broken(dir, error);
  }
}

/** Whether a folder is of another version of the program, which this one cannot read. */
export async function isOfOtherFormat(dir: string): Promise<boolean> {
  const format = await formatOf(dir);
  return format !== null && format !== folderFormat;
}

/** Throws MODEL_BROKEN for a folder of another format, whose other files may have other names. */
async function checkFormat(dir: string): Promise<void> {
  if (await isOfOtherFormat(dir)) {
    const why = `its format is ${await formatOf(dir)}, and this version of the program reads ${folderFormat}`;
    throw broken(dir, new Error(why));
  }
}

async function formatOf(dir: string): Promise<number | null> {
  const text = await readFile(join(dir, names.labels), 'utf8').catch(() => '');
  const format = /"format": *(\d+)/.exec(text)?.[1];
  return format ? Number(format) : null;
}

function adaptedEncoder(dir: string, baseDir: string): WholeEncoder {
  const base = loadBase(baseDir);
  const onnx = assemble(readSafetensors(join(dir, adaptersName)), base);
  if (!onnx) throw new ModelError('ADAPTERS_BASE', { dir, base: baseDir });
  return { onnx, tokenizerJson: base.tokenizerJson };
}

/** What the adapters of a folder belong to: the encoder as it was before, as ONNX, and what answer selection has learned for it. */
export interface Untuned {
  onnx: Uint8Array;
  selection: Float32Array | null;
}

/** Null where the whole encoder is in the folder. */
export function readUntuned(dir: string, baseDir: string): Untuned | null {
  if (!existsSync(join(dir, adaptersName))) return null;
  const adapters = readSafetensors(join(dir, adaptersName));
  const selection = readAnswerSelection(adapters.metadata['base']!);
  return { onnx: untunedEncoder(adapters, loadBase(baseDir)), selection };
}

export function broken(dir: string, error: unknown): ModelError {
  return new ModelError('MODEL_BROKEN', {
    dir,
    why: error instanceof Error ? error.message.slice(0, 200) : 'unreadable',
  });
}
