import { fewExamples, type IntentRow, type ModelVersionView, type TrainingRunView } from '#contracts';
import { isRunning } from './queries.js';
import { t } from '../language/t.js';

/** A model must have something to tell apart. */
const minIntents = 2;

export type Readiness =
  | { state: 'too_few'; missing: string }
  | { state: 'ready' }
  | { state: 'running'; runId: string; first: boolean }
  | { state: 'trained' };

/** What training waits for, or is doing. */
export function readiness(
  { models, runs }: { models: Pick<ModelVersionView, 'stage'>[]; runs: Pick<TrainingRunView, 'id' | 'status'>[] },
  intents: Pick<IntentRow, 'nExamples'>[],
): Readiness {
  const running = runs.find(isRunning);
  const hasModel = models.some(({ stage }) => stage === 'active');
  if (running) return { state: 'running', runId: running.id, first: !hasModel };
  if (hasModel) return { state: 'trained' };
  const taught = intents.filter(({ nExamples }) => nExamples > 0).length;
  if (taught >= minIntents) return { state: 'ready' };
  const missing =
    taught === 0
      ? t('There are no messages to learn from yet.')
      : t('All messages belong to one intent, so there is nothing to tell apart. A second one is missing.');
  return { state: 'too_few', missing };
}

/** Intents that have too few rows to be learnt well, fewest first. */
export function thinIntents<T extends Pick<IntentRow, 'nExamples'>>(intents: T[]): T[] {
  return intents.filter(({ nExamples }) => nExamples < fewExamples).sort((a, b) => a.nExamples - b.nExamples);
}
