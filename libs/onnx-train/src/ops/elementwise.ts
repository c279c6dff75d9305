import type { Tape, Var } from '../tape.js';

/** y = a + b, of equal shapes. da = db = dy. */
export function add(tape: Tape, a: Var, b: Var): Var {
  const pass = (dy: string) => tape.plus(() => dy);
  return tape.record(tape.op('Add', [a.name, b.name]), a.shape, [a, b], (dy) => [pass(dy), pass(dy)]);
}

/** y = factor x. dx = factor dy. */
export function scale(tape: Tape, x: Var, factor: number): Var {
  const times = (value: string) => tape.op('Mul', [value, tape.scalar(factor)]);
  return tape.record(times(x.name), x.shape, [x], (dy) => [tape.plus(() => times(dy))]);
}

/** y = x ∘ m, where m is 0 with probability `rate` and 1 / (1 - rate) otherwise. dx = dy ∘ m. Outside training x stays as it is. */
export function dropout(tape: Tape, x: Var, rate: number): Var {
  if (rate === 0 || !tape.training) return x;
  const mask = tape.mask(x.shape, rate);
  const times = (value: string) => tape.op('Mul', [value, mask.name]);
  return tape.record(times(x.name), x.shape, [x], (dy) => [tape.plus(() => times(dy))]);
}
