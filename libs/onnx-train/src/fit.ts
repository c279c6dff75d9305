import { setImmediate } from 'node:timers/promises';
import type { Feeds, Trainer } from './trainer.js';

export interface Progress {
  step: number;
  steps: number;
  loss: number;
  gradientNorm: number;
  secondsLeft: number;
}

export interface Plan<Shape> {
  steps: number;
  /** The batch of step i, from 0; the same each time it is asked, so that a resumed run sees what an uninterrupted one sees. */
  batch(i: number): { shape: Shape; feeds: Feeds };
  /** Multiplier of the learning rates at step i. */
  schedule(i: number): number;
  onStep?(progress: Progress): void | Promise<void>;
  /** Aborting ends the run between two steps, with the signal's reason; the trainer can then be checkpointed. */
  signal?: AbortSignal;
}

/** Takes the plan's steps, from the first that the trainer has not taken. */
export async function fit<Shape>(trainer: Trainer<Shape>, plan: Plan<Shape>): Promise<void> {
  const started = performance.now();
  const from = trainer.steps;
  for (let i = from; i < plan.steps; i++) {
    // session.run blocks the event loop; between steps its timers and signals get their turn.
    await setImmediate();
    plan.signal?.throwIfAborted();
    const { shape, feeds } = plan.batch(i);
    const result = await trainer.step(shape, feeds, plan.schedule(i));
    const secondsPerStep = (performance.now() - started) / 1000 / (i + 1 - from);
    await plan.onStep?.({
      ...result,
      step: i + 1,
      steps: plan.steps,
      secondsLeft: secondsPerStep * (plan.steps - i - 1),
    });
  }
}

/** Linear warm-up over a share of the steps, then linear decay to 0. */
export function linearSchedule(steps: number, warmUp: number): (i: number) => number {
  const rising = Math.max(1, Math.round(steps * warmUp));
  return (i) => Math.min((i + 1) / rising, (steps - i) / Math.max(1, steps - rising + 1));
}
