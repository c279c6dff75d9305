import type { Tape, Var } from '../tape.js';

export interface AttentionShape {
  tokens: number;
  batch: number;
  heads: number;
}

/**
 * Multi-head attention (Vaswani and others, arXiv 1706.03762): for each head S = q kᵀ / √d + mask, P = softmax S, y = (P ∘ m) v,
 * where m is a dropout mask. q, k and v are [tokens * batch, width], tokens outermost, so that FusedMatMul reads
 * [tokens, batch * heads, d] as a batch of matrices without a transpose. `mask` [batch, 1, 1, tokens] is 0, or very negative on padding.
 *
 * With D = P ∘ m: dv = Dᵀ dy, dD = dy vᵀ, dS = D ∘ dD - P ∘ rowsum(D ∘ dD), dq = dS k / √d, dk = dSᵀ q / √d.
 */
export function attention(
  tape: Tape,
  [q, k, v]: readonly [Var, Var, Var],
  mask: Var,
  { tokens, batch, heads }: AttentionShape,
  rate: number,
): Var {
  const width = q.shape[1]!;
  const d = width / heads;
  const groups = batch * heads;
  const split = (name: string) => tape.reshape(name, tokens, groups, d);
  const merge = (name: string) =>
    tape.reshape(tape.op('Transpose', [name], { perm: { ints: [1, 0, 2] } }), tokens * batch, width);
  const product = (a: string, b: string, flags: readonly Flag[], alpha = 1) =>
    tape.op('com.microsoft:FusedMatMul', [a, b], {
      ...Object.fromEntries(flags.map((flag) => [flag, { int: 1 }])),
      alpha: { float: alpha },
    });
  const scale = 1 / Math.sqrt(d);

  const [qs, ks, vs] = [split(q.name), split(k.name), split(v.name)];
  const scores = product(qs, ks, ['transBatchA', 'transBatchB', 'transB'], scale);
  const masked = tape.op('Add', [tape.reshape(scores, batch, heads, tokens, tokens), mask.name]);
  const p = tape.reshape(tape.op('Softmax', [masked]), groups, tokens, tokens);
  const kept = rate === 0 || !tape.training ? p : tape.op('Mul', [p, tape.mask([groups, tokens, tokens], rate).name]);
  const y = merge(product(kept, vs, ['transBatchB']));
  return tape.record(y, q.shape, [q, k, v], (dyFlat) => {
    const dy = split(dyFlat);
    const u = tape.op('Mul', [kept, product(dy, vs, ['transBatchA', 'transBatchB', 'transB'])]);
    const rowSums = tape.op('ReduceSum', [u, tape.ints(2)], { keepdims: { int: 1 } });
    const ds = tape.op('Sub', [u, tape.op('Mul', [p, rowSums])]);
    return [
      tape.plus(() => merge(product(ds, ks, ['transBatchB'], scale))),
      tape.plus(() => merge(product(ds, qs, ['transA', 'transBatchB'], scale))),
      tape.plus(() => merge(product(kept, dy, ['transA', 'transBatchB']))),
    ];
  });
}

type Flag = 'transA' | 'transB' | 'transBatchA' | 'transBatchB';
