import { checklistStep, type Checklist, type ChecklistStep } from '#contracts';
import { describe, expect, it } from 'vitest';
import { isDone, nextStep, steps } from './steps.js';

const checklist = (...done: ChecklistStep[]): Checklist => ({
  steps: checklistStep.options.map((step) => ({ step, done: done.includes(step) })),
  ...{ nExamples: 0, nIntents: 0, nAutomated: 0, nPeople: 1 },
  ...{ hasModel: false, runId: null, seenAt: null, dismissed: false },
});

describe('the steps of the set-up', () => {
  it('are those of the contract, in its order', () => {
    expect(steps.map(({ step }) => step)).toEqual(checklistStep.options);
  });

  it.each<[ChecklistStep[], ChecklistStep | null]>([
    [[], 'tickets'],
    [['tickets'], 'answers'],
    [['tickets', 'train', 'people'], 'answers'],
    [['tickets', 'answers', 'train', 'try', 'embed'], 'people'],
    [[...checklistStep.options], null],
  ])('after %j comes %s', (done, next) => {
    expect(nextStep(checklist(...done))?.step ?? null).toBe(next);
  });

  it('are not done while nothing is known of them', () => {
    expect(isDone(undefined, 'tickets')).toBe(false);
    expect(isDone(checklist('tickets'), 'tickets')).toBe(true);
  });
});
