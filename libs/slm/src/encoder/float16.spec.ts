import { expect, it } from 'vitest';
import { float16ToFloat32, float32ToFloat16 } from './float16.js';

it('writes every number of half precision as it reads it', () => {
  const all = Uint16Array.from({ length: 65_536 }, (_, half) => half).filter((half) => (half & 0x7c00) !== 0x7c00);
  expect(float32ToFloat16(float16ToFloat32(all))).toEqual(all);
});

it.each([
  [1 + 0.4 / 1024, 1],
  [1 + 0.6 / 1024, 1 + 1 / 1024],
  [1 + 0.5 / 1024, 1],
  [1 + 1.5 / 1024, 1 + 2 / 1024],
  [2 - 0.4 / 1024, 2],
  [1e-9, 0],
  [65_519, 65_504],
  [65_520, Infinity],
  [-Infinity, -Infinity],
])('writes %d as the nearest, %d', (x, nearest) => {
  expect(float16ToFloat32(float32ToFloat16(Float32Array.of(x)))[0]).toBe(nearest);
});
