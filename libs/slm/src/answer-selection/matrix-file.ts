import { existsSync } from 'node:fs';
import { answerSelectionFile } from '#background';
import { float32Tensor, floatWeights, quantiseRows, readSafetensors, writeSafetensors } from '../encoder/index.js';

/** The matrix [width, width] that was fitted for the encoder of this fingerprint; null: none was. */
export function readAnswerSelection(base: string): Float32Array | null {
  if (!existsSync(answerSelectionFile)) return null;
  const file = readSafetensors(answerSelectionFile);
  return file.metadata['base'] === base ? floatWeights(file).get('matrix')!.data : null;
}

export function writeAnswerSelection(matrix: Float32Array, width: number, base: string): void {
  const { data, scales } = quantiseRows(matrix, width);
  writeSafetensors(answerSelectionFile, {
    metadata: { format: 'int8-rows', base },
    tensors: new Map([
      ['matrix.int8', { dtype: 'I8', shape: [width, width], data }],
      ['matrix.scales', float32Tensor(scales, width)],
    ]),
  });
}
