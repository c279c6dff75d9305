import type { Tape, Var } from '../graph/tape.js';

interface LinearForm {
  /** Factor of the product; 1 if not given. */
  alpha?: number;
  /** Factor of the bias; 1 if not given. */
  beta?: number;
  /** The graph holds w as [in, out]. This is faster where out ≥ in, or where several products read the same x. */
  transposed?: boolean;
}

/**
 * Linear layer: y = alpha x wᵀ + beta b, with x [rows, in], w [out, in], b [out] and y [rows, out].
 * dx = alpha dy w, dw = alpha dyᵀ x, db = beta Σ_rows dy. If `transposed`, w and dw are [in, out], and dw = alpha xᵀ dy.
 *
 * ONNX Runtime's product is an eighth to a quarter slower with transA than after a Transpose node. Therefore dw transposes dy, or
 * x if `transposed`. Choose the form in which that is the narrower of the two.
 */
export function linear(tape: Tape, x: Var, w: Var, b: Var, { alpha = 1, beta = 1, transposed }: LinearForm = {}): Var {
  const [rows, out] = [x.shape[0]!, b.shape[0]!];
  const scale = { alpha: { float: alpha } };
  const [plain, turned] = [scale, { ...scale, transB: { int: 1 } }];
  const turn = (name: string) => tape.op('Transpose', [name], { perm: { ints: [1, 0] } });
  const bias = beta === 1 ? b.name : tape.op('Mul', [b.name, tape.scalar(beta)]);
  // As Gemm's third operand the bias would first be copied to every row, by one thread.
  const y = tape.op('Add', [tape.op('Gemm', [x.name, w.name], transposed ? plain : turned), bias]);
  return tape.record(y, [rows, out], [x, w, b], (dy) => [
    tape.plus(() => tape.op('Gemm', [dy, w.name], transposed ? turned : plain)),
    tape.plus(() => tape.op('Gemm', transposed ? [turn(x.name), dy] : [turn(dy), x.name], scale)),
    tape.plus(() => tape.columnSums(dy, rows, beta)),
  ]);
}

/** Matrix product: P = alpha a bᵀ, with a [m, k], b [n, k] and P [m, n]. da = alpha dP b, db = alpha dPᵀ a. */
export function product(tape: Tape, a: Var, b: Var, alpha = 1): Var {
  const scale = { alpha: { float: alpha } };
  const p = tape.op('Gemm', [a.name, b.name], { ...scale, transB: { int: 1 } });
  return tape.record(p, [a.shape[0]!, b.shape[0]!], [a, b], (dp) => [
    (sum) => gemm(tape, dp, b.name, sum, scale),
    (sum) => gemm(tape, dp, a.name, sum, { ...scale, transA: { int: 1 } }),
  ]);
}

/** A Gemm that adds the gradient's sum so far as its third operand. */
function gemm(
  tape: Tape,
  a: string,
  b: string,
  sum: string | undefined,
  attributes: Parameters<Tape['op']>[2],
): string {
  return tape.op('Gemm', sum === undefined ? [a, b] : [a, b, sum], attributes);
}
