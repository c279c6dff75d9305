import type { Tape, Var } from '../tape.js';

/**
 * Layer normalisation of rows (Ba, Kiros and Hinton, arXiv 1607.06450): x̂ = (x - mean) / σ, y = γ ∘ x̂ + β.
 * With n columns: dγ = Σ_rows dy ∘ x̂, dβ = Σ_rows dy, dx = (γ ∘ dy - (dy · γ) / n - x̂ ((dy ∘ x̂) · γ) / n) / σ.
 */
export function layerNorm(tape: Tape, x: Var, gamma: Var, beta: Var, epsilon: number): Var {
  const [rows, width] = x.shape as [number, number];
  const [y, mean, inverseSigma] = [tape.graph.fresh(), tape.graph.fresh(), tape.graph.fresh()];
  tape.graph.node(
    'LayerNormalization',
    [x.name, gamma.name, beta.name],
    { axis: { int: -1 }, epsilon: { float: epsilon } },
    [y, mean, inverseSigma],
  );
  return tape.record(y, x.shape, [x, gamma, beta], (dy) => {
    const unit = tape.op('Mul', [tape.op('Sub', [x.name, mean]), inverseSigma]);
    const dyUnit = tape.op('Mul', [dy, unit]);
    const gammaColumn = tape.reshape(tape.op('Mul', [gamma.name, tape.scalar(1 / width)]), width, 1);
    return [
      tape.plus(() => {
        const along = tape.op('Mul', [unit, tape.op('MatMul', [dyUnit, gammaColumn])]);
        const centred = tape.op('Sub', [tape.op('Mul', [dy, gamma.name]), tape.op('MatMul', [dy, gammaColumn])]);
        return tape.op('Mul', [tape.op('Sub', [centred, along]), inverseSigma]);
      }),
      tape.plus(() => tape.columnSums(dyUnit, rows)),
      tape.plus(() => tape.columnSums(dy, rows)),
    ];
  });
}

/** Rows brought to length 1: y = x / ‖x‖. dx = (dy - y (y · dy)) / ‖x‖. */
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
