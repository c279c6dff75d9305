import { createHash } from 'node:crypto';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { modelMethod, modelMetrics } from '#contracts';
import { shippedBase, type LabelledText } from '#slm';

/**
 * The demo shop's model. It comes with the program, so that the demo's first conversations meet a fine-tuned model and wait for no training.
 * The folder holds adapters of the encoder that comes with the program, too.
 */
export const shippedModelDir = join(dirname(shippedBase()), 'fernhill');
const recordFile = `${shippedModelDir}.json`;

const shippedModel = z.object({
  /** Checksum of what it was trained and its confidence fitted on. */
  rows: z.string(),
  method: modelMethod,
  metrics: modelMetrics,
  int8Agreement: z.object({ same: z.number(), of: z.number() }),
});
export type ShippedModel = z.infer<typeof shippedModel>;

/** Whether the shipped model is what training on these rows would give. A row more or less, or another encoder, and it is not. */
export async function isShippedFor(rows: LabelledText[], baseDir: string): Promise<boolean> {
  return resolve(baseDir) === shippedBase() && (await readRecord()).rows === checksumOf(rows);
}

/** Copies the shipped model to `outDir`, in place of training it. */
export async function copyShippedModel(outDir: string): Promise<ShippedModel> {
  await cp(shippedModelDir, outDir, { recursive: true });
  return readRecord();
}

export async function writeRecord(rows: LabelledText[], facts: Omit<ShippedModel, 'rows'>): Promise<void> {
  const record: ShippedModel = { rows: checksumOf(rows), ...facts };
  await writeFile(recordFile, `${JSON.stringify(record, null, 2)}\n`);
}

async function readRecord(): Promise<ShippedModel> {
  return shippedModel.parse(JSON.parse(await readFile(recordFile, 'utf8')));
}

/** The same for the same rows in any order. */
function checksumOf(rows: LabelledText[]): string {
  const lines = rows.map(({ text, intent, oos }) => JSON.stringify([text, oos ? null : intent]));
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}
