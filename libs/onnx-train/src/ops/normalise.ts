import type { Tape, Var } from '../graph/tape.js';

/** Brings the rows of x [rows, n] to Euclidean length 1: y = x / ‖x‖. dx = (dy - y (y · dy)) / ‖x‖. A row of zeros gives NaN. */
export function normalise(tape: Tape, x: Var): Var {
  const length = tape.op('ReduceL2', [x.name, tape.ints(1)], { keepdims: { int: 1 } });
  const y = tape.op('Div', [x.name, length]);
  return tape.record(y, x.shape, [x], (dy) => [
    tape.plus(() => {
      const along = tape.op('ReduceSum', [tape.op('Mul', [y, dy]), tape.ints(1)], { keepdims: { int: 1 } });
      return tape.op('Div', [tape.op('Sub', [dy, tape.op('Mul', [y, along])]), length]);
    }),
  ]);
}
