import type { Tape, Var } from '../graph/tape.js';

/**
 * y = h (1 + erf h), for h and y of any one shape. It is the exact GELU but for two factors (Hendrycks and Gimpel, arXiv 1606.08415,
 * section 2): with h = u / √2, y = √2 gelu(u). The products before and after it take these factors at no cost, as their alpha.
 * dh = dy (1 + erf h + h exp(ln(2/√π) - h²)). The backward pass reads 1 + erf h from the forward pass.
 */
export function erfGate(tape: Tape, h: Var): Var {
  const onePlusErf = tape.op('Add', [tape.op('Erf', [h.name]), tape.scalar(1)]);
  const y = tape.op('Mul', [h.name, onePlusErf]);
  return tape.record(y, h.shape, [h], (dy) => [
    tape.plus(() => {
      const exponent = tape.op('Sub', [
        tape.scalar(Math.log(2 / Math.sqrt(Math.PI))),
        tape.op('Mul', [h.name, h.name]),
      ]);
      const slope = tape.op('Add', [onePlusErf, tape.op('Mul', [h.name, tape.op('Exp', [exponent])])]);
      return tape.op('Mul', [dy, slope]);
    }),
  ]);
}

/** y = max(x, 0), for x and y of any one shape. dx = dy where x > 0, else 0. */
export function relu(tape: Tape, x: Var): Var {
  const y = tape.op('Relu', [x.name]);
  return tape.record(y, x.shape, [x], (dy) => [
    tape.plus(() => tape.op('Where', [tape.op('Greater', [y, tape.scalar(0)]), dy, tape.scalar(0)])),
  ]);
}
