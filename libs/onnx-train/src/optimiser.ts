import type { Tape } from './tape.js';

/** What the update does with a parameter. */
export interface ParameterRule {
  name: string;
  shape: readonly number[];
  /** Peak learning rate; each step's `schedule` multiplies it. */
  rate: number;
  /** Whether weight decay applies: matrices yes, biases and norms no. */
  decay: boolean;
}

/** Parameters that are updated as one tensor: a matrix by itself, small ones of one rule end to end. */
export interface Group {
  name: string;
  members: ParameterRule[];
  shape: readonly number[];
  rate: number;
  decay: boolean;
}

export interface AdamSettings {
  beta1: number;
  beta2: number;
  epsilon: number;
  weightDecay: number;
  /** Largest norm of all gradients together. */
  clip: number;
}

/** The four tensors of state of each group. They are inputs `GROUP.kind` of a step and outputs `GROUP.kind.next`. */
export const stateKinds = ['weights', 'first', 'second', 'average'] as const;

/** An operator on a short vector costs its overhead only, so below this size parameters of one rule share theirs. */
const ownGroupFrom = 16_384;

export function groupParameters(rules: readonly ParameterRule[]): Group[] {
  const groups = new Map<string, Group>();
  for (const rule of rules) {
    const size = elements(rule.shape);
    const key = size < ownGroupFrom ? `${rule.rate} ${rule.decay}` : rule.name;
    const { members } = groups.get(key) ?? { members: [] };
    const joined = [...members, rule];
    const shape = joined.length === 1 ? rule.shape : [joined.reduce((sum, member) => sum + elements(member.shape), 0)];
    groups.set(key, { name: `update.${joined[0]!.name}`, members: joined, shape, rate: rule.rate, decay: rule.decay });
  }
  return [...groups.values()];
}

export function elements(shape: readonly number[]): number {
  return shape.reduce((product, n) => product * n, 1);
}

/** Numbers of a step that the graph takes as scalar inputs. */
export type StepScalars = Record<'step.size' | 'step.epsilon' | 'step.decay' | 'step.average', number>;

/**
 * AdamW (Loshchilov and Hutter, arXiv 1711.05101) without the two products that only rescale its state: kept are m / (1 - β1) and
 * v / (1 - β2), and what that changes goes, with the bias corrections of step t (from 1), into the step's size and epsilon.
 * The average's decay is min(0.999, (1 + t) / (10 + t)), so that it forgets its start.
 */
export function stepScalars(t: number, schedule: number, settings: AdamSettings): StepScalars {
  const { beta1, beta2, epsilon, weightDecay } = settings;
  const root = Math.sqrt((1 - beta2) / (1 - beta2 ** t));
  return {
    'step.size': (schedule * (1 - beta1)) / (1 - beta1 ** t) / root,
    'step.epsilon': epsilon / root,
    'step.decay': schedule * weightDecay,
    'step.average': 1 - Math.min(0.999, (1 + t) / (10 + t)),
  };
}

/**
 * Emits, for gradients g: c = min(1, clip / (‖g‖ + 1e-6)), m' = β1 m + c g, v' = β2 v + (c g)²,
 * p' = p (1 - rate decay) - rate size m' / (√v' + epsilon), average' = average + (p' - average) step.average.
 * Returns the name of ‖g‖.
 */
export function update(
  tape: Tape,
  gradients: ReadonlyMap<string, string>,
  groups: readonly Group[],
  settings: AdamSettings,
): string {
  const scalar = (name: keyof StepScalars) => tape.input(name, []).name;
  const [size, epsilon, decay, averaging] = [
    scalar('step.size'),
    scalar('step.epsilon'),
    scalar('step.decay'),
    scalar('step.average'),
  ];
  const joined = groups.map(({ members, shape }) => {
    const parts = members.map(({ name }) => {
      const gradient = gradients.get(name);
      if (gradient === undefined) throw new Error(`The loss does not depend on the parameter ${name}.`);
      return gradient;
    });
    if (parts.length === 1) return parts[0]!;
    return tape.graph.node(
      'Concat',
      parts.map((part) => tape.reshape(part, -1)),
      { axis: { int: 0 } },
      [`gradient of ${shape.join('x')} from ${members[0]!.name}`],
    );
  });
  const squares = joined.map((gradient) =>
    tape.reshape(tape.op('ReduceSumSquare', [gradient], { keepdims: { int: 0 } }), 1),
  );
  const total = tape.op('ReduceSum', [tape.op('Concat', squares, { axis: { int: 0 } })], { keepdims: { int: 0 } });
  const norm = tape.op('Sqrt', [total]);
  const clip = tape.op('Div', [tape.scalar(settings.clip), tape.op('Add', [norm, tape.scalar(1e-6)])]);
  const shrink = tape.op('Min', [clip, tape.scalar(1)]);

  groups.forEach((group, i) => {
    const state = (kind: string) => {
      const single = kind === 'weights' && group.members.length === 1;
      return single ? group.members[0]!.name : tape.input(`${group.name}.${kind}`, group.shape).name;
    };
    const next = (kind: string, op: string, inputs: string[]) => {
      const name = `${group.name}.${kind}.next`;
      tape.graph.node(op, inputs, {}, [name]);
      tape.graph.output(name, tape.precision, group.shape);
      return name;
    };
    const times = (a: string, b: string) => tape.op('Mul', [a, b]);
    const rate = tape.scalar(group.rate);
    const weights = state('weights');
    const average = state('average');
    const g = times(joined[i]!, shrink);
    const first = next('first', 'Add', [times(state('first'), tape.scalar(settings.beta1)), g]);
    const second = next('second', 'Add', [times(state('second'), tape.scalar(settings.beta2)), times(g, g)]);
    const direction = tape.op('Div', [first, tape.op('Add', [tape.op('Sqrt', [second]), epsilon])]);
    const kept = group.decay ? times(weights, tape.op('Sub', [tape.scalar(1), times(rate, decay)])) : weights;
    const stepped = next('weights', 'Sub', [kept, times(direction, times(rate, size))]);
    next('average', 'Add', [average, times(tape.op('Sub', [stepped, average]), averaging)]);
  });
  return norm;
}
