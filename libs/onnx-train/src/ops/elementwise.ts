import type { Tape, Var } from '../graph/tape.js';

/** y = a + b, for a, b and y of one shape. da = db = dy. */
export function add(tape: Tape, a: Var, b: Var): Var {
  const pass = (dy: string) => tape.plus(() => dy);
  return tape.record(tape.op('Add', [a.name, b.name]), a.shape, [a, b], (dy) => [pass(dy), pass(dy)]);
}

/** y = factor x, for x and y of any one shape. dx = factor dy. */
export function scale(tape: Tape, x: Var, factor: number): Var {
  const times = (value: string) => tape.op('Mul', [value, tape.scalar(factor)]);
  return tape.record(times(x.name), x.shape, [x], (dy) => [tape.plus(() => times(dy))]);
}
