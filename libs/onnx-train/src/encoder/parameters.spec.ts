import { expect, it } from 'vitest';
import { encoderParameters, type EncoderShape } from './parameters.js';
import { encoderNames, encoderWeights } from './weights.js';

const shape: EncoderShape = {
  layers: 2,
  width: 8,
  heads: 2,
  ffn: 12,
  layerNormEps: 1e-12,
  activation: 'gelu',
  positions: 6,
  types: 2,
  words: 20,
};

it('lists every weight of a checkpoint once, in the order of the layers', () => {
  const weights = encoderWeights(shape);
  expect(new Set(weights.map(({ name }) => name)).size).toBe(5 + 2 * 16);
  expect(weights.map(({ layer }) => layer)).toEqual(weights.map(({ layer }) => layer).sort());
  expect(weights).toContainEqual({ name: 'encoder.layer.1.intermediate.dense.weight', shape: [12, 8], layer: 2 });
  expect(weights).toContainEqual({ name: encoderNames.positions, shape: [6, 8], layer: 0 });
});

it('trains every weight but the word table, with decay for matrices and tables', () => {
  const parameters = encoderParameters(shape);
  const trained = encoderWeights(shape).filter(({ name }) => name !== encoderNames.words);
  expect(parameters.map(({ name, shape: dims, layer }) => ({ name, shape: dims, layer }))).toEqual(trained);
  expect(parameters.every(({ shape: dims, decay }) => decay === (dims.length === 2))).toBe(true);
});

it('trains two small matrices in place of each matrix, and no table, where there are adapters', () => {
  const parameters = encoderParameters({ ...shape, adapterRank: 3 });
  const query = encoderNames.layer(0).query;
  expect(parameters.filter(({ name }) => name.startsWith(query))).toEqual([
    { name: `${query}.lora_A.weight`, shape: [3, 8], decay: true, layer: 1 },
    { name: `${query}.lora_B.weight`, shape: [8, 3], decay: true, layer: 1 },
    { name: `${query}.bias`, shape: [8], decay: false, layer: 1 },
  ]);
  expect(parameters.some(({ name }) => name === encoderNames.positions || name === encoderNames.types)).toBe(false);
});
