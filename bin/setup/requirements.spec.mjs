import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { requireNode, requireSpace } from './requirements.mjs';

test.each(['18.20.8', '20.18.3'])('Node %s is too old, and the sentence says which one is needed', (version) => {
  expect(() => requireNode(version)).toThrow(`Baton needs Node 20.19 or later and this is Node ${version}`);
});

test.each(['20.19.0', '22.0.0', '24.1.0'])('Node %s will do', (version) => {
  expect(() => requireNode(version)).not.toThrow();
});

test('a full disk is named, also for a folder that does not exist yet', () => {
  const path = join(tmpdir(), 'not/there/yet');
  expect(() => requireSpace(path, 1)).not.toThrow();
  expect(() => requireSpace(path, 500, 12)).toThrow(`Only 12 MB are free where ${path} lies and 500 MB are needed`);
});
