import type { Tape, Var } from '../tape.js';

/**
 * y = h (1 + erf h). With h = u / √2 this is √2 gelu(u) (Hendrycks and Gimpel, arXiv 1606.08415); both factors of √2 go into
 * the products before and after it for nothing.
 * dh = dy (1 + erf h + h 2/√π exp(-h²)); 1 + erf h is kept from the forward pass, and the constant goes into the exponent.
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

/** y = max(x, 0). dx = dy where x > 0. */
export function relu(tape: Tape, x: Var): Var {
  const y = tape.op('Relu', [x.name]);
  return tape.record(y, x.shape, [x], (dy) => [
    tape.plus(() => tape.op('Where', [tape.op('Greater', [y, tape.scalar(0)]), dy, tape.scalar(0)])),
  ]);
}
