import { expect, it } from 'vitest';
import type { ActiveVersion } from '#model-registry';
import { ruleFor } from './model-watcher.js';

const active: ActiveVersion = {
  id: 'second',
  workspaceId: 'shop',
  version: 2,
  checksum: '',
  rule: { certified: 0.4, least: 0, likely: null, certifiedOnly: true },
};
const own = { certified: 0.8, least: 0, likely: null, certifiedOnly: false };

it('a version never answers by the threshold that was certified for another', () => {
  expect(ruleFor({ versionId: 'second', rule: own }, active)).toEqual({
    certified: 0.4,
    least: 0,
    likely: null,
    certifiedOnly: true,
  });
  expect(ruleFor({ versionId: 'first', rule: own }, active)).toEqual({
    certified: 0.8,
    least: 0,
    likely: null,
    certifiedOnly: true,
  });
});
