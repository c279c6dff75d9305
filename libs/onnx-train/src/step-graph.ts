import { update, type AdamSettings, type Group } from './optimiser.js';
import { Tape, type DropoutMask, type Var } from './tape.js';

type BuildOn = (tape: Tape) => { loss: Var; outputs?: Readonly<Record<string, Var>> };

export interface StepGraph {
  bytes: Uint8Array;
  /** Inputs that the caller fills. */
  inputs: { name: string; shape: readonly number[] }[];
  parameters: { name: string; shape: readonly number[] }[];
  masks: readonly DropoutMask[];
}

/** Forward, loss, backward, clip, update and average in one graph. Outputs: `loss`, `gradient.norm` and the state's next values. */
export function stepGraph(build: BuildOn, groups: readonly Group[], settings: AdamSettings): StepGraph {
  const tape = new Tape();
  const { loss } = build(tape);
  tape.output('loss', loss);
  const described = describe(tape);
  const norm = update(tape, tape.gradients(loss), groups, settings);
  tape.output('gradient.norm', { name: norm, shape: [], trainable: false });
  return { ...described, bytes: tape.graph.finish() };
}

/** The forward pass alone, without dropout. */
export function forwardGraph(build: BuildOn): StepGraph {
  const tape = new Tape('float32', false);
  const { loss, outputs } = build(tape);
  for (const [name, value] of Object.entries({ ...outputs, loss })) tape.output(name, value);
  return { ...describe(tape), bytes: tape.graph.finish() };
}

/** The inputs before the update adds its own. */
function describe(tape: Tape): Omit<StepGraph, 'bytes'> {
  const masks = new Set(tape.masks.map(({ name }) => name));
  const inputs = [...tape.inputs].map(([name, { shape }]) => ({ name, shape }));
  return {
    inputs: inputs.filter(({ name }) => !masks.has(name) && !tape.parameters.has(name)),
    parameters: inputs.filter(({ name }) => tape.parameters.has(name)),
    masks: tape.masks,
  };
}
