import { expect, test } from 'vitest';
import { differs } from './install.mjs';

const lock = {
  packages: {
    '': { name: 'baton' },
    'node_modules/pg': { version: '8.0.0' },
    'node_modules/for-another-platform': { version: '1.0.0', optional: true },
  },
};

test('what is installed may lack optional packages and nothing else', () => {
  expect(differs(lock, { packages: { 'node_modules/pg': { version: '8.0.0' } } })).toBe(false);
  expect(differs(lock, { packages: {} })).toBe(true);
});

test('another version counts, for optional packages too', () => {
  const pg = { version: '8.0.0' };
  expect(differs(lock, { packages: { 'node_modules/pg': { version: '8.0.1' } } })).toBe(true);
  expect(
    differs(lock, { packages: { 'node_modules/pg': pg, 'node_modules/for-another-platform': { version: '2.0.0' } } }),
  ).toBe(true);
});
