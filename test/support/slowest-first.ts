import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Begun last, any of these would run on while all other processes have ended. */
const slowest = [
  'integration/retraining.spec.ts',
  'integration/interrupted-training.spec.ts',
  'integration/start.spec.ts',
  'integration/conversations.spec.ts',
  'integration/presence.spec.ts',
  'browser/day-one.spec.ts',
  'browser/retraining.spec.ts',
];
const isSlow = ({ moduleId }: TestSpecification) => slowest.some((name) => moduleId.endsWith(`/test/${name}`));

/** Vitest begins with the largest file where it has not measured them, as in a fresh clone. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => Number(isSlow(b)) - Number(isSlow(a)));
  }
}
