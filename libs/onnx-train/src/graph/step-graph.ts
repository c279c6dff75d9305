import { Tape, type DropoutMask, type Var } from './tape.js';

/** Writes a forward pass on the tape. The loss has the shape []. */
type BuildOn = (tape: Tape) => { loss: Var; outputs?: Readonly<Record<string, Var>> };

export interface StepGraph {
  /** The serialised ONNX model. */
  bytes: Uint8Array;
  /** The inputs apart from parameters and dropout masks: a batch's data and frozen weights. */
  inputs: { name: string; shape: readonly number[] }[];
  masks: readonly DropoutMask[];
}

/**
 * Forward pass, loss and backward pass in one graph. Its outputs are `loss` [], `gradientSquares` [] (the sum of the squares of all
 * gradients), and `gradientOf(p)` in the shape of each parameter p. Throws if the loss does not depend on one of the parameters.
 */
export function stepGraph(build: BuildOn, parameters: readonly string[]): StepGraph {
  const tape = new Tape();
  const { loss } = build(tape);
  tape.output('loss', loss);
  const gradients = tape.gradients(loss);
  const squares = parameters.map((parameter) => {
    const name = gradients.get(parameter);
    if (name === undefined) throw new Error(`The loss does not depend on the parameter ${parameter}.`);
    tape.output(gradientOf(parameter), { ...tape.parameters.get(parameter)!, name });
    return tape.op('ReduceSumSquare', [name], { keepdims: { int: 0 } });
  });
  tape.output('gradientSquares', { name: tape.op('Sum', squares), shape: [], trainable: false });
  return finish(tape);
}

/** Name of the output with the gradient of a parameter. */
export const gradientOf = (parameter: string) => `gradient of ${parameter}`;

/** The forward pass without dropout. Its outputs are `loss` and those that `build` names. */
export function forwardGraph(build: BuildOn): StepGraph {
  const tape = new Tape('float32', false);
  const { loss, outputs } = build(tape);
  for (const [name, value] of Object.entries({ ...outputs, loss })) tape.output(name, value);
  return finish(tape);
}

function finish(tape: Tape): StepGraph {
  const masks = new Set(tape.masks.map(({ name }) => name));
  const inputs = [...tape.inputs].map(([name, { shape }]) => ({ name, shape }));
  return {
    bytes: tape.graph.finish(),
    inputs: inputs.filter(({ name }) => !masks.has(name) && !tape.parameters.has(name)),
    masks: tape.masks,
  };
}
