/** IEEE 754 binary16 to number: sign 1 bit, exponent 5 bits (bias 15), fraction 10 bits. */
function decode(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

const table = Float32Array.from({ length: 65_536 }, (_, half) => decode(half));

export function float16ToFloat32(halves: Uint16Array): Float32Array {
  const out = new Float32Array(halves.length);
  for (let i = 0; i < halves.length; i++) out[i] = table[halves[i]!]!;
  return out;
}

/** To the nearest number of binary16; beyond its largest, 65,504, to infinity. */
export function float32ToFloat16(numbers: Float32Array): Uint16Array {
  return Uint16Array.from(numbers, (x) => (x < 0 || Object.is(x, -0) ? 0x8000 : 0) + encodeMagnitude(Math.abs(x)));
}

function encodeMagnitude(x: number): number {
  if (Number.isNaN(x)) return 0x7e00;
  if (x >= 65_520) return 0x7c00;
  if (x < 2 ** -14) return Math.round(x * 2 ** 24);
  const exponent = Math.floor(Math.log2(x));
  // A fraction that rounds up to 1 carries into the exponent, as it should.
  return ((exponent + 15) << 10) + Math.round((x / 2 ** exponent - 1) * 1024);
}
