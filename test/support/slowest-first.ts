import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Begun last, any of these would run on while all other processes have ended. */
const slowest = [
  'apps/trainer/src/promotion/poison.spec.ts',
  'libs/slm/src/training/train-model.spec.ts',
  'test/integration/retraining.spec.ts',
  'test/integration/interrupted-training.spec.ts',
  'test/integration/start.spec.ts',
  'test/integration/conversations.spec.ts',
  'test/integration/presence.spec.ts',
  'test/integration/model-process.spec.ts',
  'test/browser/day-one.spec.ts',
  'test/browser/retraining.spec.ts',
];
const isSlow = ({ moduleId }: TestSpecification) => slowest.some((name) => moduleId.endsWith(`/${name}`));

/** Vitest begins with the largest file where it has not measured them, as in a fresh clone. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => Number(isSlow(b)) - Number(isSlow(a)));
  }
}
