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
    tape.plus(() => weightGradient(tape, { name: dy, shape: [rows, out], trainable: false }, x, alpha)),
    tape.plus(() => tape.columnSums(dy, rows, beta)),
  ]);
}

/**
 * alpha dyᵀ x. The runtime's product is an eighth to a quarter slower with transA than a transpose of its own, of the narrower operand,
 * and one more of the result where that is x.
 */
function weightGradient(tape: Tape, dy: Var, x: Var, alpha: number): string {
  const transposed = (name: string) => tape.op('Transpose', [name], { perm: { ints: [1, 0] } });
  const scale = { alpha: { float: alpha } };
  if (dy.shape[1]! <= x.shape[1]!) return tape.op('Gemm', [transposed(dy.name), x.name], scale);
  return transposed(tape.op('Gemm', [transposed(x.name), dy.name], scale));
}

/**
 * P = alpha a bᵀ, with a [m, k] and b [n, k].
 * da = alpha dP b, db = alpha dPᵀ a.
 */
export function product(tape: Tape, a: Var, b: Var, alpha = 1): Var {
  const scale = { alpha: { float: alpha } };
  const p = tape.op('Gemm', [a.name, b.name], { ...scale, transB: { int: 1 } });
  return tape.record(p, [a.shape[0]!, b.shape[0]!], [a, b], (dp) => [
    (sum) => gemm(tape, dp, b.name, sum, scale),
    (sum) => gemm(tape, dp, a.name, sum, { ...scale, transA: { int: 1 } }),
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
