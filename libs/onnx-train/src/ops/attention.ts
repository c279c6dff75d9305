import type { Gradient, Tape, Var } from '../graph/tape.js';

export interface AttentionShape {
  /** Tokens of the longest message of the batch. */
  tokens: number;
  /** Messages of the batch. */
  batch: number;
  /** Attention heads; they divide the width. */
  heads: number;
}

/**
 * Multi-head scaled dot-product attention (Vaswani and others, arXiv 1706.03762, sections 3.2.1 and 3.2.2), without the projections.
 *
 * Forward, for each message and head of width d = width / heads:
 *     S = q kᵀ / √d + mask,  P = softmax(S) by rows,  D = P ∘ m,  y = D v,  where m is a dropout mask.
 * Backward:
 *     dv = Dᵀ dy,  dD = dy vᵀ,  dS = D ∘ dD - P ∘ rowsum(D ∘ dD),  dq = dS k / √d,  dk = dSᵀ q / √d.
 *
 * q, k, v and y are [tokens * batch, width] with tokens outermost: FusedMatMul then reads [tokens, batch * heads, d] as a batch of
 * matrices, without a transpose. `mask` is [batch, 1, 1, tokens]: 0 at tokens, and very negative at padding. It gets no gradient.
 */
export function attention(
  tape: Tape,
  [q, k, v]: readonly [Var, Var, Var],
  mask: Var,
  shape: AttentionShape,
  dropProbability: number,
): Var {
  const form = new HeadForm(tape, shape, q.shape[1]!);
  const heads = { q: form.split(q.name), k: form.split(k.name), v: form.split(v.name) };
  const { p, d, y } = forward(form, heads, mask, dropProbability);
  return tape.record(y, q.shape, [q, k, v], (dy) => backward(form, heads, { p, d }, dy));
}

/** Names of q, k and v, each [tokens, batch * heads, width of a head]. */
type Heads = Record<'q' | 'k' | 'v', string>;
/** Names of P before and D after dropout, each [batch * heads, tokens, tokens]. */
type Probabilities = Record<'p' | 'd', string>;

function forward(
  form: HeadForm,
  { q, k, v }: Heads,
  mask: Var,
  dropProbability: number,
): Probabilities & { y: string } {
  const { tape, tokens, batch, heads, groups } = form;
  const scores = form.product(q, k, ['transBatchA', 'transBatchB', 'transB'], form.scale);
  const masked = tape.op('Add', [tape.reshape(scores, batch, heads, tokens, tokens), mask.name]);
  const p = tape.reshape(tape.op('Softmax', [masked]), groups, tokens, tokens);
  const drops = dropProbability > 0 && tape.training;
  const d = drops ? tape.op('Mul', [p, tape.mask([groups, tokens, tokens], dropProbability).name]) : p;
  return { p, d, y: form.merge(form.product(d, v, ['transBatchB'])) };
}

/** The gradients of q, k and v, in this order. */
function backward(form: HeadForm, { q, k, v }: Heads, { p, d }: Probabilities, dyMerged: string): Gradient[] {
  const { tape, scale } = form;
  const dy = form.split(dyMerged);
  const dTimesDd = tape.op('Mul', [d, form.product(dy, v, ['transBatchA', 'transBatchB', 'transB'])]);
  const rowSums = tape.op('ReduceSum', [dTimesDd, tape.ints(2)], { keepdims: { int: 1 } });
  const ds = tape.op('Sub', [dTimesDd, tape.op('Mul', [p, rowSums])]);
  return [
    tape.plus(() => form.merge(form.product(ds, k, ['transBatchB'], scale))),
    tape.plus(() => form.merge(form.product(ds, q, ['transA', 'transBatchB'], scale))),
    tape.plus(() => form.merge(form.product(d, dy, ['transA', 'transBatchB']))),
  ];
}

type Flag = 'transA' | 'transB' | 'transBatchA' | 'transBatchB';

/** Products for each head, between [tokens * batch, width] outside and [tokens, batch * heads, width of a head] inside. */
class HeadForm {
  readonly tokens: number;
  readonly batch: number;
  readonly heads: number;
  /** Number of pairs of a message and a head. */
  readonly groups: number;
  /** 1 / √d. */
  readonly scale: number;

  constructor(
    readonly tape: Tape,
    { tokens, batch, heads }: AttentionShape,
    private readonly width: number,
  ) {
    [this.tokens, this.batch, this.heads] = [tokens, batch, heads];
    this.groups = batch * heads;
    this.scale = 1 / Math.sqrt(width / heads);
  }

  split(name: string): string {
    return this.tape.reshape(name, this.tokens, this.groups, this.width / this.heads);
  }

  /** Takes [batch * heads, tokens, width of a head], the form of products. */
  merge(name: string): string {
    const turned = this.tape.op('Transpose', [name], { perm: { ints: [1, 0, 2] } });
    return this.tape.reshape(turned, this.tokens * this.batch, this.width);
  }

  product(a: string, b: string, flags: readonly Flag[], alpha = 1): string {
    return this.tape.op('com.microsoft:FusedMatMul', [a, b], {
      ...Object.fromEntries(flags.map((flag) => [flag, { int: 1 }])),
      alpha: { float: alpha },
    });
  }
}
