import type { Tape, Var } from '../tape.js';

interface LinearForm {
  alpha?: number;
  beta?: number;
  /** w is [in, out] in place of [out, in]; cheaper where out is at least in, or where several products read the same x. */
  transposed?: boolean;
}

/**
 * y = alpha x wᵀ + beta b, with x [rows, in], w [out, in], b [out].
 * dx = alpha dy w, dw = alpha dyᵀ x, db = beta Σ_rows dy.
 *
 * The runtime's product is an eighth to a quarter slower with transA than after a transpose of its own, so dw costs one of dy, or of x
 * where w is transposed and so dw = alpha xᵀ dy; that should be the narrower of the two.
 */
export function linear(tape: Tape, x: Var, w: Var, b: Var, { alpha = 1, beta = 1, transposed }: LinearForm = {}): Var {
  const [rows, out] = [x.shape[0]!, b.shape[0]!];
  const scale = { alpha: { float: alpha } };
  const [plain, turned] = [scale, { ...scale, transB: { int: 1 } }];
  const turn = (name: string) => tape.op('Transpose', [name], { perm: { ints: [1, 0] } });
  const bias = beta === 1 ? b.name : tape.op('Mul', [b.name, tape.scalar(beta)]);
  // As the third operand of the product it would be copied to every row by one thread first.
  const y = tape.op('Add', [tape.op('Gemm', [x.name, w.name], transposed ? plain : turned), bias]);
  return tape.record(y, [rows, out], [x, w, b], (dy) => [
    tape.plus(() => tape.op('Gemm', [dy, w.name], transposed ? turned : plain)),
    tape.plus(() => tape.op('Gemm', transposed ? [turn(x.name), dy] : [turn(dy), x.name], scale)),
    tape.plus(() => tape.columnSums(dy, rows, beta)),
  ]);
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
