import type { Tape, Var } from '../graph/tape.js';

/**
 * Inverted dropout (Srivastava and others, JMLR 15, 2014, section 10): y = x ∘ m, for x and y of any one shape. An element of m is
 * 0 with probability `dropProbability` and 1 / (1 - dropProbability) otherwise. dx = dy ∘ m. Where the tape does not train, y = x.
 */
export function dropout(tape: Tape, x: Var, dropProbability: number): Var {
  if (dropProbability === 0 || !tape.training) return x;
  const mask = tape.mask(x.shape, dropProbability);
  const times = (value: string) => tape.op('Mul', [value, mask.name]);
  return tape.record(times(x.name), x.shape, [x], (dy) => [tape.plus(() => times(dy))]);
}
