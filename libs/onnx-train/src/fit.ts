import { setImmediate } from 'node:timers/promises';
import type { Feeds, Trainer } from './trainer.js';

export interface Progress {
  /** Steps taken, this one included. */
  step: number;
  /** Steps of the whole run. */
  steps: number;
  /** Loss of the step's batch before its update. */
  loss: number;
  /** Euclidean norm of all gradients together before clipping. */
  gradientNorm: number;
  /** Estimate from the mean time of the steps since `fit` began. */
  secondsLeft: number;
}

export interface Plan<Shape> {
  /** Steps of the whole run. */
  steps: number;
  /** The batch of step i, from 0. It must be the same whenever it is asked for, so that a resumed run sees the same batches. */
  batch(i: number): { shape: Shape; feeds: Feeds };
  /** Factor of the learning rates at step i, from 0. */
  schedule(i: number): number;
  /** Called after each step; the next step waits for it. */
  onStep?(progress: Progress): void | Promise<void>;
  /** Aborting ends the run between two steps. The trainer can then be checkpointed. */
  signal?: AbortSignal;
}

/**
 * Takes the plan's steps, beginning after those that the trainer has taken. Rejects with the signal's reason once it is aborted, and
 * with whatever `Trainer.step`, `batch` or `onStep` throws.
 */
export async function fit<Shape>(trainer: Trainer<Shape>, plan: Plan<Shape>): Promise<void> {
  const started = performance.now();
  const from = trainer.steps;
  for (let i = from; i < plan.steps; i++) {
    // session.run blocks the event loop. Timers and signals get their turn here, between two steps.
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

/**
 * Factor of the learning rates at step i, from 0: it rises linearly to 1 over the first `warmUp` (a share from 0 to 1) of the steps,
 * then falls linearly towards 0 (Devlin and others, arXiv 1810.04805, appendix A.2).
 */
export function linearSchedule(steps: number, warmUp: number): (i: number) => number {
  const rising = Math.max(1, Math.round(steps * warmUp));
  return (i) => Math.min((i + 1) / rising, (steps - i) / Math.max(1, steps - rising + 1));
}
