import type { Tape, Var } from '../graph/tape.js';

/**
 * Layer normalisation (Ba, Kiros and Hinton, arXiv 1607.06450, section 3) of the rows of x [rows, n], with γ and β [n]:
 * x̂ = (x - mean) / σ with σ = √(variance + epsilon), y = γ ∘ x̂ + β.
 * dγ = Σ_rows dy ∘ x̂, dβ = Σ_rows dy, dx = (γ ∘ dy - (dy · γ) / n - x̂ ((dy ∘ x̂) · γ) / n) / σ.
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
