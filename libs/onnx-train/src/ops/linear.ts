import type { Tape, Var } from '../tape.js';

/**
 * y = alpha x wᵀ + beta b, with x [rows, in], w [out, in], b [out].
 * dx = alpha dy w, dw = alpha dyᵀ x, db = beta Σ_rows dy.
 */
export function linear(tape: Tape, x: Var, w: Var, b: Var, { alpha = 1, beta = 1 } = {}): Var {
  const [rows, out] = [x.shape[0]!, w.shape[0]!];
  const scales = { alpha: { float: alpha }, beta: { float: beta } };
  const y = tape.op('Gemm', [x.name, w.name, b.name], { ...scales, transB: { int: 1 } });
  return tape.record(y, [rows, out], [x, w, b], (dy) => [
    (sum) => gemm(tape, dy, w.name, sum, { alpha: { float: alpha } }),
    (sum) => weightGradient(tape, dy, x.name, sum, alpha, out <= w.shape[1]!),
    tape.plus(() => tape.columnSums(dy, rows, beta)),
  ]);
}

/** The runtime's product is an eighth slower with transA; where dy is the narrow operand a transpose of its own is the cheaper way. */
function weightGradient(
  tape: Tape,
  dy: string,
  x: string,
  sum: string | undefined,
  alpha: number,
  narrow: boolean,
): string {
  const scale = { alpha: { float: alpha } };
  if (!narrow) return gemm(tape, dy, x, sum, { ...scale, transA: { int: 1 } });
  return gemm(tape, tape.op('Transpose', [dy], { perm: { ints: [1, 0] } }), x, sum, scale);
}

/**
 * S = alpha a bᵀ, with a [m, k] and b [n, k].
 * da = alpha dS b, db = alpha dSᵀ a.
 */
export function similarities(tape: Tape, a: Var, b: Var, alpha: number): Var {
  const scale = { alpha: { float: alpha } };
  const s = tape.op('Gemm', [a.name, b.name], { ...scale, transB: { int: 1 } });
  return tape.record(s, [a.shape[0]!, b.shape[0]!], [a, b], (ds) => [
    (sum) => gemm(tape, ds, b.name, sum, scale),
    (sum) => gemm(tape, ds, a.name, sum, { ...scale, transA: { int: 1 } }),
  ]);
}

/** A product that takes the sum so far as its third operand. */
function gemm(
  tape: Tape,
  a: string,
  b: string,
  sum: string | undefined,
  attributes: Parameters<Tape['op']>[2],
): string {
  return tape.op('Gemm', sum === undefined ? [a, b] : [a, b, sum], attributes);
}
